package io.ashiato.intel.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which reports are one witness, because one takes over what the other found.
final class Witnesses {
    private Witnesses() {}

    static List<Set<String>> of(Map<String, Report> known, Collection<String> asked, String what) {
        var groups = new ArrayList<Set<String>>();
        for (String key : new TreeSet<>(asked)) {
            groups.add(new TreeSet<>(Set.of(key)));
        }
        for (String key : new TreeSet<>(asked)) {
            Report report = known.get(key);
            if (report != null) {
                report.repeats().stream()
                        .filter(repeat -> repeat.what().equals(what))
                        .forEach(repeat -> join(groups, key, repeat.report()));
            }
        }
        return List.copyOf(groups);
    }

    private static void join(List<Set<String>> groups, String one, String other) {
        Set<String> first = groupOf(groups, one);
        Set<String> second = groupOf(groups, other);
        if (!first.equals(second) && !second.isEmpty()) {
            first.addAll(second);
            groups.remove(second);
        }
    }

    private static Set<String> groupOf(List<Set<String>> groups, String key) {
        return groups.stream().filter(group -> group.contains(key)).findFirst().orElse(Set.of());
    }
}
