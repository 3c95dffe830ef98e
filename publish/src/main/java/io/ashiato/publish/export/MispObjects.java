package io.ashiato.publish.export;

import static io.ashiato.publish.export.StixObjects.ordered;

import io.ashiato.model.Artefact;
import io.ashiato.model.CaseRule;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.publish.render.Visible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Artefacts and rules as MISP objects, by the templates of misp-objects: `file`, `lnk` and `sigma`.
final class MispObjects {
    private static final int MOST_FILES = 500;

    private final IncidentCase incident;
    private final Set<String> blockable = new HashSet<>();

    MispObjects(IncidentCase incident) {
        this.incident = incident;
        incident.indicators().stream()
                .filter(Indicator::blockable)
                .forEach(indicator -> blockable.add(indicator.value()));
    }

    /// A template: what a receiver needs to know it by.
    private record Template(String name, String category, String description, String uuid, String version) {}

    private static final Template FILE = new Template(
            "file",
            "file",
            "File object describing a file with meta-information",
            "688c46fb-5edb-40a3-8273-1af7923e2215",
            "25");
    private static final Template SHORTCUT = new Template(
            "lnk",
            "file",
            "LNK object describing a Windows LNK binary file (aka Windows shortcut)",
            "ad13533e-1853-4da0-a111-33a7ce7e6c09",
            "2");
    private static final Template SIGMA = new Template(
            "sigma",
            "misc",
            "An object describing a Sigma rule (or a Sigma rule name).",
            "aa21a3cd-ab2c-442a-9999-a5e6626591ec",
            "2");

    List<Object> all() {
        var all = new ArrayList<>();
        incident.artefacts().stream()
                .filter(MispObjects::isFile)
                .limit(MOST_FILES)
                .forEach(artefact -> all.add(file(artefact)));
        incident.advice().forEach(rule -> all.add(rule(rule)));
        return all;
    }

    /// What was decoded or taken out of something is no file that anybody can look for.
    private static boolean isFile(Artefact artefact) {
        return artefact.parent().isEmpty()
                && !artefact.sha256().isEmpty()
                && artefact.kind() != EvidenceKind.ZONE_IDENTIFIER;
    }

    private Map<String, Object> file(Artefact artefact) {
        boolean shortcut = artefact.kind() == EvidenceKind.SHORTCUT;
        Template template = shortcut ? SHORTCUT : FILE;
        String key = template.name() + "|" + artefact.id() + "|" + artefact.sha256();
        var attributes = new Attributes(incident.id() + "|" + key);
        attributes.add("filename", "filename", "Payload delivery", name(artefact.path()), false);
        attributes.add(
                "sha256", "sha256", "Payload delivery", artefact.sha256(), blockable.contains(artefact.sha256()));
        Facts facts = artefact.facts();
        if (shortcut) {
            facts.text("machine_id").ifPresent(it -> attributes.text("machine-identifier", it));
            facts.text("volume_serial").ifPresent(it -> attributes.text("lnk-drive-serial-number", it));
            facts.text("arguments").ifPresent(it -> attributes.text("lnk-command-line-arguments", it));
            facts.text("working_dir").ifPresent(it -> attributes.text("lnk-working-directory", it));
        }
        facts.text("imphash")
                .filter(it -> !shortcut && it.matches("[0-9a-f]{32}"))
                .ifPresent(it -> attributes.add("imphash", "imphash", "Payload delivery", it, false));
        return object(template, key, attributes.all);
    }

    private static String name(String path) {
        int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(end + 1);
    }

    private Map<String, Object> rule(CaseRule rule) {
        String key = "sigma|" + rule.file();
        var attributes = new Attributes(incident.id() + "|" + key);
        attributes.add("sigma", "sigma", "Payload installation", rule.yaml(), true);
        attributes.text("sigma-rule-name", rule.title());
        return object(SIGMA, key, attributes.all);
    }

    private Map<String, Object> object(Template template, String key, List<Object> attributes) {
        return ordered(
                "uuid",
                MispEvent.uuid("object", incident.id() + "|" + key),
                "name",
                template.name(),
                "meta-category",
                template.category(),
                "description",
                template.description(),
                "template_uuid",
                template.uuid(),
                "template_version",
                template.version(),
                "distribution",
                "5",
                "sharing_group_id",
                "0",
                "Attribute",
                attributes);
    }

    /// The attributes of one object.
    private static final class Attributes {
        private final String key;
        private final List<Object> all = new ArrayList<>();

        Attributes(String key) {
            this.key = key;
        }

        void text(String relation, String value) {
            add(relation, "text", "Other", Visible.of(Visible.head(value)), false);
        }

        /// Nothing where there is no value: receivers refuse an empty one, and drop blanks at the ends.
        void add(String relation, String type, String category, String value, boolean toIds) {
            if (value.isBlank()) {
                return;
            }
            var attribute = new LinkedHashMap<String, Object>();
            attribute.put("uuid", MispEvent.uuid("attribute", key + "|" + relation));
            attribute.put("object_relation", relation);
            attribute.put("type", type);
            attribute.put("category", category);
            attribute.put("value", value.replace('\0', '\uFFFD').strip()); // readers of MISP end a text at NUL
            attribute.put("to_ids", toIds);
            attribute.put("disable_correlation", !toIds && type.equals("filename"));
            all.add(attribute);
        }
    }
}
