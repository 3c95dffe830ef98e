package io.ashiato.readers.script;

import java.util.OptionalInt;

/// Reads numbers of scripts, and sums of them as character codes are written.
final class Numbers {
    /// More terms than this hide nothing.
    private static final int MAX_TERMS = 32;

    private Numbers() {}

    static OptionalInt value(Token token) {
        if (token.kind() != Token.Kind.NUMBER) {
            return OptionalInt.empty();
        }
        String text = token.lower();
        boolean hex = text.startsWith("0x") || text.startsWith("&h");
        String digits = hex ? text.substring(2) : text;
        return digits.isEmpty() || digits.length() > 7
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits, hex ? 16 : 10));
    }

    /// `100 + 4`, `0x49 -bxor 33`, from left to right.
    record Sum(int value, int end, boolean xor) {}

    /// @return a sum with an end before `at` where there is none
    static Sum sum(TokenView view, int at) {
        OptionalInt first = value(view.get(at));
        if (first.isEmpty()) {
            return new Sum(0, -1, false);
        }
        int value = first.getAsInt();
        boolean xor = false;
        int i = at + 1;
        for (int terms = 1; terms < MAX_TERMS; terms++) {
            OptionalInt next = value(view.get(i + 1));
            if (next.isEmpty()) {
                break;
            }
            int right = next.getAsInt();
            switch (view.get(i).lower()) {
                case "+" -> value += right;
                case "-" -> value -= right;
                case "*" -> value *= right;
                case "xor", "-bxor", "^" -> {
                    value ^= right;
                    xor = true;
                }
                default -> {
                    return new Sum(value, i, xor);
                }
            }
            i += 2;
        }
        return new Sum(value, i, xor);
    }
}
