package io.ashiato.intel.attribution.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Divides cases into folds of about equal size in which no actor and no report is in two.
final class Folds {
    private Folds() {}

    /// The fold of each case. Groups of cases go, the largest first, to the fold with the fewest cases so far.
    static int[] of(List<PreparedCase> cases, int folds) {
        List<String> groups = groups(cases);
        var sizes = new TreeMap<String, Integer>();
        groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        List<String> largestFirst = sizes.keySet().stream()
                .sorted(Comparator.comparingInt((String group) -> -sizes.getOrDefault(group, 0)))
                .toList();
        var load = new int[folds];
        Map<String, Integer> foldOf = new HashMap<>();
        for (String group : largestFirst) {
            int least = 0;
            for (int fold = 1; fold < folds; fold++) {
                least = load[fold] < load[least] ? fold : least;
            }
            foldOf.put(group, least);
            load[least] += sizes.getOrDefault(group, 0);
        }
        return groups.stream().mapToInt(group -> foldOf.getOrDefault(group, 0)).toArray();
    }

    /// For each case the name of its group: reports that share an actor, directly or over other reports, are
    /// one.
    private static List<String> groups(List<PreparedCase> cases) {
        Map<String, String> parent = new HashMap<>();
        for (PreparedCase each : cases) {
            String report = "report " + each.source().report();
            for (String actor : each.source().actors()) {
                parent.put(root(parent, report), root(parent, "actor " + actor));
            }
        }
        var groups = new ArrayList<String>();
        for (PreparedCase each : cases) {
            groups.add(root(parent, "report " + each.source().report()));
        }
        return groups;
    }

    private static String root(Map<String, String> parent, String member) {
        String at = member;
        for (String up = parent.get(at); up != null && !up.equals(at); up = parent.get(at)) {
            at = up;
        }
        return at;
    }
}
