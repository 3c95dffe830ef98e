package io.ashiato.readers.odf;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.PackageParts;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.XmlPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads an OpenDocument text, sheet or presentation.
public final class OdfReader {
    /// Elements of `meta.xml` (ODF 1.3 part 3, 4.3) and the facts that they are.
    private static final Map<String, String> TEXTS = Map.of(
            "generator", "application",
            "initial-creator", "author",
            "creator", "last_saved_by",
            "title", "title",
            "subject", "subject",
            "description", "comments",
            "language", "language",
            "editing-cycles", "revision");

    /// Times without a zone are the author's own.
    private static final Map<String, String> TIMES = Map.of("creation-date", "created_local", "date", "modified_local");

    private static final int MAX_LINKS = 5_000;

    private OdfReader() {}

    /// Facts of the document; objects and the source of Basic macros as children.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var reading = new ReadingBuilder();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit("document", 0, ArtefactReading.MAX_BYTES));
            return reading.build(EvidenceKind.ODF);
        }
        var parts = PackageParts.in(source.first(ArtefactReading.MAX_BYTES), reading);
        Set<String> external = new LinkedHashSet<>();
        parts.bytes("mimetype")
                .ifPresent(type ->
                        reading.facts().text("mime_type", new String(type, StandardCharsets.US_ASCII).strip()));
        parts.bytes("meta.xml").ifPresent(xml -> properties(xml, external, reading));
        parts.bytes("META-INF/manifest.xml").ifPresent(xml -> encryption(xml, reading));
        for (String name : List.of("content.xml", "styles.xml")) {
            parts.bytes(name).ifPresent(xml -> links(xml, name, external, reading));
        }
        reading.facts().texts("external", List.copyOf(external));
        inside(parts, reading);
        return reading.build(EvidenceKind.ODF);
    }

    private static void properties(byte[] xml, Set<String> external, ReadingBuilder reading) {
        XmlPart.read(xml, "meta.xml", reading, element -> {
            String name = element.element();
            if (TEXTS.containsKey(name)) {
                reading.facts().text(TEXTS.getOrDefault(name, ""), element.text());
            } else if (TIMES.containsKey(name)) {
                time(element.text()).ifPresent(t -> reading.facts().text(TIMES.getOrDefault(name, ""), t));
            } else if (name.equals("template")) {
                element.attribute("href").ifPresent(template -> {
                    reading.facts().text("template", template);
                    link(template, external);
                });
            } else if (name.equals("document-statistic")) {
                element.attribute("word-count")
                        .filter(count -> count.matches("\\d{1,18}"))
                        .ifPresent(count -> reading.facts().number("words", Long.parseLong(count)));
            }
        });
    }

    private static Optional<String> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip()).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void encryption(byte[] xml, ReadingBuilder reading) {
        XmlPart.read(xml, "META-INF/manifest.xml", reading, element -> {
            if (element.element().equals("encryption-data")) {
                reading.facts().flag("encrypted", true);
            }
        });
    }

    private static void links(byte[] xml, String name, Set<String> external, ReadingBuilder reading) {
        var dde = new ArrayList<String>();
        XmlPart.read(xml, name, reading, element -> {
            element.attribute("href").ifPresent(target -> link(target, external));
            if (element.element().equals("dde-source") && dde.size() < MAX_LINKS) {
                dde.add("DDE " + element.attribute("dde-application").orElse("") + " "
                        + element.attribute("dde-topic").orElse("") + " "
                        + element.attribute("dde-item").orElse(""));
            }
        });
        if (!dde.isEmpty()) {
            reading.facts().texts("dde", dde);
        }
    }

    /// Places inside the document have no scheme and do not lead up out of it.
    private static void link(String target, Set<String> external) {
        boolean outside = target.contains("://") || target.startsWith("../") || target.startsWith("\\\\");
        if (outside && external.size() < MAX_LINKS) {
            external.add(target);
        }
    }

    private static void inside(PackageParts parts, ReadingBuilder reading) {
        var modules = new ArrayList<String>();
        for (String name : parts.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean library = lower.endsWith("script-lb.xml") || lower.endsWith("script-lc.xml");
            if (lower.startsWith("basic/") && lower.endsWith(".xml") && !library) {
                parts.bytes(name).ifPresent(xml -> module(xml, name, modules, reading));
            } else if (lower.matches("object[^/]*") || lower.startsWith("scripts/")) {
                parts.bytes(name).ifPresent(bytes -> reading.embedded(name, Optional.empty(), bytes));
            }
        }
        reading.facts().flag("macros", !modules.isEmpty());
        if (!modules.isEmpty()) {
            reading.facts().texts("macro_modules", modules);
        }
    }

    private static void module(byte[] xml, String name, List<String> modules, ReadingBuilder reading) {
        XmlPart.read(xml, name, reading, element -> {
            if (element.element().equals("module")) {
                String module = element.attribute("name").orElse(name);
                modules.add(module);
                byte[] text = element.text().getBytes(StandardCharsets.UTF_8);
                reading.child(module, ArtefactReading.Role.MACRO, text);
            }
        });
    }
}
