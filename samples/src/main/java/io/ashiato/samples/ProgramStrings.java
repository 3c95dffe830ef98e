package io.ashiato.samples;

import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.samples.code.CodeSpace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The texts in a program's data: runs of printable characters, of one byte or two each.
final class ProgramStrings {
    /// Shorter runs are mostly chance.
    private static final int MIN_LENGTH = 5;

    /// Shortest text that code points at: its start is certain, so less is needed.
    private static final int MIN_REFERENCED = 4;

    /// Characters of a text that are kept; longer ones are told apart by their beginning.
    private static final int MAX_LENGTH = 1024;

    /// Texts of one program. Large ones of managed languages have some 50,000.
    private static final int MAX_STRINGS = 1 << 17;

    private ProgramStrings() {}

    /// Hashes of all texts in sections that are not code.
    static Set<Long> all(CodeSpace space) {
        var found = new HashSet<Long>();
        for (Section section : space.sections()) {
            if (!section.executable()) {
                collect(section.bytes(), 1, found);
                collect(section.bytes(), 2, found);
            }
        }
        return found;
    }

    private static void collect(byte[] bytes, int width, Set<Long> found) {
        int at = 0;
        while (at < bytes.length && found.size() < MAX_STRINGS) {
            int length = length(bytes, at, width);
            if (length >= MIN_LENGTH) {
                found.add(Hash64.of(text(bytes, at, length, width)));
            }
            // a text of two-byte characters may begin at an odd place
            at += length >= MIN_LENGTH ? Math.max(1, length * width) : length > 0 && width == 1 ? length : 1;
        }
    }

    /// The text that begins at an address and ends in a zero.
    static Optional<Long> at(CodeSpace space, long address) {
        Optional<Section> section = space.sectionAt(address);
        if (section.isEmpty() || section.get().executable()) {
            return Optional.empty();
        }
        byte[] bytes = section.get().bytes();
        int at = (int) (address - section.get().address());
        for (int width = 1; width <= 2; width++) {
            int length = length(bytes, at, width);
            int end = at + length * width;
            boolean ends = (end < bytes.length && bytes[end] == 0) || length == MAX_LENGTH;
            if (length >= MIN_REFERENCED && ends) {
                return Optional.of(Hash64.of(text(bytes, at, length, width)));
            }
        }
        return Optional.empty();
    }

    private static int length(byte[] bytes, int from, int width) {
        int at = from;
        int length = 0;
        while (at <= bytes.length - width && length < MAX_LENGTH && isPrintable(bytes[at])) {
            if (width == 2 && bytes[at + 1] != 0) {
                break;
            }
            at += width;
            length++;
        }
        return length;
    }

    private static boolean isPrintable(byte value) {
        return (value >= 0x20 && value < 0x7F) || value == '\t' || value == '\n' || value == '\r';
    }

    private static String text(byte[] bytes, int at, int length, int width) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) bytes[at + i * width]);
        }
        return text.toString();
    }
}
