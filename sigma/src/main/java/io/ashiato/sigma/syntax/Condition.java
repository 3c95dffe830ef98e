package io.ashiato.sigma.syntax;

import java.util.List;
import java.util.OptionalInt;

/// A condition over search identifiers:
///
/// ```
/// condition  = conjunction { "or" conjunction }
/// conjunction = negation { "and" negation }
/// negation   = "not" negation | primary
/// primary    = "(" condition ")" | (number | "any" | "all") "of" ("them" | pattern) | identifier
/// ```
///
/// The words may be written in any case; identifiers may not.
public sealed interface Condition {
    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record Identifier(String name, Place place) implements Condition {}

    /// `1 of x*`, `all of them`.
    ///
    /// @param count how many have to hold at least, from 1; absent for all
    /// @param pattern identifiers with `*` for any text; `*` alone for `them`
    record Quantified(OptionalInt count, String pattern, Place place) implements Condition {
        /// Names that begin with `_` are left out unless the pattern asks for them.
        public boolean covers(String name) {
            return (!name.startsWith("_") || pattern.startsWith("_")) && matches(name);
        }

        /// Goes back to the last star only, so that no pattern takes more than pattern times name steps.
        private boolean matches(String name) {
            int p = 0;
            int n = 0;
            int star = -1;
            int retry = 0;
            while (n < name.length()) {
                if (p < pattern.length() && pattern.charAt(p) == '*') {
                    star = p++;
                    retry = n;
                } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                    p++;
                    n++;
                } else if (star >= 0) {
                    p = star + 1;
                    n = ++retry;
                } else {
                    return false;
                }
            }
            return pattern.substring(p).chars().allMatch(c -> c == '*');
        }
    }
}
