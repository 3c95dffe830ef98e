package io.ashiato.sigma.syntax;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the word that an author probably meant.
public final class Similar {
    /// Two edits catch a swapped or doubled letter; more would suggest unrelated words.
    private static final int MAX_EDITS = 2;

    /// Longer words than any keyword of ours need no comparison.
    private static final int MAX_LENGTH = 64;

    /// Of so many words one is near to nearly everything, and a crafted rule could name thousands.
    private static final int MAX_KNOWN = 200;

    private Similar() {}

    /// The known word nearest to the given one, if it is near at all; the first of several in their order.
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > MAX_LENGTH || known.size() > MAX_KNOWN) {
            return Optional.empty();
        }
        String folded = word.toLowerCase(Locale.ROOT);
        String best = null;
        int bestEdits = Math.min(MAX_EDITS, word.length() / 2) + 1;
        for (String candidate : known) {
            boolean near = Math.abs(candidate.length() - folded.length()) < bestEdits;
            int edits = near ? edits(folded, candidate.toLowerCase(Locale.ROOT)) : bestEdits;
            if (edits < bestEdits) {
                best = candidate;
                bestEdits = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /// A half sentence to put behind a message, or nothing.
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(w -> "; did you mean '" + w + "'?").orElse("");
    }

    /// Levenshtein's distance by rows.
    private static int edits(String a, String b) {
        int[] above = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
