package io.ashiato.publish.language;

/// A sentence, or a clause that a judgement is made of, in both languages. Its places `{0}` to `{9}` are for facts
/// and are the same in each language, so that neither can say more.
public interface Sentence {
    Bilingual words();

    default String in(Language language) {
        return words().in(language);
    }
}
