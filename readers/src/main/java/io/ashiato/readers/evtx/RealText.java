package io.ashiato.readers.evtx;

/// Floating-point numbers as text: the fewest digits that read back as the same number.
final class RealText {
    private RealText() {}

    static String of(float value) {
        if (!Float.isFinite(value)) {
            return notFinite(value);
        }
        String java = Float.toString(value);
        String oneDigit = oneDigit(java);
        return rewritten(Float.parseFloat(oneDigit) == value ? oneDigit : java, -6, 12);
    }

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        String java = Double.toString(value);
        String oneDigit = oneDigit(java);
        return rewritten(Double.parseDouble(oneDigit) == value ? oneDigit : java, -5, 15);
    }

    /// Java writes two digits at least. Of numbers near zero one can be enough: 5e-324 for its 4.9E-324.
    private static String oneDigit(String java) {
        int exponentAt = java.indexOf("E-3") < 0 ? java.indexOf("E-4") : java.indexOf("E-3");
        if (exponentAt < 0 || exponentAt - java.indexOf('.') != 2) {
            return java;
        }
        int rounded = Math.round(Float.parseFloat(java.substring(0, exponentAt)));
        return Math.abs(rounded) == 10 ? java : rounded + ".0" + java.substring(exponentAt);
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
