package io.ashiato.readers;

/// Finds bytes in bytes.
public final class ByteSearch {
    private ByteSearch() {}

    /// The first place from `from` on, or -1.
    public static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = Math.max(from, 0); i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && matches(bytes, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
