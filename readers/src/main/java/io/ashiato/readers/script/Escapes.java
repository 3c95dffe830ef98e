package io.ashiato.readers.script;

/// Escapes inside literals.
final class Escapes {
    private Escapes() {}

    /// Appends what the escape at a backslash stands for.
    ///
    /// @return where the text goes on
    static int javascript(String text, int at, StringBuilder value) {
        if (at + 1 >= text.length()) {
            value.append('\\');
            return at + 1;
        }
        char c = text.charAt(at + 1);
        return switch (c) {
            case 'x' -> code(text, at, 2, value);
            case 'u' -> code(text, at, 4, value);
            case 'n' -> append(value, '\n', at);
            case 'r' -> append(value, '\r', at);
            case 't' -> append(value, '\t', at);
            case '\n' -> at + 2; // a literal that goes on in the next line
            default -> append(value, c, at);
        };
    }

    /// Appends what the escape at a backtick stands for.
    ///
    /// @return where the text goes on
    static int powershell(String text, int at, StringBuilder value) {
        if (at + 1 >= text.length()) {
            return at + 1;
        }
        char c = text.charAt(at + 1);
        return switch (c) {
            case 'n' -> append(value, '\n', at);
            case 'r' -> append(value, '\r', at);
            case 't' -> append(value, '\t', at);
            case '0' -> append(value, '\0', at);
            default -> append(value, c, at);
        };
    }

    private static int append(StringBuilder value, char c, int at) {
        value.append(c);
        return at + 2;
    }

    private static int code(String text, int at, int digits, StringBuilder value) {
        int end = at + 2 + digits;
        if (end <= text.length()) {
            String hex = text.substring(at + 2, end);
            if (hex.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0)) {
                value.append((char) Integer.parseInt(hex, 16));
                return end;
            }
        }
        return append(value, text.charAt(at + 1), at);
    }
}
