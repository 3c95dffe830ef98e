package io.ashiato.intel.judgement;

import io.ashiato.intel.attribution.Ranking;
import io.ashiato.intel.knowledge.Actor;
import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.Basis;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may be behind a case, as hypotheses that compete, and whether the evidence allows to name one.
public final class ActorJudgement {
    private static final int MAX_ACTORS = 5;
    private static final int MAX_ALIASES = 12;

    /// Actors that nothing but likeness of behaviour points to, shown so that the table says who was considered.
    private static final int ONLY_ALIKE = 2;

    private final CaseEvidence evidence;
    private final Knowledge knowledge;
    private final ActorEvidenceCollector pieces;

    private ActorJudgement(CaseEvidence evidence, Knowledge knowledge) {
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.pieces = new ActorEvidenceCollector(evidence, knowledge);
    }

    /// The judgement. "Nobody is named" is its proper and usual outcome.
    ///
    /// @param ranking of behaviour; without candidates where no technique was seen
    public static Assessment.Attribution of(
            CaseEvidence evidence, List<ResearchRelation> relations, Ranking ranking, Knowledge knowledge) {
        var judgement = new ActorJudgement(evidence, knowledge);
        if (!evidence.intrusion() && relations.isEmpty()) {
            return new Assessment.Attribution(Optional.empty(), Optional.of(Refusal.NO_INTRUSION), List.of());
        }
        judgement.pieces.relations(relations);
        judgement.pieces.behaviour(ranking, ONLY_ALIKE);
        return judgement.judge();
    }

    /// An actor with what the evidence makes of it.
    private record Weighed(String actor, List<ActorEvidence> pieces, double weight) {}

    private Assessment.Attribution judge() {
        double prior =
                (1 - Weights.UNKNOWN_ACTOR) / Math.max(100, knowledge.actors().size());
        List<Weighed> actors = pieces.actors().stream()
                .map(actor -> new Weighed(actor, pieces.of(actor), prior * Odds.of(pieces.of(actor))))
                .sorted(Comparator.comparingDouble((Weighed weighed) -> -weighed.weight)
                        .thenComparing(Weighed::actor))
                .limit(MAX_ACTORS)
                .toList();
        if (actors.isEmpty()) {
            return new Assessment.Attribution(Optional.empty(), Optional.of(Refusal.NOTHING_POINTS), List.of());
        }
        Weighed first = actors.getFirst();
        List<ActorEvidence> imitated = actors.stream()
                .map(Weighed::pieces)
                .filter(ActorJudgement::contradicted)
                .findFirst()
                .orElse(first.pieces);
        double chance = contradicted(imitated) ? Weights.IMITATION_IF_CONTRADICTED : Weights.ALTERNATIVE;
        double imitation = chance * Odds.ifImitated(imitated);
        double shared = Weights.ALTERNATIVE * Odds.ifToolsAreShared(first.pieces);
        double sum = actors.stream().mapToDouble(Weighed::weight).sum() + Weights.UNKNOWN_ACTOR + imitation + shared;

        Optional<Refusal> refusal = refusal(actors, first.weight / sum);
        var hypotheses = new ArrayList<Hypothesis>();
        for (Weighed weighed : actors) {
            hypotheses.add(actor(weighed, weighed.weight / sum));
        }
        hypotheses.add(alternative(Hypothesis.Kind.UNKNOWN_ACTOR, Weights.UNKNOWN_ACTOR / sum, List.of()));
        hypotheses.add(alternative(Hypothesis.Kind.IMITATION, imitation / sum, Odds.copyable(imitated)));
        hypotheses.add(alternative(Hypothesis.Kind.SHARED_TOOLS, shared / sum, Odds.sharedCode(first.pieces)));
        hypotheses.sort(Comparator.comparing(Hypothesis::likelihood).reversed());
        Optional<String> named = refusal.isPresent() ? Optional.empty() : Optional.of(first.actor);
        if (named.isPresent()) { // the named one leads, also among equals
            hypotheses.sort(
                    Comparator.comparing(hypothesis -> !hypothesis.actor().equals(named)));
        }
        return new Assessment.Attribution(named, refusal, hypotheses);
    }

    private static boolean contradicted(List<ActorEvidence> pieces) {
        return pieces.stream().anyMatch(piece -> piece.basis() == Basis.CONTRADICTION);
    }

    private Hypothesis actor(Weighed weighed, double probability) {
        List<ActorEvidence> supporting =
                ActorEvidenceCollector.supporting(weighed.pieces).toList();
        List<ActorEvidence> opposing = weighed.pieces.stream()
                .filter(piece -> !supporting.contains(piece))
                .toList();
        Likelihood likelihood = Odds.likelihood(probability);
        Likelihood bound = bound(weighed.pieces);
        return new Hypothesis(
                Hypothesis.Kind.ACTOR,
                Optional.of(weighed.actor),
                knowledge.actor(weighed.actor).map(Actor::name).orElse(weighed.actor),
                aliases(weighed.actor),
                atMost(bound, likelihood),
                confidence(weighed.actor, weighed.pieces),
                supporting,
                opposing);
    }

    private static Hypothesis alternative(Hypothesis.Kind kind, double probability, List<ActorEvidence> supporting) {
        return new Hypothesis(
                kind,
                Optional.empty(),
                "",
                List.of(),
                atMost(Likelihood.VERY_LIKELY, Odds.likelihood(probability)),
                Confidence.LOW,
                supporting,
                List.of());
    }

    private static Likelihood atMost(Likelihood bound, Likelihood likelihood) {
        return likelihood.compareTo(bound) > 0 ? bound : likelihood;
    }

    /// No more than `likely` without a class A piece, no more than `very likely` with one: artefacts of one
    /// case never make an actor almost certain.
    private static Likelihood bound(List<ActorEvidence> pieces) {
        boolean hard = pieces.stream().anyMatch(piece -> piece.strength() == Strength.A && counts(piece));
        return hard && strongClasses(pieces).size() >= 3 ? Likelihood.VERY_LIKELY : Likelihood.LIKELY;
    }

    private Optional<Refusal> refusal(List<Weighed> actors, double probability) {
        Weighed first = actors.getFirst();
        Set<EvidenceClass> strong = strongClasses(first.pieces);
        if (!evidence.intrusion()) {
            return Optional.of(Refusal.NO_INTRUSION);
        }
        if (actors.stream().map(Weighed::pieces).anyMatch(ActorJudgement::contradicted) && strong.size() < 2) {
            return Optional.of(Refusal.CONTRADICTED);
        }
        if (strong.isEmpty()) {
            return Optional.of(weak(first));
        }
        if (strong.size() < 2) {
            return Optional.of(Refusal.ONE_KIND_OF_EVIDENCE);
        }
        if (actors.size() > 1
                && actors.get(1).weight > first.weight / 3
                && !related(first.actor, actors.get(1).actor)) {
            return Optional.of(Refusal.COMPETING);
        }
        return probability < Weights.NAME_AT ? Optional.of(Refusal.TOO_WEAK) : Optional.empty();
    }

    private static Refusal weak(Weighed first) {
        if (first.pieces.stream().anyMatch(piece -> piece.strength() != Strength.C)) {
            return Refusal.TOO_WEAK; // there was something, and its discounts took its weight
        }
        boolean tools = first.pieces.stream().anyMatch(piece -> piece.basis() == Basis.PUBLIC_TOOLS);
        return tools ? Refusal.ONLY_PUBLIC_TOOLS : Refusal.ONLY_TECHNIQUES;
    }

    /// Classes with a piece of strength A or B that kept its weight: the independent kinds that a name needs two of.
    private static Set<EvidenceClass> strongClasses(List<ActorEvidence> pieces) {
        return pieces.stream()
                .filter(ActorJudgement::counts)
                .map(ActorEvidence::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EvidenceClass.class)));
    }

    private static boolean counts(ActorEvidence piece) {
        return piece.strength() != Strength.C && piece.ratio() >= 1.5;
    }

    /// How good the basis is: several kinds and several witnesses for the actor, and records that can be trusted.
    private Confidence confidence(String actor, List<ActorEvidence> pieces) {
        Set<EvidenceClass> strong = strongClasses(pieces);
        Set<String> reports = pieces.stream()
                .filter(ActorJudgement::counts)
                .flatMap(piece -> piece.sources().stream())
                .map(PublishedSource::key)
                .filter(key -> new ActorClaims(knowledge).holds(key, actor))
                .collect(Collectors.toSet());
        int witnesses = new ActorClaims(knowledge).witnesses(reports);
        Confidence confidence = strong.size() >= 3 && witnesses >= 2
                ? Confidence.HIGH
                : strong.size() >= 2 ? Confidence.MODERATE : Confidence.LOW;
        boolean doubtful = evidence.tampered() || contradicted(pieces);
        return doubtful && confidence == Confidence.HIGH ? Confidence.MODERATE : confidence;
    }

    private List<Hypothesis.Alias> aliases(String actor) {
        return knowledge.aliasesOf(actor).stream()
                .filter(claim -> claim.relation() == AliasClaim.Relation.ALSO_KNOWN_AS
                        || claim.relation() == AliasClaim.Relation.OVERLAPS)
                .map(claim -> new Hypothesis.Alias(claim.name(), claim.claimedBy(), claim.disputed()))
                .distinct()
                .limit(MAX_ALIASES)
                .toList();
    }

    /// Whether somebody says that one is the other, or part of it: then they do not compete, they are told together.
    private boolean related(String one, String other) {
        return says(one, other) || says(other, one);
    }

    private boolean says(String subject, String object) {
        String name = knowledge.actor(object).map(Actor::name).orElse(object);
        return knowledge.aliasesOf(subject).stream()
                .anyMatch(claim ->
                        claim.name().equalsIgnoreCase(name) || claim.name().equalsIgnoreCase(object));
    }
}
