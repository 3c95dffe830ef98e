package io.ashiato.sigma.match;

import java.util.Arrays;
import java.util.List;

/// Checks by number.
final class CheckTable {
    private static final Check FOUND = new Check.Found();

    private final Check[] checks;

    /// @param count of all checks
    /// @param asked numbers of those that are more than a literal
    CheckTable(int count, int[] asked, List<Check> askedChecks) {
        checks = new Check[count];
        Arrays.fill(checks, FOUND);
        for (int i = 0; i < asked.length; i++) {
            checks[asked[i]] = askedChecks.get(i);
        }
    }

    int count() {
        return checks.length;
    }

    Check get(int check) {
        return checks[check];
    }

    /// Whether it holds wherever its literal is found.
    boolean isFound(int check) {
        return checks[check] instanceof Check.Found;
    }
}
