package io.ashiato.intel.attribution;

import java.util.function.ToDoubleFunction;

/// What the naming models look at: how sure the ranking is of its first actor, and what it rests on.
public enum NamingFeature {
    PROBABILITY(leader -> leader.probabilities[leader.place]),
    LOG_LEAD(Leader::logLead),
    SCORE(leader -> leader.scores[leader.place]),
    SCORE_LEAD(leader -> leader.scores[leader.place] - leader.scores[leader.second]),
    SHARED_MALWARE(leader -> Math.min(leader.feature(Feature.SHARED_MALWARE), 15) / 5),
    FOREIGN_MALWARE(leader -> Math.min(leader.feature(Feature.FOREIGN_MALWARE), 3)),
    OBSERVED_TECHNIQUES(leader -> Math.log1p(leader.observed.techniqueCount)),
    OBSERVED_SOFTWARE(leader -> Math.log1p(leader.observed.softwareCount)),
    RARE_TECHNIQUES(leader -> leader.feature(Feature.RARE_TECHNIQUES)),
    NEAREST_REPORT(leader -> leader.feature(Feature.NEAREST_REPORT)),
    KNOWN_RELATIONS(leader -> leader.feature(Feature.KNOWN_RELATIONS)),
    TECHNIQUE_RANK(Leader::inverseTechniqueRank),
    TECHNIQUE_PROBABILITY(leader -> leader.byTechniques[leader.place]),
    ACTORS_OF_EXCLUSIVE_MALWARE(leader -> Math.min(leader.actorsOfExclusiveMalware(), 4)),
    SOFTWARE_HABITS(leader -> leader.feature(Feature.SOFTWARE_HABITS)),
    COMMON_TECHNIQUES(Leader::commonTechniques),
    REPORT_RATIO(leader -> leader.feature(Feature.REPORT_RATIO)),
    MALWARE_SUPPORT(Leader::malwareSupport),
    UNKNOWN_SOFTWARE(Leader::unknownSoftware),
    TRIMMED_RANK(Leader::inverseTrimmedRank),
    TRIMMED_SHARE(Leader::trimmedShare),
    MALWARE_OF_FEW(leader -> Math.min(leader.malwareOfFew(3), 3)),
    TECHNIQUE_LEAD(Leader::techniqueLead),
    VICTIMS(leader -> leader.feature(Feature.VICTIM_COUNTRIES) + leader.feature(Feature.VICTIM_SECTORS)),
    SUPPORTED_MALWARE(leader -> leader.feature(Feature.SUPPORTED_MALWARE) / 5),
    TRIMMED_COSINE(leader -> leader.feature(Feature.TRIMMED_COSINE)),
    SHARED_TOOLS(leader -> leader.feature(Feature.SHARED_TOOLS) / 5),
    TOOL_SHARE(Leader::toolShare),
    UNEXPLAINED_RANK(Leader::inverseUnexplainedRank),
    UNEXPLAINED_COSINE(leader -> leader.feature(Feature.UNEXPLAINED_COSINE)),
    MALWARE_CITATIONS(leader -> Math.min(leader.malwareCitations(), 5)),
    MALWARE_OWNERSHIP(leader -> leader.feature(Feature.MALWARE_OWNERSHIP)),
    MALWARE_COUNT(leader -> Math.min(leader.malwareOfFew(Integer.MAX_VALUE), 5)),
    MALWARE_OF_ONE(leader -> Math.min(leader.malwareOfFew(1), 3)),
    NEAREST_REPORT_WITH_MALWARE(leader -> leader.feature(Feature.NEAREST_REPORT_WITH_MALWARE));

    private static final NamingFeature[] ALL = values();

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final ToDoubleFunction<Leader> value;

    NamingFeature(ToDoubleFunction<Leader> value) {
        this.value = value;
    }

    /// All values, in the order of the constants.
    static double[] values(Leader leader) {
        var values = new double[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            values[i] = ALL[i].value.applyAsDouble(leader);
        }
        return values;
    }
}
