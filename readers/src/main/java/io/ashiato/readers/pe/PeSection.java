package io.ashiato.readers.pe;

/// One entry of the section table.
///
/// @param name as stored, without trailing zeros; `/4` refers to the string table
/// @param longName what `name` refers to, else the same
/// @param address relative to the image base
/// @param fileOffset where the loader reads from: rounded down as it does
/// @param fileSize bytes of it that the file really holds
record PeSection(
        String name, String longName, long address, long virtualSize, long fileOffset, long fileSize, long flags) {
    static final long EXECUTABLE = 0x2000_0000L;
    static final long WRITABLE = 0x8000_0000L;
    static final long READABLE = 0x4000_0000L;
    static final long CODE = 0x20;

    boolean has(long flag) {
        return (flags & flag) != 0;
    }

    /// Bytes that it takes in memory: linkers of old leave the virtual size 0 and mean the size in the file.
    long memorySize() {
        return virtualSize == 0 ? fileSize : virtualSize;
    }

    /// Bytes of the file that reach memory: a section is padded in the file, and the padding is not part of it.
    long loadedSize() {
        return Math.min(fileSize, memorySize());
    }
}
