package io.ashiato.casefile.store;

import io.ashiato.bytes.Digests;
import io.ashiato.bytes.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/// What was taken in and what was made of it, one JSON line each, every line bound to the one before by
/// its SHA-256: a line that is changed, moved or removed later breaks the chain.
///
/// `{"seq":1,"date":"...","action":"...",...,"previous":"...","hash":"..."}` where `hash` is the SHA-256 of
/// the line's own text up to and without `,"hash"`, and `previous` is the hash of the line before.
public final class CustodyLog {
    private static final String NO_PREVIOUS = "0".repeat(64);

    private final Writer out;
    private final Instant date;
    private String previous = NO_PREVIOUS;
    private long sequence;

    /// @param date of the run; the log holds no other clock, so that equal runs give equal logs
    public CustodyLog(Writer out, Instant date) {
        this.out = out;
        this.date = date;
    }

    /// Adds a line. The facts are written in the map's order.
    public void add(String action, Map<String, String> facts) throws IOException {
        var line = new StringBuilder("{\"seq\":").append(++sequence);
        member(line, "date", date.toString());
        member(line, "action", action);
        facts.forEach((name, value) -> member(line, name, value));
        member(line, "previous", previous);
        previous = Digests.sha256(line.toString().getBytes(StandardCharsets.UTF_8));
        member(line, "hash", previous);
        out.write(line.append("}\n").toString());
    }

    private static void member(StringBuilder line, String name, String value) {
        line.append(',');
        JsonText.quote(line, name);
        line.append(':');
        JsonText.quote(line, value);
    }
}
