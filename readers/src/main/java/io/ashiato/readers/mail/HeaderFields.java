package io.ashiato.readers.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The header of a message or of one of its parts, in the order in which it stands.
record HeaderFields(List<Field> fields) {
    /// @param name in lower case
    /// @param raw the bytes behind the colon, a character for each, unfolded, without blanks around
    record Field(String name, String raw) {
        static Field of(String name, String raw) {
            return new Field(name.strip().toLowerCase(Locale.ROOT), unfolded(raw));
        }

        /// Joins the lines of a field (RFC 5322 2.2.3).
        private static String unfolded(String raw) {
            return raw.replaceAll("[\r\n]+(?=[ \t])", "")
                    .replaceAll("[\r\n]+", " ")
                    .strip();
        }
    }

    HeaderFields {
        fields = List.copyOf(fields);
    }

    /// The first field of a name, as its bytes.
    Optional<String> raw(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::raw)
                .findFirst();
    }

    List<String> allRaw(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::raw)
                .toList();
    }

    /// The first field of a name, decoded.
    Optional<String> text(String name) {
        return raw(name).map(HeaderText::decode).map(String::strip);
    }
}
