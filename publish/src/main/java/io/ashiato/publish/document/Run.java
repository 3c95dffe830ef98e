package io.ashiato.publish.document;

import java.time.Instant;

/// A part of a line. Renderers escape every kind; the kinds differ in how they look and what they mean.
public sealed interface Run {
    /// Words of ours.
    record Words(String text) implements Run {}

    /// Words of ours that carry the sentence.
    record Strong(String text) implements Run {}

    /// A name or value from evidence or from a rule: hostile.
    record Value(String text) implements Run {}

    /// A path, command, hash or id from evidence, in a fixed-width face: hostile.
    record Code(String text) implements Run {}

    /// A hostile value in English inside a text that may be in another language, such as a rule's title.
    record English(String text) implements Run {}

    /// A time, with the text that the language has for it.
    record Moment(Instant time, String text) implements Run {}

    /// A reference such as `F-001`; a link where the document holds that anchor.
    record Mark(String id) implements Run {}

    /// A short word in a frame: a level, a state.
    record Badge(String text, Tone tone) implements Run {}

    /// How much a badge asks for attention. The word itself says it too; the tone is never alone.
    enum Tone {
        QUIET,
        PLAIN,
        NOTABLE,
        GRAVE
    }
}
