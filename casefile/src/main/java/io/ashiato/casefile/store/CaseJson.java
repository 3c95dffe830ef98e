package io.ashiato.casefile.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ashiato.model.Assessment;
import io.ashiato.model.IncidentCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// `case.json`: the case as every later step reads it, described by `case.schema.json`.
public final class CaseJson {
    private static final String SCHEMA = "case.schema.json";

    private CaseJson() {}

    /// The case as it stands in the file: with its schema's name and version first.
    record Document(String schema, int schemaVersion, IncidentCase incident) {}

    /// Writes the document, UTF-16 text to be encoded as UTF-8 by the caller.
    public static void write(IncidentCase incident, Writer out) throws IOException {
        writer().writeValue(new EscapingWriter(out), new Document(SCHEMA, IncidentCase.SCHEMA_VERSION, incident));
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

    private static ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .addMixIn(Assessment.class, AssessmentKinds.class)
                .addModule(FactsJson.module())
                .build()
                .writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "assessment")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Assessment.Intrusion.class, name = "intrusion"),
        @JsonSubTypes.Type(value = Assessment.Tampering.class, name = "tampering"),
        @JsonSubTypes.Type(value = Assessment.Attribution.class, name = "attribution"),
        @JsonSubTypes.Type(value = Assessment.Campaign.class, name = "campaign")
    })
    private interface AssessmentKinds {}
}
