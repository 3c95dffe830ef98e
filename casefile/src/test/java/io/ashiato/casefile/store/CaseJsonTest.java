package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ashiato.model.IncidentCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseJsonTest {
    @Test
    void readsBackWhatItWrote() throws IOException, CaseFormatException {
        IncidentCase whole = WholeCase.make();
        IncidentCase read = read(text(whole));
        assertThat(read.assessments()).isEqualTo(whole.assessments());
        assertThat(read.artefacts()).hasSize(1).first().satisfies(artefact -> {
            assertThat(artefact.facts().time("modified")).isPresent();
            assertThat(artefact.facts().text("nearly_a_time")).isPresent();
            assertThat(artefact.facts().counts("imports")).containsEntry("kernel32.dll", 12L);
            assertThat(artefact.facts().groups("strings")).hasSize(1);
        });
        assertThat(read.findings()).isEqualTo(whole.findings());
        assertThat(read).isEqualTo(whole);
    }

    @Test
    void writesTheSameBytesOfWhatItRead() throws IOException, CaseFormatException {
        String once = text(WholeCase.make());
        assertThat(text(read(once))).isEqualTo(once);
    }

    @Test
    void saysWhatIsNoCase() {
        String head = "{\"schema\": \"case.schema.json\", ";
        for (String[] pair : new String[][] {
            {"", "does not name the schema"},
            {"[]", "does not name the schema"},
            {"{\"schema\": \"other.json\", \"schema_version\": 3}", "does not name the schema"},
            {head + "\"incident\": {}}", "its schema has version 0"},
            {head + "\"schema_version\": 99}", "its schema has version 99"},
            {head + "\"schema_version\": 3}", "incident"},
            {head + "\"schema_version\": 3, \"incident\": {}}", "incident.id is missing"},
            {head + "\"schema_version\": 3, \"incident\": null}", "incident"},
            {"{\"schema\": \"case.sch", ""},
            {"\u0000\u0001", ""},
        }) {
            assertThatExceptionOfType(CaseFormatException.class)
                    .as(pair[0])
                    .isThrownBy(() -> read(pair[0]))
                    .withMessageContaining(pair[1]);
        }
    }

    @Test
    void refusesForms() {
        String good = text(WholeCase.make());
        for (String[] change : new String[][] {
            {"\"likelihood\" : \"likely\"", "\"likelihood\" : \"certain\""},
            {"\"likelihood\" : \"likely\"", "\"likelihood\" : 3"},
            {"\"findings\" : [", "\"findings\" : [ null, "},
            {"\"name\" : \"Lazarus Group\"", "\"name\" : null"},
            {"\"size\" : 9223372036854775807", "\"size\" : 9223372036854775808"},
            {"\"size\" : 9223372036854775807", "\"size\" : 0.5"},
            {"\"size\" : 9223372036854775807", "\"size\" : " + "[".repeat(200) + "]".repeat(200)},
            {"\"assessment\" : \"campaign\"", "\"assessment\" : \"java.lang.Runtime\""},
        }) {
            assertThat(good).contains(change[0]);
            assertThatExceptionOfType(CaseFormatException.class)
                    .as(change[1])
                    .isThrownBy(() -> read(good.replace(change[0], change[1])));
        }
    }

    @Test
    void whateverIsChangedItEndsInACaseOrOneException() throws IOException {
        byte[] good = text(WholeCase.make()).getBytes(StandardCharsets.UTF_8);
        long seed = 20_261_123;
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = good.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(10) == 0 ? random.nextInt(changed.length) : changed.length;
            try {
                CaseJson.read(new ByteArrayInputStream(changed, 0, length));
            } catch (CaseFormatException e) {
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(400);
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", change " + i, e);
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static String text(IncidentCase incident) {
        var out = new StringWriter();
        try {
            CaseJson.write(incident, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static IncidentCase read(String text) throws IOException, CaseFormatException {
        return CaseJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
