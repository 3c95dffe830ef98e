package io.ashiato.sigma.syntax;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a rule's author trusts it (Sigma's `status`), most trusted first.
public enum RuleStatus {
    STABLE,
    TEST,
    EXPERIMENTAL,
    DEPRECATED,
    UNSUPPORTED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of that name, in any case.
    public static Optional<RuleStatus> of(String name) {
        return Arrays.stream(values())
                .filter(status -> status.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
