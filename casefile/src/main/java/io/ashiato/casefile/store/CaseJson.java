package io.ashiato.casefile.store;

import io.ashiato.intel.JsonProblem;
import io.ashiato.model.IncidentCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;

/// `case.json`: the case as every later step reads it, described by `case.schema.json`.
public final class CaseJson {
    /// The name of the file in a case folder.
    public static final String FILE = "case.json";

    /// The largest file that is read: a case of a whole network has some 20 MB.
    public static final int MAX_BYTES = 256 << 20;

    private static final String SCHEMA = "case.schema.json";

    private CaseJson() {}

    /// The case as it stands in the file: with its schema's name and version first.
    record Document(String schema, int schemaVersion, IncidentCase incident) {}

    /// Writes the document, UTF-16 text to be encoded as UTF-8 by the caller.
    public static void write(IncidentCase incident, Writer out) throws IOException {
        writer().writeValue(new EscapingWriter(out), new Document(SCHEMA, IncidentCase.SCHEMA_VERSION, incident));
    }

    /// Reads what [#write] wrote. Of a case that was read, the same bytes are written again.
    ///
    /// @param in UTF-8, at most [#MAX_BYTES]; not closed
    /// @throws CaseFormatException if it is anything else, or of another version
    /// @throws IOException if the stream fails
    public static IncidentCase read(InputStream in) throws IOException, CaseFormatException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new CaseFormatException("it is larger than 256 MiB");
        }
        try {
            checkVersion(bytes);
            return CaseMapper.INSTANCE.readValue(bytes, Document.class).incident();
        } catch (JacksonException e) {
            throw new CaseFormatException(problem(e), e);
        }
    }

    /// Name and version of the schema stand first, so that nothing else is read of a file of another version.
    private static void checkVersion(byte[] bytes) throws CaseFormatException {
        String schema = "";
        int version = 0;
        try (JsonParser json = CaseMapper.INSTANCE.createParser(bytes)) {
            boolean head = json.nextToken() == JsonToken.START_OBJECT;
            while (head && json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                head = value.isScalarValue();
                if (name.equals("schema") && value == JsonToken.VALUE_STRING) {
                    schema = json.getString();
                } else if (name.equals("schema_version") && value == JsonToken.VALUE_NUMBER_INT) {
                    version = json.getIntValue();
                }
            }
        }
        if (!schema.equals(SCHEMA)) {
            throw new CaseFormatException("it does not name the schema " + SCHEMA);
        }
        if (version != IncidentCase.SCHEMA_VERSION) {
            throw new CaseFormatException("its schema has version " + version + ", and only version "
                    + IncidentCase.SCHEMA_VERSION + " is read; run analyze again");
        }
    }

    /// The JSON Schema (2020-12) of the document.
    public static String schema() {
        try (InputStream in = CaseJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + SCHEMA);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return CaseMapper.INSTANCE
                .writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }

    /// Which value is wrong, where the text is JSON at all.
    private static String problem(JacksonException e) {
        if (e.getPath().isEmpty()) {
            return JsonProblem.text(e);
        }
        var path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            boolean named = step.getPropertyName() != null;
            path.append(named && !path.isEmpty() ? "." : "")
                    .append(named ? step.getPropertyName() : "[" + step.getIndex() + "]");
        }
        return path + " is missing or has a form that it cannot have";
    }
}
