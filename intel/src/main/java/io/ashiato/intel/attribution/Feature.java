package io.ashiato.intel.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// One way in which an actor can be like what was observed. The ranking is a weighted sum of these; each can
/// say which things it rests on, so that a report can show what moved an actor up or down.
///
/// Logarithms are natural. A rarity is the logarithm of all actors by those who have the thing: about 5 for a
/// technique or program of one actor among 170.
public enum Feature {
    TECHNIQUE_COSINE(EvidenceKind.TECHNIQUES, ActorMatch::techniqueCosine, Reasons::ownTechniques),
    PROFILE_COSINE(EvidenceKind.TECHNIQUES, ActorMatch::profileCosine, Reasons::profileTechniques),
    REPORT_RATIO(EvidenceKind.TECHNIQUES, match -> match.reportRatio(false), Reasons::profileTechniques),
    NEAREST_REPORT(EvidenceKind.TECHNIQUES, match -> match.nearestReports(1), Reasons::profileTechniques),
    NEAREST_REPORTS(EvidenceKind.TECHNIQUES, ActorMatch::nearestReports, Reasons::profileTechniques),
    SHARED_MALWARE(EvidenceKind.MALWARE, ActorMatch::sharedMalware, Reasons::malware),
    MALWARE_SHARE(EvidenceKind.MALWARE, ActorMatch::malwareShare, Reasons::malware),
    SOFTWARE_HABITS(EvidenceKind.TECHNIQUES, ActorMatch::softwareHabits, Reasons::profileTechniques),
    PARENT_COSINE(EvidenceKind.TECHNIQUES, ActorMatch::parentCosine, Reasons::profileTechniques),
    VICTIM_COUNTRIES(
            EvidenceKind.VICTIMS,
            match -> match.victims(match.observed.countries),
            match -> Reasons.victims(match, match.observed.countries)),
    VICTIM_SECTORS(
            EvidenceKind.VICTIMS,
            match -> match.victims(match.observed.sectors),
            match -> Reasons.victims(match, match.observed.sectors)),
    UNCITED_VICTIMS(EvidenceKind.VICTIMS, ActorMatch::uncitedVictims, Reasons::uncitedVictims),
    KNOWN_RELATIONS(EvidenceKind.CIRCUMSTANCES, ActorMatch::knownRelations, match -> List.of()),
    ACTIVE_THEN(EvidenceKind.CIRCUMSTANCES, ActorMatch::activeThen, Reasons::years),
    RARE_TECHNIQUES(EvidenceKind.TECHNIQUES, ActorMatch::rareTechniques, Reasons::ownTechniques),
    /// Speaks against an actor.
    FOREIGN_MALWARE(EvidenceKind.MALWARE, match -> match.foreignMalware().size(), Reasons::foreignMalware),
    CLIPPED_RATIO(EvidenceKind.TECHNIQUES, match -> match.reportRatio(true), Reasons::profileTechniques),
    RARE_PAIRS(EvidenceKind.TECHNIQUES, ActorMatch::rarePairs, Reasons::profileTechniques),
    SUPPORTED_MALWARE(EvidenceKind.MALWARE, ActorMatch::supportedMalware, Reasons::malware),
    TRIMMED_COSINE(EvidenceKind.TECHNIQUES, ActorMatch::trimmedCosine, Reasons::ownTechniques),
    SHARED_TOOLS(EvidenceKind.TOOLS, ActorMatch::sharedTools, Reasons::tools),
    TIED_MALWARE(EvidenceKind.MALWARE, ActorMatch::tiedMalware, Reasons::malware),
    MALWARE_OWNERSHIP(EvidenceKind.MALWARE, ActorMatch::malwareOwnership, Reasons::malware),
    NEAREST_REPORT_WITH_MALWARE(
            EvidenceKind.TECHNIQUES, ActorMatch::nearestReportWithMalware, Reasons::techniquesAndMalware),
    UNEXPLAINED_COSINE(EvidenceKind.TECHNIQUES, ActorMatch::unexplainedCosine, Reasons::ownTechniques);

    private static final Feature[] ALL = values();

    private final EvidenceKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final ToDoubleFunction<ActorMatch> value;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final Function<ActorMatch, List<String>> reasons;

    Feature(EvidenceKind kind, ToDoubleFunction<ActorMatch> value, Function<ActorMatch, List<String>> reasons) {
        this.kind = kind;
        this.value = value;
        this.reasons = reasons;
    }

    /// What it rests on.
    public EvidenceKind kind() {
        return kind;
    }

    /// Where its value and its weight stand in arrays: in the order of the constants.
    @SuppressWarnings("EnumOrdinal") // nothing is stored by it: files have the names
    public int place() {
        return ordinal();
    }

    double value(ActorMatch match) {
        return value.applyAsDouble(match);
    }

    /// The things that it rests on for this actor, the rarest first.
    List<String> reasons(ActorMatch match) {
        return reasons.apply(match);
    }

    /// All values for one actor, in the order of the constants.
    static double[] values(ActorMatch match) {
        var values = new double[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            values[i] = ALL[i].value(match);
        }
        return values;
    }

    /// The things behind the numbers.
    private static final class Reasons {
        /// A reader looks at a handful.
        private static final int MOST = 8;

        static List<String> ownTechniques(ActorMatch match) {
            return techniques(match, match.profile.own().techniques());
        }

        static List<String> profileTechniques(ActorMatch match) {
            return techniques(match, match.profile.techniques());
        }

        private static List<String> techniques(ActorMatch match, int[] places) {
            return Arrays.stream(places)
                    .filter(match.observed::has)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer place) -> -match.observed.weight[place]))
                    .limit(MOST)
                    .map(match.view.base.techniques::id)
                    .toList();
        }

        static List<String> techniquesAndMalware(ActorMatch match) {
            var items = new ArrayList<>(malware(match));
            items.addAll(profileTechniques(match));
            return items;
        }

        static List<String> malware(ActorMatch match) {
            return software(match, false);
        }

        static List<String> tools(ActorMatch match) {
            return software(match, true);
        }

        private static List<String> software(ActorMatch match, boolean tool) {
            return Arrays.stream(match.observed.software)
                    .filter(piece -> match.view.base.toolSoftware[piece] == tool)
                    .filter(match.profile.own()::uses)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer piece) -> -match.view.softwareRarity(piece)))
                    .limit(MOST)
                    .map(match.view.base.software::id)
                    .toList();
        }

        static List<String> foreignMalware(ActorMatch match) {
            return match.foreignMalware().stream()
                    .limit(MOST)
                    .map(match.view.base.software::id)
                    .toList();
        }

        static List<String> victims(ActorMatch match, List<Integer> observed) {
            return observed.stream()
                    .filter(match.profile.own().victims()::get)
                    .limit(MOST)
                    .map(match.view.base.victims::id)
                    .toList();
        }

        static List<String> uncitedVictims(ActorMatch match) {
            return Arrays.stream(match.view.uncitedVictims(match.profile.actor()))
                    .filter(victim ->
                            match.observed.countries.contains(victim) || match.observed.sectors.contains(victim))
                    .limit(MOST)
                    .mapToObj(match.view.base.victims::id)
                    .toList();
        }

        static List<String> years(ActorMatch match) {
            var years = new ArrayList<String>();
            for (int year : match.profile.years()) {
                if (match.observed.year != 0 && Math.abs(year - match.observed.year) <= 1) {
                    years.add(Integer.toString(year));
                }
            }
            return years;
        }
    }
}
