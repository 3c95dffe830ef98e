package io.ashiato.model;

import java.util.Locale;
import java.util.Optional;

/// The tactics of ATT&CK Enterprise v19 in the order of an intrusion.
public enum Tactic {
    RECONNAISSANCE("TA0043"),
    RESOURCE_DEVELOPMENT("TA0042"),
    INITIAL_ACCESS("TA0001"),
    EXECUTION("TA0002"),
    PERSISTENCE("TA0003"),
    PRIVILEGE_ESCALATION("TA0004"),
    STEALTH("TA0005"),
    DEFENSE_IMPAIRMENT("TA0112"),
    CREDENTIAL_ACCESS("TA0006"),
    DISCOVERY("TA0007"),
    LATERAL_MOVEMENT("TA0008"),
    COLLECTION("TA0009"),
    COMMAND_AND_CONTROL("TA0011"),
    EXFILTRATION("TA0010"),
    IMPACT("TA0040");

    private final String id;

    Tactic(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// The short name in tags and exports, such as `credential-access`.
    public String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Tactic> of(String shortName) {
        for (Tactic tactic : values()) {
            if (tactic.shortName().equals(shortName)) {
                return Optional.of(tactic);
            }
        }
        return Optional.empty();
    }
}
