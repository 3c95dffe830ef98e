package io.ashiato.readers.ooxml;

import io.ashiato.model.Facts;
import io.ashiato.readers.PackageParts;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.XmlPart;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The property parts of a package: core (OPC 8), extended and custom (ECMA-376 part 1, 22.2 and 22.3).
final class DocumentProperties {
    private static final int MAX_CUSTOM = 200;

    private static final Map<String, String> CORE_TEXTS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("subject", "subject"),
            Map.entry("creator", "author"),
            Map.entry("keywords", "keywords"),
            Map.entry("description", "comments"),
            Map.entry("lastModifiedBy", "last_saved_by"),
            Map.entry("revision", "revision"),
            Map.entry("category", "category"),
            Map.entry("language", "language"),
            Map.entry("identifier", "identifier"),
            Map.entry("version", "document_version"),
            Map.entry("contentStatus", "content_status"));

    private static final Map<String, String> CORE_TIMES =
            Map.of("created", "created", "modified", "modified", "lastPrinted", "last_printed");

    private static final Map<String, String> EXTENDED_TEXTS = Map.of(
            "Application", "application",
            "AppVersion", "application_version",
            "Template", "template",
            "Company", "company",
            "Manager", "manager",
            "HyperlinkBase", "hyperlink_base");

    private static final Map<String, String> EXTENDED_NUMBERS = Map.of(
            "Words", "words",
            "Pages", "pages",
            "Characters", "characters",
            "TotalTime", "edit_minutes",
            "Slides", "slides",
            "HiddenSlides", "hidden_slides",
            "DocSecurity", "security");

    private DocumentProperties() {}

    static void tell(PackageParts parts, List<Relationship> relationships, ReadingBuilder reading) {
        Facts.Builder facts = reading.facts();
        part(parts, relationships, "core-properties", "docProps/core.xml", reading, element -> {
            String name = element.element();
            if (CORE_TEXTS.containsKey(name)) {
                facts.text(CORE_TEXTS.get(name), element.text());
            } else if (CORE_TIMES.containsKey(name)) {
                facts.time(CORE_TIMES.get(name), time(element.text().strip()));
            }
        });
        part(parts, relationships, "extended-properties", "docProps/app.xml", reading, element -> {
            String name = element.element();
            if (EXTENDED_TEXTS.containsKey(name)) {
                facts.text(EXTENDED_TEXTS.get(name), element.text());
            } else if (EXTENDED_NUMBERS.containsKey(name)) {
                number(facts, EXTENDED_NUMBERS.get(name), element.text().strip());
            }
        });
        custom(parts, relationships, reading);
    }

    private static void custom(PackageParts parts, List<Relationship> relationships, ReadingBuilder reading) {
        var names = new ArrayList<Facts>();
        var name = new StringBuilder();
        part(parts, relationships, "custom-properties", "docProps/custom.xml", reading, element -> {
            if (element.element().equals("property")) {
                name.setLength(0);
                name.append(element.attribute("name").orElse(""));
            } else if (!name.isEmpty() && names.size() < MAX_CUSTOM) {
                names.add(Facts.builder()
                        .text("name", name.toString())
                        .text("value", element.text())
                        .build());
            }
        });
        if (!names.isEmpty()) {
            reading.facts().groups("custom_properties", names);
        }
    }

    /// Reads the part that a relationship of this type names, or the one of the usual name.
    private static void part(
            PackageParts parts,
            List<Relationship> relationships,
            String type,
            String usual,
            ReadingBuilder reading,
            Consumer<XmlPart> onElement) {
        String name = relationships.stream()
                .filter(one -> one.type().equals(type) && !one.external())
                .map(Relationship::partName)
                .findFirst()
                .orElse(usual);
        parts.bytes(name).or(() -> parts.bytes(usual)).ifPresent(xml -> XmlPart.read(xml, name, reading, onElement));
    }

    private static void number(Facts.Builder facts, String name, String text) {
        if (text.matches("\\d{1,18}")) {
            facts.number(name, Long.parseLong(text));
        }
    }

    /// W3CDTF as Office writes it; a time without a zone is taken as UTC, which the schema asks for.
    private static Optional<Instant> time(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:\\d\\d");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
