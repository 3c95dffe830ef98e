package io.ashiato.readers.evtx;

/// Floating-point numbers as text: the fewest digits that read back as the same number.
final class RealText {
    private RealText() {}

    static String of(float value) {
        return Float.isFinite(value) ? rewritten(Float.toString(value), -6, 12) : notFinite(value);
    }

    static String of(double value) {
        return Double.isFinite(value) ? rewritten(Double.toString(value), -5, 15) : notFinite(value);
    }

    private static String notFinite(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return value > 0 ? "inf" : "-inf";
    }

    /// From Java's choice of notation to that of the tools that others use: plain where the decimal
    /// exponent lies between the two bounds, else `d.ddde+dd`.
    private static String rewritten(String java, int lowestPlain, int highestPlain) {
        int exponentAt = java.indexOf('E');
        if (exponentAt < 0) {
            return java; // Java is plain from 0.001 to 10^7
        }
        String sign = java.startsWith("-") ? "-" : "";
        String number = java.substring(sign.length(), exponentAt);
        int exponent = Integer.parseInt(java.substring(exponentAt + 1), 10);
        String fraction = number.substring(2).equals("0") ? "" : number.substring(2);
        String digits = number.charAt(0) + fraction;
        if (exponent >= 0 && exponent <= highestPlain) {
            return sign + large(digits, exponent);
        }
        if (exponent < 0 && exponent >= lowestPlain) {
            return sign + "0." + "0".repeat(-exponent - 1) + digits;
        }
        String point = fraction.isEmpty() ? "" : "." + fraction;
        return sign + digits.charAt(0) + point + (exponent < 0 ? "e-" : "e+") + twoDigits(Math.abs(exponent));
    }

    private static String large(String digits, int exponent) {
        if (digits.length() <= exponent + 1) {
            return digits + "0".repeat(exponent + 1 - digits.length()) + ".0";
        }
        return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }

    private static String twoDigits(int exponent) {
        return exponent < 10 ? "0" + exponent : Integer.toString(exponent);
    }
}
