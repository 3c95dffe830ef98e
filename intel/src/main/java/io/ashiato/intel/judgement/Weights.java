package io.ashiato.intel.judgement;

import io.ashiato.model.Hypothesis.Discount;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.Optional;

/// How many times more likely a piece of evidence is if an actor is behind a case than if somebody else is.
///
/// The figures are judgements, not measurements; no set of solved cases with artefacts exists to fit them on.
/// They follow three rules: class C moves little and class A much; no single class of evidence can carry a
/// name, because each is capped; what anybody could have copied counts as its square root.
final class Weights {
    /// Nearly identical code: unrelated programs reach that verdict very rarely, but code is also stolen and sold.
    static final double CODE_A = 30;

    static final double A = 15;
    static final double B = 4;
    static final double C = 1.2;

    /// A published address: rarer than other B traits, since names are registered once; but hosts change hands.
    static final double ADDRESS = 5;

    /// All pieces of one class together, except code: traits of one lure come from one builder and depend on
    /// each other.
    static final double CLASS_CAP = 12;

    /// Likeness of behaviour and of victims, which many actors share.
    static final double BEHAVIOUR_CAP = 3;

    static final double VICTIM_CAP = 2;

    /// What contradicts itself counts against the hypothesis that it points to.
    static final double CONTRADICTION = 0.5;

    /// The chance that nobody known is behind a case; what is left is shared by all known actors.
    static final double UNKNOWN_ACTOR = 0.5;

    /// The chance that somebody imitates, or uses the same tools, before anything was seen. Published false
    /// flags are few.
    static final double ALTERNATIVE = 0.01;

    /// The same for imitation where something contradicts itself: who plants one thing plants others.
    static final double IMITATION_IF_CONTRADICTED = 0.05;

    /// Code passes from hand to hand more often than it is rewritten: under shared tools it is this much less
    /// surprising.
    static final double SHARED_CODE = 6;

    /// From here on an actor may be named: the lower bound of `likely`.
    static final double NAME_AT = 0.55;

    private Weights() {}

    static double of(EvidenceClass kind, Strength strength) {
        return switch (strength) {
            case A -> kind == EvidenceClass.CODE ? CODE_A : A;
            case B -> kind == EvidenceClass.INFRASTRUCTURE ? ADDRESS : B;
            case C -> C;
        };
    }

    static double discounted(double ratio, Optional<Discount> discount) {
        if (discount.isEmpty()) {
            return ratio;
        }
        return switch (discount.get()) {
            case POSSIBLY_PLANTED, SAME_SOURCE, COMMON -> 1;
            case PUBLISHED_BEFORE, TAMPERED_HOST -> Math.sqrt(ratio);
        };
    }

    /// What class of evidence a shared trait is.
    static EvidenceClass classOf(Trait.Kind kind) {
        return switch (kind) {
            case SHA256, CODE_FAMILY, RICH_HEADER, IMPHASH, PDB_PATH, MUTEX, PROGRAM_STRING -> EvidenceClass.CODE;
            case DOMAIN, IP_ADDRESS, URL, TEMPLATE_ADDRESS, PROTOCOL_WORDS -> EvidenceClass.INFRASTRUCTURE;
            case SCRIPT_TEXT, MACHINE_ID, MAC_ADDRESS, VOLUME_SERIAL, AUTHOR_SID -> EvidenceClass.LURE;
            case DOCUMENT_PROFILE, DOCUMENT_AUTHOR, DOCUMENT_TITLE, RSID_ROOT, MAIL_ADDRESS -> EvidenceClass.LURE;
            case FILE_NAME, REGISTRY_VALUE, TECHNIQUE -> EvidenceClass.BEHAVIOUR;
            case CODE_PAGE -> EvidenceClass.LANGUAGE;
            case SOFTWARE -> EvidenceClass.TOOLS;
        };
    }
}
