package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes Word documents (.docx, with macros .docm) that Word opens, with the properties and links of a lure. The
/// same calls give the same bytes.
public final class OoxmlWriter {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String RELATIONS = OFFICE + "/relationships";

    private record Link(String type, String target, boolean external) {}

    private final Map<String, String> core = new LinkedHashMap<>();
    private final Map<String, String> extended = new LinkedHashMap<>();
    private final Map<String, byte[]> binaries = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<String> rsids = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private String language = "en-US";
    private String template = "";
    private boolean macros;

    /// An empty document of Word 2016.
    public OoxmlWriter() {
        extended.put("Application", "Microsoft Office Word");
        extended.put("AppVersion", "16.0000");
        extended.put("Template", "Normal.dotm");
    }

    public OoxmlWriter title(String title) {
        core.put("dc:title", title);
        return this;
    }

    public OoxmlWriter author(String name) {
        core.put("dc:creator", name);
        return this;
    }

    public OoxmlWriter lastSavedBy(String name) {
        core.put("cp:lastModifiedBy", name);
        return this;
    }

    public OoxmlWriter created(Instant time) {
        core.put("dcterms:created", time.toString());
        return this;
    }

    public OoxmlWriter modified(Instant time) {
        core.put("dcterms:modified", time.toString());
        return this;
    }

    /// A property of `docProps/app.xml`, such as `Company` or `Words`.
    public OoxmlWriter extended(String name, String value) {
        extended.put(name, value);
        return this;
    }

    /// Numbers of the editing sessions, eight hexadecimal digits each; the first is the root.
    public OoxmlWriter rsids(String... numbers) {
        rsids.addAll(List.of(numbers));
        return this;
    }

    /// Tag of the language of the default style, such as `ja-JP`.
    public OoxmlWriter language(String tag) {
        language = tag;
        return this;
    }

    /// A template that Word loads from an address when the document opens.
    public OoxmlWriter externalTemplate(String address) {
        template = address;
        return this;
    }

    public OoxmlWriter paragraph(String text) {
        body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r></w:p>");
        return this;
    }

    /// A field, its instruction cut into runs, as Word does after edits and as attackers do.
    public OoxmlWriter field(String... pieces) {
        body.append("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
        for (String piece : pieces) {
            body.append("<w:r><w:instrText xml:space=\"preserve\">")
                    .append(escaped(piece))
                    .append("</w:instrText></w:r>");
        }
        body.append("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>!</w:t></w:r>")
                .append("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        return this;
    }

    /// A relationship of the text to something outside, such as `hyperlink` or `image`.
    public OoxmlWriter link(String type, String target) {
        links.add(new Link(type, target, true));
        return this;
    }

    /// An object inside the document.
    public OoxmlWriter embedded(String name, byte[] content) {
        binaries.put("word/embeddings/" + name, content);
        links.add(new Link("oleObject", "embeddings/" + name, false));
        return this;
    }

    /// Macros, as [VbaProjectWriter#bytes()] makes them.
    public OoxmlWriter macros(byte[] vbaProject) {
        binaries.put("word/vbaProject.bin", vbaProject);
        macros = true;
        return this;
    }

    public byte[] bytes() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", utf8(contentTypes()));
        parts.put("_rels/.rels", utf8(packageRelations()));
        parts.put("word/document.xml", utf8(document()));
        parts.put("word/_rels/document.xml.rels", utf8(documentRelations()));
        parts.put("word/settings.xml", utf8(settings()));
        if (!template.isEmpty()) {
            parts.put(
                    "word/_rels/settings.xml.rels",
                    utf8(relations(relation(1, RELATIONS + "/attachedTemplate", template, true))));
        }
        parts.put("word/styles.xml", utf8(styles()));
        parts.put("docProps/core.xml", utf8(coreProperties()));
        parts.put("docProps/app.xml", utf8(extendedProperties()));
        parts.putAll(binaries);
        return zipped(parts);
    }

    private static byte[] utf8(String xml) {
        return (XML + xml).getBytes(UTF_8);
    }

    /// A package of these parts, in their order.
    public static byte[] zipped(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, UTF_8)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // as Office writes
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String contentTypes() {
        String main = macros
                ? "application/vnd.ms-word.document.macroEnabled.main+xml"
                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        return "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/vnd.openxmlformats-officedocument.oleObject\"/>"
                + override("/word/document.xml", main)
                + override("/word/settings.xml", word + "settings+xml")
                + override("/word/styles.xml", word + "styles+xml")
                + override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                + override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
                + (macros ? override("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject") : "")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String packageRelations() {
        return relations(relation(1, RELATIONS + "/officeDocument", "word/document.xml", false)
                + relation(2, PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml", false)
                + relation(3, RELATIONS + "/extended-properties", "docProps/app.xml", false));
    }

    private String documentRelations() {
        var text = new StringBuilder(relation(1, RELATIONS + "/settings", "settings.xml", false))
                .append(relation(2, RELATIONS + "/styles", "styles.xml", false));
        int number = 3;
        if (macros) {
            text.append(relation(
                    number++,
                    "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                    "vbaProject.bin",
                    false));
        }
        for (Link link : links) {
            text.append(relation(number++, RELATIONS + "/" + link.type, link.target, link.external));
        }
        return relations(text.toString());
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + inner + "</Relationships>";
    }

    private static String relation(int number, String type, String target, boolean external) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + type + "\" Target=\"" + escaped(target) + "\""
                + (external ? " TargetMode=\"External\"" : "") + "/>";
    }

    private String document() {
        return "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "<w:sectPr/></w:body></w:document>";
    }

    private String settings() {
        var text = new StringBuilder("<w:settings xmlns:w=\"" + WORD + "\" xmlns:r=\"" + RELATIONS + "\">");
        if (!template.isEmpty()) {
            text.append("<w:attachedTemplate r:id=\"rId1\"/>");
        }
        if (!rsids.isEmpty()) {
            text.append("<w:rsids><w:rsidRoot w:val=\"")
                    .append(rsids.getFirst())
                    .append("\"/>");
            rsids.forEach(rsid -> text.append("<w:rsid w:val=\"").append(rsid).append("\"/>"));
            text.append("</w:rsids>");
        }
        return text.append("</w:settings>").toString();
    }

    private String styles() {
        return "<w:styles xmlns:w=\"" + WORD + "\"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"" + language
                + "\"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>";
    }

    private String coreProperties() {
        var text = new StringBuilder("<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        core.forEach((name, value) -> text.append('<')
                .append(name)
                .append(name.startsWith("dcterms:") ? " xsi:type=\"dcterms:W3CDTF\">" : ">")
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>'));
        return text.append("</cp:coreProperties>").toString();
    }

    private String extendedProperties() {
        var text = new StringBuilder("<Properties xmlns=\"" + OFFICE + "/extended-properties\">");
        extended.forEach((name, value) -> text.append('<')
                .append(name)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>'));
        return text.append("</Properties>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
