package io.ashiato.readers.pdf;

import io.ashiato.model.Facts;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.XmlPart;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What a document states of its making: the information dictionary (ISO 32000-1, 14.3.3), the identifiers (14.4)
/// and the metadata stream (14.3.2).
final class PdfProperties {
    private static final Map<String, String> TEXTS = Map.of(
            "Title", "title",
            "Author", "author",
            "Subject", "subject",
            "Keywords", "keywords",
            "Creator", "application",
            "Producer", "producer",
            "Company", "company",
            "SourceModified", "source_modified");

    private static final Map<String, String> METADATA = Map.of(
            "CreatorTool", "xmp_creator_tool",
            "DocumentID", "xmp_document_id",
            "InstanceID", "xmp_instance_id",
            "OriginalDocumentID", "xmp_original_document_id");

    private static final int MAX_METADATA = 4 << 20;

    /// `D:YYYYMMDDHHmmSSOHH'mm'` (7.9.4); all behind the year may be missing.
    private static final Pattern DATE = Pattern.compile(
            "(?:D:)?(\\d{4})(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(\\d\\d)?(?:([Zz+-])(?:(\\d\\d)'?(?:(\\d\\d)'?)?)?)?.*");

    private PdfProperties() {}

    static void tell(PDDocument document, ReadingBuilder reading) {
        Facts.Builder facts = reading.facts();
        facts.flag("encrypted", document.isEncrypted());
        facts.number("pages", document.getNumberOfPages());
        facts.number("objects", document.getDocument().getXrefTable().size());
        COSDictionary trailer = document.getDocument().getTrailer();
        if (trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary info) {
            information(info, facts);
        }
        if (trailer.getDictionaryObject(COSName.ID) instanceof COSArray ids) {
            identifier(ids, 0).ifPresent(id -> facts.text("document_id", id));
            identifier(ids, 1).ifPresent(id -> facts.text("instance_id", id));
        }
        if (trailer.getDictionaryObject(COSName.ROOT) instanceof COSDictionary catalog) {
            if (catalog.getDictionaryObject(COSName.getPDFName("Lang")) instanceof COSString language) {
                facts.text("language", language.getString());
            }
            if (catalog.getDictionaryObject(COSName.METADATA) instanceof COSStream metadata) {
                metadata(metadata, reading);
            }
        }
    }

    private static void information(COSDictionary info, Facts.Builder facts) {
        for (COSName key : List.copyOf(info.keySet())) {
            String fact = TEXTS.get(key.getName());
            if (fact != null && info.getDictionaryObject(key) instanceof COSString text) {
                facts.text(fact, PdfText.decoded(text));
            }
        }
        date(info, "CreationDate", "created", facts);
        date(info, "ModDate", "modified", facts);
    }

    /// The time in UTC, and what the author's clock was ahead of it.
    private static void date(COSDictionary info, String key, String fact, Facts.Builder facts) {
        if (!(info.getDictionaryObject(COSName.getPDFName(key)) instanceof COSString text)) {
            return;
        }
        Matcher parts = DATE.matcher(text.getString().strip());
        if (!parts.matches()) {
            return;
        }
        try {
            ZoneOffset zone = zone(parts);
            OffsetDateTime time = OffsetDateTime.of(
                    number(parts, 1, 0),
                    number(parts, 2, 1),
                    number(parts, 3, 1),
                    number(parts, 4, 0),
                    number(parts, 5, 0),
                    number(parts, 6, 0),
                    0,
                    zone);
            facts.time(fact, time.toInstant());
            if (parts.group(7) != null) {
                facts.text(fact + "_zone", zone.getId());
            }
        } catch (DateTimeException e) {
            facts.text(fact + "_text", text.getString());
        }
    }

    private static ZoneOffset zone(Matcher parts) {
        String sign = Optional.ofNullable(parts.group(7)).orElse("Z");
        int minutes = number(parts, 8, 0) * 60 + number(parts, 9, 0);
        return switch (sign) {
            case "+" -> ZoneOffset.ofTotalSeconds(minutes * 60);
            case "-" -> ZoneOffset.ofTotalSeconds(-minutes * 60);
            default -> ZoneOffset.UTC;
        };
    }

    private static int number(Matcher parts, int group, int missing) {
        return Optional.ofNullable(parts.group(group)).map(Integer::parseInt).orElse(missing);
    }

    private static Optional<String> identifier(COSArray ids, int index) {
        COSBase id = index < ids.size() ? ids.getObject(index) : null;
        return id instanceof COSString text ? Optional.of(HexFormat.of().formatHex(text.getBytes())) : Optional.empty();
    }

    /// Names of the metadata stand as elements or as attributes of `Description`.
    private static void metadata(COSStream stream, ReadingBuilder reading) {
        PdfStreams.decoded(stream, MAX_METADATA, reading)
                .ifPresent(xml -> XmlPart.read(xml, "metadata", reading, element -> {
                    if (element.element().equals("Description")) {
                        METADATA.forEach((name, fact) -> element.attribute(name)
                                .ifPresent(value -> reading.facts().text(fact, value)));
                    }
                    String fact = METADATA.get(element.element());
                    if (fact != null) {
                        reading.facts().text(fact, element.text());
                    }
                }));
    }
}
