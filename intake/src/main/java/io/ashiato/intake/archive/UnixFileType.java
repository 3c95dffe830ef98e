package io.ashiato.intake.archive;

/// The file type bits of a Unix mode (POSIX `sys/stat.h`), as zip and 7z carry them.
final class UnixFileType {
    static final int FOLDER = 0x4000;
    private static final int REGULAR = 0x8000;
    private static final int LINK = 0xA000;

    private UnixFileType() {}

    /// Zero is not a type: the archive does not say, and what it does not say is a file.
    static boolean isFile(int type) {
        return type == 0 || type == REGULAR || type == FOLDER;
    }

    static String name(int type) {
        return type == LINK ? "symbolic-link" : "device";
    }
}
