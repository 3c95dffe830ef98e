package io.ashiato.model;

import java.util.List;
import java.util.Locale;

/// A property of an artefact or an event that can be compared across cases and with published reports.
///
/// @param value in its one spelling: addresses and digests in lower case, text as it stands
/// @param references ids of the artefacts, findings or indicators that carry it, in order
public record Trait(Kind kind, String value, List<String> references) {
    public Trait {
        references = List.copyOf(references);
    }

    /// What a trait is. The strength is that of a match on this kind alone; research that tells of a rarer or more
    /// common value may say otherwise.
    public enum Kind {
        SHA256(Strength.A),
        /// A name under which code of the case is nearly identical to known code.
        CODE_FAMILY(Strength.A),
        /// Words of an own network protocol, or text of a script, nearly identical.
        SCRIPT_TEXT(Strength.A),
        PROTOCOL_WORDS(Strength.A),
        RICH_HEADER(Strength.B),
        IMPHASH(Strength.B),
        PDB_PATH(Strength.B),
        MUTEX(Strength.B),
        PROGRAM_STRING(Strength.B),
        /// The NetBIOS name of the machine on which a shortcut was made.
        MACHINE_ID(Strength.B),
        MAC_ADDRESS(Strength.B),
        VOLUME_SERIAL(Strength.B),
        AUTHOR_SID(Strength.B),
        /// Author, last author, company and template of a document taken together.
        DOCUMENT_PROFILE(Strength.B),
        DOCUMENT_AUTHOR(Strength.C),
        DOCUMENT_TITLE(Strength.C),
        RSID_ROOT(Strength.B),
        TEMPLATE_ADDRESS(Strength.B),
        MAIL_ADDRESS(Strength.B),
        DOMAIN(Strength.B),
        IP_ADDRESS(Strength.B),
        URL(Strength.B),
        FILE_NAME(Strength.C),
        REGISTRY_VALUE(Strength.C),
        CODE_PAGE(Strength.C),
        TECHNIQUE(Strength.C),
        SOFTWARE(Strength.C);

        private final Strength strength;

        Kind(Strength strength) {
            this.strength = strength;
        }

        public Strength strength() {
            return strength;
        }

        /// The stable name in files: lower case, words joined by `_`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
