package io.ashiato.casefile.store;

import io.ashiato.model.EvidenceKind;
import io.ashiato.model.FactValue;
import io.ashiato.model.Facts;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// [Facts] as a JSON object: text, numbers, booleans and ISO 8601 times as themselves, several of them as
/// arrays. Read back by [FactsReading].
public final class FactsJson extends ValueSerializer<Facts> {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(module()).build();

    private FactsJson() {}

    /// For a mapper that shall write and read facts.
    public static SimpleModule module() {
        return new SimpleModule("facts")
                .addSerializer(Facts.class, new FactsJson())
                .addDeserializer(Facts.class, new FactsReading());
    }

    /// One line of `dump --facts`, without a line end.
    public static String line(String path, String sha256, EvidenceKind kind, Facts facts) {
        var out = new StringWriter();
        MAPPER.writeValue(new EscapingWriter(out), new Line(path, sha256, kind.id(), facts));
        return out.toString();
    }

    private record Line(String path, String sha256, String kind, Facts facts) {}

    @Override
    public void serialize(Facts facts, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        facts.values().forEach((name, value) -> {
            json.writeName(name);
            write(value, json, context);
        });
        json.writeEndObject();
    }

    private void write(FactValue value, JsonGenerator json, SerializationContext context) {
        switch (value) {
            case FactValue.Text text -> json.writeString(text.value());
            case FactValue.Whole whole -> json.writeNumber(whole.value());
            case FactValue.Flag flag -> json.writeBoolean(flag.value());
            case FactValue.Time time -> json.writeString(time.value().toString());
            case FactValue.Texts texts -> {
                json.writeStartArray();
                texts.values().forEach(json::writeString);
                json.writeEndArray();
            }
            case FactValue.Counts counts -> {
                json.writeStartObject();
                counts.values().forEach(json::writeNumberProperty);
                json.writeEndObject();
            }
            case FactValue.Groups groups -> {
                json.writeStartArray();
                groups.values().forEach(facts -> serialize(facts, json, context));
                json.writeEndArray();
            }
        }
    }
}
