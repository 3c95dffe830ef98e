package io.ashiato.readers.lnk;

/// Blanks in arguments. Explorer's dialog of properties shows the first characters only: a long run of
/// blanks moves what is run out of sight.
final class Padding {
    /// So many characters the dialog shows of target and arguments together.
    private static final int SHOWN = 260;

    /// Shorter runs occur in arguments that hide nothing.
    private static final int TELLING_RUN = 32;

    private Padding() {}

    static int leading(String arguments) {
        int count = 0;
        while (count < arguments.length() && isBlank(arguments.charAt(count))) {
            count++;
        }
        return count;
    }

    /// Length of the longest run of blanks.
    static int longest(String arguments) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < arguments.length(); i++) {
            run = isBlank(arguments.charAt(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// Whether a run of blanks moves something beyond what the dialog shows.
    static boolean hides(String arguments) {
        return longest(arguments) >= TELLING_RUN && arguments.stripTrailing().length() > SHOWN;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
