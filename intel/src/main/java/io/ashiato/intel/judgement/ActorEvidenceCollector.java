package io.ashiato.intel.judgement;

import io.ashiato.intel.attribution.Candidate;
import io.ashiato.intel.attribution.EvidenceKind;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.PublishedDates;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.Basis;
import io.ashiato.model.Hypothesis.Discount;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Gathers, for each actor, the pieces of evidence that point to it or away from it.
final class ActorEvidenceCollector {
    /// Pieces of one actor that are shown and counted; what is behind them adds nothing, since classes are capped.
    private static final int MAX_PIECES = 24;

    private final CaseEvidence evidence;
    private final Knowledge knowledge;
    private final ActorClaims claims;
    private final Map<String, List<ActorEvidence>> byActor = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    ActorEvidenceCollector(CaseEvidence evidence, Knowledge knowledge) {
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.claims = new ActorClaims(knowledge);
    }

    /// What relations to research say: for each shared trait, whom its report stands for.
    void relations(List<ResearchRelation> relations) {
        for (ResearchRelation relation : relations) {
            Optional<Report> report = Relations.report(relation, knowledge);
            if (report.isPresent()) {
                Map<String, List<PublishedSource>> pointed = claims.of(report.get());
                for (SharedTrait shared : relation.shared()) {
                    pointed.forEach((actor, sources) -> shared(actor, sources, relation, shared));
                }
            }
        }
    }

    private void shared(String actor, List<PublishedSource> sources, ResearchRelation relation, SharedTrait shared) {
        Trait trait = shared.trait();
        EvidenceClass kind = Weights.classOf(trait.kind());
        // The same feature in a second report is the same observation, however often it was printed.
        boolean repeated = !seen.add(actor + "|" + trait.kind() + "|" + trait.value());
        Optional<Discount> discount = repeated
                ? Optional.of(Discount.SAME_SOURCE)
                : evidence.contradicted(trait)
                        ? Optional.of(Discount.POSSIBLY_PLANTED)
                        : shared.strength() == Strength.C
                                ? Optional.of(Discount.COMMON)
                                : publishedBefore(shared, relation.source());
        var references = new ArrayList<>(trait.references());
        references.add(relation.id());
        double ratio = Weights.discounted(Weights.of(kind, shared.strength()), discount);
        add(actor, kind, shared.strength(), basis(trait.kind()), ratio, trait.value(), references, sources, discount);
        if (discount.filter(Discount.POSSIBLY_PLANTED::equals).isPresent()) {
            contradiction(actor, trait, references);
        }
    }

    private void contradiction(String actor, Trait trait, List<String> references) {
        evidence.contradictions().stream()
                .filter(c -> c.trait() == trait.kind() && c.value().equals(trait.value()))
                .findFirst()
                .ifPresent(c -> add(
                        actor,
                        EvidenceClass.CODE,
                        Strength.B,
                        Basis.CONTRADICTION,
                        Weights.CONTRADICTION,
                        c.against(),
                        references,
                        List.of(),
                        Optional.empty()));
    }

    /// What stood in print before the first activity, anybody could copy. Code cannot be copied from a report.
    private Optional<Discount> publishedBefore(SharedTrait shared, PublishedSource source) {
        boolean copyable = shared.trait().kind() != Trait.Kind.CODE_FAMILY
                && shared.trait().kind() != Trait.Kind.SCRIPT_TEXT;
        Optional<LocalDate> published = PublishedDates.latest(source.date());
        boolean before = evidence.first().isPresent()
                && published.isPresent()
                && published.get().isBefore(evidence.first().get());
        return copyable && before ? Optional.of(Discount.PUBLISHED_BEFORE) : Optional.empty();
    }

    /// What likeness of behaviour and victims says, of actors that anything else points to and of the most alike.
    void behaviour(Ranking ranking, int most) {
        int taken = 0;
        for (Candidate candidate : ranking.candidates()) {
            if (byActor.containsKey(candidate.actor()) || taken < most) {
                taken += byActor.containsKey(candidate.actor()) ? 0 : 1;
                behaviour(candidate);
            }
        }
    }

    private void behaviour(Candidate candidate) {
        double techniques = Math.sqrt(Math.exp(candidate.moved(EvidenceKind.TECHNIQUES)));
        Optional<Discount> discount = evidence.tampered() ? Optional.of(Discount.TAMPERED_HOST) : Optional.empty();
        double ratio = Math.clamp(techniques, 1 / Weights.BEHAVIOUR_CAP, Weights.BEHAVIOUR_CAP);
        List<String> findings = evidence.techniques().values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .limit(8)
                .toList();
        add(
                candidate.actor(),
                EvidenceClass.BEHAVIOUR,
                Strength.C,
                Basis.TECHNIQUE_PROFILE,
                Weights.discounted(ratio, discount),
                items(candidate, EvidenceKind.TECHNIQUES),
                findings,
                catalogue(candidate.actor()),
                discount);
        double victims = Math.sqrt(Math.exp(candidate.moved(EvidenceKind.VICTIMS)));
        if (victims > 1.05) {
            add(
                    candidate.actor(),
                    EvidenceClass.VICTIM,
                    Strength.C,
                    Basis.VICTIM_PROFILE,
                    Math.min(victims, Weights.VICTIM_CAP),
                    items(candidate, EvidenceKind.VICTIMS),
                    List.of(),
                    catalogue(candidate.actor()),
                    Optional.empty());
        }
    }

    private static String items(Candidate candidate, EvidenceKind kind) {
        return String.join(
                ", ",
                candidate.contributions().stream()
                        .filter(contribution -> contribution.feature().kind() == kind)
                        .flatMap(contribution -> contribution.items().stream())
                        .distinct()
                        .limit(6)
                        .toList());
    }

    /// Where it stands what the actor does: the catalogue, which cites the reports.
    private List<PublishedSource> catalogue(String actor) {
        return knowledge
                .actor(actor)
                .map(known -> knowledge.sources(List.of(known.catalogue())))
                .orElse(List.of());
    }

    private void add(
            String actor,
            EvidenceClass kind,
            Strength strength,
            Basis basis,
            double ratio,
            String value,
            List<String> references,
            List<PublishedSource> sources,
            Optional<Discount> discount) {
        List<ActorEvidence> pieces = byActor.computeIfAbsent(actor, id -> new ArrayList<>());
        if (pieces.size() < MAX_PIECES) {
            pieces.add(new ActorEvidence(kind, strength, basis, ratio, value, references, sources, discount));
        }
    }

    private static Basis basis(Trait.Kind kind) {
        return switch (kind) {
            case CODE_FAMILY, SHA256, IMPHASH, PDB_PATH, MUTEX, PROGRAM_STRING -> Basis.CODE_LIKENESS;
            case RICH_HEADER -> Basis.RICH_HEADER;
            case DOMAIN, IP_ADDRESS, URL, TEMPLATE_ADDRESS, PROTOCOL_WORDS -> Basis.PUBLISHED_ADDRESS;
            case CODE_PAGE -> Basis.LANGUAGE_TRACE;
            case SOFTWARE -> Basis.PUBLIC_TOOLS;
            case TECHNIQUE -> Basis.TECHNIQUE_PROFILE;
            case SCRIPT_TEXT, MACHINE_ID, MAC_ADDRESS, VOLUME_SERIAL, AUTHOR_SID, DOCUMENT_PROFILE -> Basis.LURE_TRAIT;
            case DOCUMENT_AUTHOR, DOCUMENT_TITLE, RSID_ROOT, MAIL_ADDRESS, FILE_NAME -> Basis.LURE_TRAIT;
            case REGISTRY_VALUE -> Basis.LURE_TRAIT;
        };
    }

    /// The actors that anything points to.
    Set<String> actors() {
        return byActor.keySet();
    }

    List<ActorEvidence> of(String actor) {
        return byActor.getOrDefault(actor, List.of());
    }

    /// Pieces that make an actor more likely, the strongest first.
    static Stream<ActorEvidence> supporting(List<ActorEvidence> pieces) {
        return pieces.stream()
                .filter(piece -> piece.ratio() >= 1 && piece.basis() != Basis.CONTRADICTION)
                .sorted(java.util.Comparator.comparingDouble((ActorEvidence piece) -> -piece.ratio())
                        .thenComparing(ActorEvidence::kind)
                        .thenComparing(piece -> piece.value().toLowerCase(Locale.ROOT)));
    }
}
