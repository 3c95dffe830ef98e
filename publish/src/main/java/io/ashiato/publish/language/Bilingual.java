package io.ashiato.publish.language;

/// The same words in both languages.
public record Bilingual(String english, String japanese) {
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case JAPANESE -> japanese;
        };
    }
}
