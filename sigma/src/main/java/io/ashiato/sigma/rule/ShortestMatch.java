package io.ashiato.sigma.rule;

/// How many characters a value has at least in which a regular expression is found, so that shorter values need no
/// search: `.{1000,}` is dear to look for in a command line of a hundred.
///
/// A lower bound, in UTF-16 units: what is not understood counts as nothing.
final class ShortestMatch {
    /// Beyond any value that could be shorter; keeps products within range.
    private static final int LONGEST = 1 << 20;

    private final String pattern;
    private int at;
    private boolean unknown;

    private ShortestMatch(String pattern) {
        this.pattern = pattern;
    }

    /// @param pattern in the syntax of RE2, sound
    static int of(String pattern) {
        if (pattern.contains("\\Q")) {
            return 0;
        }
        var shortest = new ShortestMatch(pattern);
        int found = shortest.alternatives();
        return shortest.at == pattern.length() && !shortest.unknown ? found : 0;
    }

    /// Up to the closing parenthesis of this level, or the end.
    private int alternatives() {
        int least = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            least = Math.min(least, sequence());
        }
        return least;
    }

    private int sequence() {
        int sum = 0;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int atom = atom();
            sum = (int) Math.min(LONGEST, sum + (long) atom * leastRepetitions());
        }
        return sum;
    }

    private int atom() {
        char sign = pattern.charAt(at++);
        return switch (sign) {
            case '(' -> group();
            case '[' -> {
                at = RegexText.endOfClass(pattern, at);
                yield 1;
            }
            case '\\' -> escape();
            case '^', '$', '*', '+', '?', '{', '}' -> 0; // a brace may stand for itself, or begin what is not known
            default -> Character.isSurrogate(sign) ? 0 : 1;
        };
    }

    private int group() {
        if (pattern.startsWith("?", at)) {
            boolean isNamed = pattern.startsWith("?P<", at) || pattern.startsWith("?<", at);
            int end = isNamed ? pattern.indexOf('>', at) + 1 : endOfFlags();
            if (end <= at || pattern.charAt(end - 1) == ')') { // not understood, or flags alone
                unknown |= end <= at;
                at = Math.max(at, end);
                return 0;
            }
            at = end;
        }
        int inside = alternatives();
        at = Math.min(pattern.length(), at + 1);
        return inside;
    }

    /// Behind the colon or parenthesis that ends flags, or -1 where there is something else.
    private int endOfFlags() {
        int next = at + 1;
        while (next < pattern.length() && "imsU-".indexOf(pattern.charAt(next)) >= 0) {
            next++;
        }
        return next < pattern.length() && ":)".indexOf(pattern.charAt(next)) >= 0 ? next + 1 : -1;
    }

    private int escape() {
        int end = RegexText.endOfEscape(pattern, at);
        char escaped = at < pattern.length() ? pattern.charAt(at) : '0';
        at = end;
        boolean isOne = !Character.isLetterOrDigit(escaped) || "dDwWsSxpPnrtfv".indexOf(escaped) >= 0;
        return isOne ? 1 : 0;
    }

    private int leastRepetitions() {
        int least = 1;
        while (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
            char sign = pattern.charAt(at);
            int end = sign == '{' ? RegexText.endOfCount(pattern, at) : at + 1;
            if (end == at) {
                return least;
            }
            least = switch (sign) {
                case '*', '?' -> 0;
                case '+' -> least;
                default -> (int) Math.min(LONGEST, (long) least * smaller(at + 1));
            };
            at = end;
        }
        return least;
    }

    /// The number that a counted repetition begins with.
    private int smaller(int from) {
        int number = 0;
        for (int i = from; i < pattern.length() && Character.isDigit(pattern.charAt(i)); i++) {
            number = Math.min(LONGEST, 10 * number + (pattern.charAt(i) - '0'));
        }
        return number;
    }
}
