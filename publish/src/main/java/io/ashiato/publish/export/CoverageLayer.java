package io.ashiato.publish.export;

import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which techniques rules look for, as a layer of the ATT&CK Navigator (layer format 4.5): a technique's
/// score is the number of rules that name it. Sub-techniques count by themselves; their technique shows the
/// sum.
public final class CoverageLayer {
    /// Where no rule names a technique: loaders drop an empty list and then miss it.
    private static final Map<String, Object> NOTHING =
            NavigatorLayer.ordered("techniqueID", "T1059", "comment", "No rule names a technique.", "enabled", true);

    private CoverageLayer() {}

    /// Writes the layer; the same rules give the same bytes, in whatever order they come.
    ///
    /// @param name of the layer, as the Navigator shows it
    /// @param attackVersion of the techniques' ids
    /// @param rulesOfTechnique by id of the technique, such as `T1059.001`
    public static void write(
            String name,
            String attackVersion,
            Map<String, ? extends Collection<RuleInfo>> rulesOfTechnique,
            OutputStream out)
            throws IOException {
        int most = rulesOfTechnique.values().stream()
                .mapToInt(Collection::size)
                .max()
                .orElse(1);
        long rules = rulesOfTechnique.values().stream()
                .flatMap(Collection::stream)
                .map(RuleInfo::id)
                .distinct()
                .count();
        var layer = new LinkedHashMap<String, Object>();
        layer.put("name", name);
        layer.put("versions", NavigatorLayer.ordered("attack", attackVersion, "navigator", "5.1.0", "layer", "4.5"));
        layer.put("domain", "enterprise-attack");
        layer.put("description", "Sigma rules that name a technique, as its score: " + rules + " rules.");
        layer.put("sorting", 3);
        layer.put("layout", layout());
        layer.put("hideDisabled", false);
        layer.put("techniques", techniques(rulesOfTechnique));
        layer.put(
                "gradient",
                NavigatorLayer.ordered("colors", List.of("#ffffff", "#0072b2"), "minValue", 0, "maxValue", most));
        Json.write(layer, out);
    }

    private static Map<String, Object> layout() {
        return NavigatorLayer.ordered(
                "layout", "side",
                "aggregateFunction", "sum",
                "showID", true,
                "showName", true,
                "showAggregateScores", true,
                "countUnscored", false,
                "expandedSubtechniques", "none");
    }

    private static List<Object> techniques(Map<String, ? extends Collection<RuleInfo>> rulesOfTechnique) {
        var sorted = new TreeMap<String, Collection<RuleInfo>>(rulesOfTechnique);
        Set<String> parents = new LinkedHashSet<>();
        var entries = new ArrayList<Object>();
        sorted.forEach((id, rules) -> {
            int dot = id.indexOf('.');
            String parent = dot < 0 ? id : id.substring(0, dot);
            if (parents.add(parent) && !sorted.containsKey(parent)) {
                entries.add(NavigatorLayer.ordered("techniqueID", parent, "showSubtechniques", true));
            }
            entries.add(entry(id, rules));
        });
        return entries.isEmpty() ? List.of(NOTHING) : entries;
    }

    private static Map<String, Object> entry(String id, Collection<RuleInfo> rules) {
        var byLevel = new ArrayList<Object>();
        for (Level level : Level.values()) {
            long count = rules.stream().filter(rule -> rule.level() == level).count();
            if (count > 0) {
                byLevel.add(NavigatorLayer.ordered("name", level.id(), "value", Long.toString(count)));
            }
        }
        return NavigatorLayer.ordered(
                "techniqueID",
                id,
                "score",
                rules.size(),
                "enabled",
                true,
                "metadata",
                byLevel,
                "links",
                List.of(NavigatorLayer.link(id)),
                "showSubtechniques",
                true);
    }
}
