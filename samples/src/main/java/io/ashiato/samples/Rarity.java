package io.ashiato.samples;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// How much it says when two programs share something: the less, the more other programs have it too.
///
/// Two sources: the built-in [CommonCode] of compilers, run-time and well-known libraries, and programs that
/// are given as reference. Neither knows names of files or families.
public final class Rarity {
    /// What common code counts against code of one's own. Not nothing: two programs of one compiler are a little more
    /// alike than others, and the code may have been taken for common by chance.
    private static final double COMMON_WEIGHT = 0.05;

    /// Programs assumed beside the reference that have none of it: with few references a thing that only the two
    /// compared programs have must not count as frequent.
    private static final int UNSEEN = 20;

    private final CommonCode common;
    private final Map<Long, Integer> counts;
    private final int groups;

    private Rarity(CommonCode common, Map<Long, Integer> counts, int groups) {
        this.common = common;
        this.counts = counts;
        this.groups = groups;
    }

    /// With nothing but the built-in common code.
    public static Rarity builtIn() {
        return new Rarity(CommonCode.builtIn(), Map.of(), 0);
    }

    /// With the built-in common code and, as reference, programs each of which stands for itself.
    public static Rarity over(Collection<SampleFeatures> programs) {
        return overGroups(programs.stream().map(List::of).toList());
    }

    /// With the built-in common code and groups of programs that are known to be alike, such as a family: what a whole
    /// group has counts once.
    public static Rarity overGroups(Collection<? extends Collection<SampleFeatures>> groups) {
        return new Rarity(CommonCode.builtIn(), count(groups), groups.size());
    }

    private static Map<Long, Integer> count(Collection<? extends Collection<SampleFeatures>> groups) {
        var counts = new HashMap<Long, Integer>();
        for (Collection<SampleFeatures> group : groups) {
            var seen = new HashSet<Long>();
            for (SampleFeatures program : group) {
                program.strings().forEach(seen::add);
                program.constants().forEach(seen::add);
                program.imports().forEach(seen::add);
                program.functions().forEach(function -> seen.add(function.exact()));
            }
            seen.forEach(hash -> counts.merge(hash, 1, Integer::sum));
        }
        return counts;
    }

    /// Between 0 for what every program has and 1 for what at most one group has.
    public double weight(long hash) {
        double weight = common.contains(hash) ? COMMON_WEIGHT : 1;
        int seen = counts.getOrDefault(hash, 0);
        if (seen <= 1) {
            return weight;
        }
        double all = groups + UNSEEN + 1.0;
        return weight * Math.log(all / seen) / Math.log(all);
    }

    /// Whether it belongs to compilers, run-time or well-known libraries.
    public boolean isCommon(long hash) {
        return common.contains(hash);
    }
}
