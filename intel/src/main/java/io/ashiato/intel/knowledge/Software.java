package io.ashiato.intel.knowledge;

import java.util.List;
import java.util.Locale;

/// Malware, or a tool that anybody can have.
///
/// @param id `S0154` for ATT&CK
/// @param catalogue key of the [Citation] for the catalogue
public record Software(
        String id, String name, Kind kind, List<String> aliases, List<String> platforms, String catalogue) {
    public Software {
        aliases = List.copyOf(aliases);
        platforms = List.copyOf(platforms);
    }

    /// What it is, by the catalogue.
    public enum Kind {
        MALWARE,
        TOOL;

        /// The stable name in files: lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
