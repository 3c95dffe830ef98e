package io.ashiato.readers.ooxml;

import io.ashiato.model.Facts;
import io.ashiato.readers.PackageParts;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.XmlPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One line of a `.rels` part (OPC, 6.5): a part of the document needs another, inside or outside.
///
/// @param part the `.rels` part it stands in
/// @param type last word of the type's address: `attachedTemplate`, `hyperlink`
/// @param target as written
record Relationship(String part, String type, String target, boolean external) {
    /// A sheet with a link in each cell has many; more tell nothing new.
    private static final int MAX_RELATIONSHIPS = 20_000;

    private static final int MAX_TOLD = 2_000;

    /// What is only shown, not gone to: pictures that are fetched when the document opens tell who reads it.
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "media", "font", "control");

    static List<Relationship> all(PackageParts parts, ReadingBuilder reading) {
        var all = new ArrayList<Relationship>();
        for (String name : parts.names()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
                parts.bytes(name)
                        .ifPresent(xml -> XmlPart.read(xml, name, reading, element -> {
                            if (element.element().equals("Relationship") && all.size() < MAX_RELATIONSHIPS) {
                                of(name, element).ifPresent(all::add);
                            }
                        }));
            }
        }
        return all;
    }

    private static Optional<Relationship> of(String part, XmlPart element) {
        String type = element.attribute("Type").orElse("");
        boolean external = element.attribute("TargetMode").orElse("").equalsIgnoreCase("External");
        return element.attribute("Target")
                .map(target -> new Relationship(part, type.substring(type.lastIndexOf('/') + 1), target, external));
    }

    /// Facts `external` (where the document leads or what it loads as content), `external_media`, and both with
    /// type and part as `external_targets`.
    static void tell(List<Relationship> all, ReadingBuilder reading) {
        List<Relationship> outside =
                all.stream().filter(Relationship::external).limit(MAX_TOLD).toList();
        Set<String> targets = targets(outside, false);
        reading.facts().texts("external", List.copyOf(targets));
        Set<String> media = targets(outside, true);
        if (!media.isEmpty()) {
            reading.facts().texts("external_media", List.copyOf(media));
        }
        if (!outside.isEmpty()) {
            reading.facts()
                    .groups(
                            "external_targets",
                            outside.stream()
                                    .map(one -> Facts.builder()
                                            .text("type", one.type)
                                            .text("target", one.target)
                                            .text("part", one.part)
                                            .build())
                                    .toList());
        }
    }

    private static Set<String> targets(List<Relationship> outside, boolean media) {
        return outside.stream()
                .filter(one -> MEDIA.contains(one.type) == media)
                .map(Relationship::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Names of parts that stand in a relation of this type, in lower case.
    static Set<String> insideTargets(List<Relationship> all, String type) {
        return all.stream()
                .filter(one -> !one.external && one.type.equals(type))
                .map(Relationship::partName)
                .collect(Collectors.toSet());
    }

    /// The target as the name of a part, in lower case; relative ones start from the folder above `_rels`.
    String partName() {
        if (target.startsWith("/")) {
            return target.substring(1).toLowerCase(Locale.ROOT);
        }
        int rels = part.lastIndexOf("_rels/");
        var folders = new ArrayList<String>();
        for (String step : (part.substring(0, Math.max(rels, 0)) + target).split("/")) {
            if (step.equals("..") && !folders.isEmpty()) {
                folders.removeLast();
            } else if (!step.equals("..") && !step.equals(".") && !step.isEmpty()) {
                folders.add(step);
            }
        }
        return String.join("/", folders).toLowerCase(Locale.ROOT);
    }
}
