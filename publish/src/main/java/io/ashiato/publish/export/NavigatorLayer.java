package io.ashiato.publish.export;

import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Tactic;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.report.ReportModel;
import io.ashiato.publish.report.ReportModel.TechniqueUse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The findings as a layer of the ATT&CK Navigator (layer format 4.5).
public final class NavigatorLayer {
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");

    /// Loaders drop an empty list and then miss it, so a case without techniques has one entry without a score.
    private static final Map<String, Object> NOTHING =
            ordered("techniqueID", "T1059", "comment", "No finding names a technique.", "enabled", true);

    private NavigatorLayer() {}

    public static void write(ReportModel model, OutputStream out) throws IOException {
        IncidentCase incident = model.incident();
        var layer = new LinkedHashMap<String, Object>();
        layer.put("name", "Ashiato " + incident.id());
        layer.put("versions", ordered("attack", incident.attackVersion(), "navigator", "5.1.0", "layer", "4.5"));
        layer.put("domain", "enterprise-attack");
        layer.put("description", description(incident));
        layer.put("filters", ordered("platforms", List.of("Windows")));
        layer.put("sorting", 3);
        layer.put("layout", layout());
        layer.put("hideDisabled", false);
        layer.put("techniques", techniques(model));
        layer.put("gradient", ordered("colors", List.of("#ffffff", "#0072b2"), "minValue", 0, "maxValue", 100));
        layer.put(
                "legendItems",
                List.of(
                        ordered("label", "medium", "color", "#80b9d9"),
                        ordered("label", "critical", "color", "#0072b2")));
        layer.put(
                "metadata",
                List.of(
                        ordered("name", "case", "value", incident.id()),
                        ordered("name", "tlp", "value", incident.tlp().label())));
        Json.write(layer, out);
    }

    private static String description(IncidentCase incident) {
        return incident.tlp().label() + ". en: " + Label.FIGURE_MATRIX.in(Language.ENGLISH) + " / ja: "
                + Label.FIGURE_MATRIX.in(Language.JAPANESE);
    }

    private static Map<String, Object> layout() {
        return ordered(
                "layout", "side",
                "aggregateFunction", "max",
                "showID", true,
                "showName", true,
                "showAggregateScores", false,
                "countUnscored", false,
                "expandedSubtechniques", "annotated");
    }

    /// One entry for each technique and tactic; without a tactic the colour would be under every one.
    private static List<Object> techniques(ReportModel model) {
        var entries = new ArrayList<Object>();
        Set<String> own = new LinkedHashSet<>();
        Set<String> parents = new LinkedHashSet<>();
        for (TechniqueUse use : model.techniques()) {
            String id = use.technique().id();
            if (!TECHNIQUE.matcher(id).matches()) {
                continue;
            }
            List<String> tactics = use.technique().tactics().stream()
                    .filter(name -> Tactic.of(name).isPresent())
                    .toList();
            if (tactics.isEmpty()) {
                entries.add(entry(use, ""));
                own.add(id + "|");
            }
            for (String tactic : tactics) {
                entries.add(entry(use, tactic));
                own.add(id + "|" + tactic);
                if (id.indexOf('.') > 0) {
                    parents.add(id.substring(0, id.indexOf('.')) + "|" + tactic);
                }
            }
        }
        for (String parent : parents) {
            if (own.add(parent)) {
                String[] parts = parent.split("\\|");
                entries.add(ordered("techniqueID", parts[0], "tactic", parts[1], "showSubtechniques", true));
            }
        }
        return entries.isEmpty() ? List.of(NOTHING) : entries;
    }

    private static Map<String, Object> entry(TechniqueUse use, String tactic) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("techniqueID", use.technique().id());
        if (!tactic.isEmpty()) {
            entry.put("tactic", tactic);
        }
        entry.put("score", score(use.level()));
        entry.put("comment", String.join(" ", use.findings()));
        entry.put("enabled", true);
        entry.put(
                "metadata",
                List.of(
                        ordered("name", "level", "value", use.level().id()),
                        ordered("name", "detections", "value", Long.toString(use.count()))));
        entry.put("links", List.of(link(use.technique().id())));
        entry.put("showSubtechniques", true);
        return entry;
    }

    /// The technique's own page.
    static Map<String, Object> link(String id) {
        return ordered(
                "label",
                "MITRE ATT&CK " + id,
                "url",
                "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/");
    }

    /// How strong a finding is, from the level of its gravest rule.
    private static int score(Level level) {
        return switch (level) {
            case INFORMATIONAL -> 10;
            case LOW -> 25;
            case MEDIUM -> 50;
            case HIGH -> 75;
            case CRITICAL -> 100;
        };
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
