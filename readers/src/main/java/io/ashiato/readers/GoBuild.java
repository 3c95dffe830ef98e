package io.ashiato.readers;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the Go linker leaves in each program, whatever its format.
/// Source: Go's package `debug/buildinfo`, "format of the build info blob".
///
/// @param buildId empty if removed
/// @param version of the tools, such as `go1.22.1`; empty where it is older than 1.18 or removed
public record GoBuild(String buildId, String version) {
    private static final byte[] ID_MARK = "\u00FF Go build ID: \"".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] INFO_MARK = "\u00FF Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER_SIZE = 32;
    private static final int INLINE = 2; // in the flags: the texts follow the header
    private static final int MAX_TEXT = 256;

    /// Empty where the program is not made by Go.
    public static Optional<GoBuild> find(byte[] program) {
        int id = ByteSearch.indexOf(program, ID_MARK, 0);
        int info = ByteSearch.indexOf(program, INFO_MARK, 0);
        if (id < 0 && info < 0) {
            return Optional.empty();
        }
        return Optional.of(new GoBuild(
                id < 0 ? "" : quoted(program, id + ID_MARK.length), info < 0 ? "" : version(program, info)));
    }

    /// As people write it: `Go 1.22.1`, or `Go` where the version is unknown.
    public String compiler() {
        return version.isEmpty() ? "Go" : "Go " + version.replaceFirst("^go", "");
    }

    private static String quoted(byte[] program, int from) {
        int end = from;
        while (end < program.length && end - from < MAX_TEXT && program[end] != '"') {
            end++;
        }
        return new String(program, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private static String version(byte[] program, int info) {
        var cursor = Cursor.over(program, 0);
        try {
            cursor.skip("Go build info", info + 15L);
            if ((cursor.u8("Go build info flags") & INLINE) == 0) {
                return "";
            }
            cursor.skip("Go build info", HEADER_SIZE - 16);
            int length = cursor.u8("Go version length"); // a varint, of one byte for any version
            return length < 0x80 ? cursor.latin1("Go version", length) : "";
        } catch (MalformedException e) {
            return ""; // the mark alone is told then
        }
    }
}
