package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.Digests;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustodyLogTest {
    @Test
    void bindsEachLineToTheOneBefore() throws IOException {
        var text = new StringWriter();
        var log = new CustodyLog(text, Instant.parse("2026-11-23T03:00:00Z"));
        log.add("read", Map.of("path", "a\"\n.evtx"));
        log.add("written", Map.of("file", "case.json"));
        log.add("written", Map.of("file", "report/report.ja.html"));

        List<String> lines = text.toString().lines().toList();
        assertThat(lines).hasSize(3);
        String previous = "0".repeat(64);
        for (String line : lines) {
            assertThat(line).contains("\"previous\":\"" + previous + "\"");
            int at = line.indexOf(",\"hash\":\"");
            previous = Digests.sha256(line.substring(0, at).getBytes(StandardCharsets.UTF_8));
            assertThat(line).endsWith(",\"hash\":\"" + previous + "\"}");
        }
    }
}
