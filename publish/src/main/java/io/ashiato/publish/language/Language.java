package io.ashiato.publish.language;

/// The languages of a publication.
public enum Language {
    ENGLISH("en", "English"),
    JAPANESE("ja", "日本語");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// The language tag, as in `lang` attributes and file names.
    public String tag() {
        return tag;
    }

    /// The language's name in itself.
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return switch (this) {
            case ENGLISH -> JAPANESE;
            case JAPANESE -> ENGLISH;
        };
    }

    /// The sentences of this language.
    public Phrases phrases() {
        return switch (this) {
            case ENGLISH -> new EnglishPhrases();
            case JAPANESE -> new JapanesePhrases();
        };
    }
}
