package io.ashiato.sigma.syntax;

import java.util.List;

/// What a search identifier stands for, as written.
public sealed interface Search {
    /// All of them: a map.
    record Map(List<Item> items) implements Search {}

    /// Any of them: a list of maps or keywords.
    record Choice(List<Search> parts) implements Search {}

    /// A text to be found anywhere in the event.
    record Keyword(Scalar value) implements Search {}

    /// `Field|modifier|modifier: values`; a key that begins with `|`, or is empty, means keywords.
    ///
    /// @param list whether the values were written as a list
    record Item(String field, List<Word> modifiers, List<Scalar> values, boolean list, Place place) {
        /// A modifier as written.
        public record Word(String text, Place place) {}

        public boolean isKeywords() {
            return field.isEmpty();
        }
    }
}
