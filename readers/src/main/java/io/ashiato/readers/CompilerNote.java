package io.ashiato.readers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The notes that GCC and clang leave of themselves in the objects that they make: `GCC: (Debian 12.2.0-14) 12.2.0`.
/// Libraries bring notes of their own, so that a program may have several.
public final class CompilerNote {
    private static final List<String> BEGINNINGS = List.of("GCC: (", "clang version ");
    private static final int MAX_NOTES = 8;
    private static final int MAX_CHARACTERS = 120;

    private CompilerNote() {}

    /// Each note once, in the order of the file.
    public static List<String> in(byte[] program) {
        var notes = new LinkedHashSet<String>();
        for (String beginning : BEGINNINGS) {
            byte[] wanted = beginning.getBytes(StandardCharsets.US_ASCII);
            int at = ByteSearch.indexOf(program, wanted, 0);
            while (at >= 0 && notes.size() < MAX_NOTES) {
                boolean wholeText = at == 0 || program[at - 1] == 0 || program[at - 1] == ' ';
                String note = text(program, at);
                if (wholeText && note.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                    notes.add(note);
                }
                at = ByteSearch.indexOf(program, wanted, at + wanted.length);
            }
        }
        return new ArrayList<>(notes);
    }

    private static String text(byte[] program, int from) {
        int end = from;
        while (end < program.length && end - from < MAX_CHARACTERS && program[end] >= 0x20 && program[end] < 0x7F) {
            end++;
        }
        return new String(program, from, end - from, StandardCharsets.US_ASCII);
    }
}
