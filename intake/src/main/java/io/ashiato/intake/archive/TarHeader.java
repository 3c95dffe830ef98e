package io.ashiato.intake.archive;

import java.util.Arrays;

/// One header block of a tar archive: POSIX ustar, GNU's and the old form.
///
/// @param type the type flag as a character
/// @param size of the content in bytes, never negative
record TarHeader(String name, char type, long size, String linkTarget) {
    static final int BLOCK_BYTES = 512;

    private static final int NAME = 0;
    private static final int NAME_BYTES = 100;
    private static final int SIZE = 124;
    private static final int SIZE_BYTES = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_BYTES = 8;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_BYTES = 155;
    private static final byte[] POSIX_MAGIC = {'u', 's', 't', 'a', 'r', 0};

    static TarHeader read(byte[] block) {
        String name = text(block, NAME, NAME_BYTES);
        boolean posix = Arrays.equals(block, MAGIC, MAGIC + POSIX_MAGIC.length, POSIX_MAGIC, 0, POSIX_MAGIC.length);
        if (posix && block[PREFIX] != 0) {
            name = text(block, PREFIX, PREFIX_BYTES) + "/" + name;
        }
        long size = number(block, SIZE, SIZE_BYTES);
        return new TarHeader(name, (char) (block[TYPE] & 0xFF), size, text(block, LINK, NAME_BYTES));
    }

    static boolean isBlank(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the block's checksum is right: the sum of its bytes, the checksum itself counted as
    /// spaces. Some old writers summed signed bytes.
    static boolean hasChecksum(byte[] block) {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK_BYTES; i++) {
            byte value = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_BYTES ? (byte) ' ' : block[i];
            unsigned += value & 0xFF;
            signed += value;
        }
        long stored = number(block, CHECKSUM, CHECKSUM_BYTES);
        return stored == unsigned || stored == signed;
    }

    /// Whether this header describes the next one: pax records (`x`, `g`), GNU's long name and link.
    static boolean isExtension(char type) {
        return type == 'x' || type == 'g' || type == 'X' || type == 'L' || type == 'K';
    }

    /// POSIX: an unknown type is read as a file.
    boolean hasContent() {
        return switch (type) {
            case '1', '2', '3', '4', '5', '6', 'V' -> false;
            default -> true;
        };
    }

    /// A folder, a dump's list of one (`D`), or GNU's volume label. Old archives mark a folder by a `/`
    /// at the end of its name alone.
    boolean isFolder(String fullName) {
        return type == '5'
                || type == 'D'
                || type == 'V'
                || (size == 0 && (type == '0' || type == 0) && fullName.endsWith("/"));
    }

    boolean isSparse() {
        return type == 'S';
    }

    String typeName() {
        return switch (type) {
            case '1' -> "hard-link";
            case '2' -> "symbolic-link";
            case '6' -> "pipe";
            default -> "device";
        };
    }

    /// Octal digits or, with the first bit set, a big-endian number (GNU). What is neither is 0.
    private static long number(byte[] block, int at, int length) {
        long value = 0;
        if ((block[at] & 0x80) != 0) {
            for (int i = at + length - Long.BYTES; i < at + length; i++) {
                value = value << 8 | (block[i] & 0xFF);
            }
            // A field of eight bytes holds its own mark; negative sizes do not exist.
            return Math.max(0, length == Long.BYTES ? value & Long.MAX_VALUE : value);
        }
        for (int i = at; i < at + length; i++) {
            if (block[i] >= '0' && block[i] <= '7') {
                value = value << 3 | (block[i] - '0');
            } else if (block[i] != ' ' || value != 0) {
                break;
            }
        }
        return value;
    }

    private static String text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return MemberNames.decode(Arrays.copyOfRange(block, at, end));
    }
}
