package io.ashiato.readers.lnk;

import java.util.Optional;

/// The keys that open the shortcut (MS-SHLLINK 2.1.3): a virtual key and modifiers.
final class HotKey {
    private HotKey() {}

    /// `CTRL+ALT+F2`; nothing where no key is set.
    static Optional<String> name(int stored) {
        int key = stored & 0xFF;
        int modifiers = stored >> 8;
        if (key == 0) {
            return Optional.empty();
        }
        String name = "";
        name += (modifiers & 2) != 0 ? "CTRL+" : "";
        name += (modifiers & 1) != 0 ? "SHIFT+" : "";
        name += (modifiers & 4) != 0 ? "ALT+" : "";
        return Optional.of(name + keyName(key));
    }

    private static String keyName(int key) {
        if ((key >= '0' && key <= '9') || (key >= 'A' && key <= 'Z')) {
            return String.valueOf((char) key);
        }
        if (key >= 0x70 && key <= 0x87) {
            return "F" + (key - 0x6F);
        }
        return switch (key) {
            case 0x90 -> "NUM_LOCK";
            case 0x91 -> "SCROLL_LOCK";
            default -> "0x" + Integer.toHexString(key);
        };
    }
}
