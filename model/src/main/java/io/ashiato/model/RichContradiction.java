package io.ashiato.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What about a program contradicts its Rich header, without words. As a fact it is text: `runtime: msvcr100.dll, 6.0`.
public enum RichContradiction {
    /// The stored checksum is not that of header and entries.
    CHECKSUM,
    /// Microsoft's linker in the Rich header, another maker in the program.
    TOOLS,
    /// Version in the optional header, version in the Rich header.
    LINKER_VERSION,
    /// A runtime library that is imported, the newest tool in the Rich header, which is older.
    RUNTIME,
    /// An x64 program, the version of a linker that makes none.
    MACHINE,
    /// Functions imported, functions counted in the Rich header.
    IMPORTS;

    private static final String AFTER_KIND = ": ";
    private static final String BETWEEN_VALUES = ", ";

    /// One contradiction with its values.
    public record Found(RichContradiction kind, List<String> values) {
        public Found {
            values = List.copyOf(values);
        }
    }

    /// The fact's text.
    ///
    /// @param values in the order that the constant names
    public String with(Object... values) {
        return name().toLowerCase(Locale.ROOT)
                + AFTER_KIND
                + String.join(
                        BETWEEN_VALUES, Stream.of(values).map(String::valueOf).toList());
    }

    /// Reads what [#with] wrote.
    public static Optional<Found> read(String text) {
        int colon = text.indexOf(AFTER_KIND);
        return Arrays.stream(values())
                .filter(kind ->
                        colon > 0 && kind.name().toLowerCase(Locale.ROOT).equals(text.substring(0, colon)))
                .findFirst()
                .map(kind -> new Found(
                        kind,
                        List.of(text.substring(colon + AFTER_KIND.length()).split(BETWEEN_VALUES, 4))));
    }
}
