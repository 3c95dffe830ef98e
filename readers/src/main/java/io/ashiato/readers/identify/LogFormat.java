package io.ashiato.readers.identify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The formats of logs that are lines of text, known by their first lines. JSON is another matter: its records are
/// known by their members.
public enum LogFormat {
    /// Linux' audit system.
    AUDIT("(?:node=\\S{1,255} )?type=[\\w\\[\\]]{1,64} msg=audit\\(\\d{1,12}\\.\\d{1,9}:\\d{1,20}\\):.*"),

    /// The common and combined form of web servers.
    WEB_ACCESS("(?:\\S{1,255} ){2,4}\\[\\d\\d/[A-Za-z]{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}] \".*"),

    /// RFC 5424, and RFC 3164 with its own time or with that of RFC 3339.
    SYSLOG("<\\d{1,3}>1 \\S{1,64} \\S{1,255} \\S{1,64} .*"
            + "|(?:<\\d{1,3}>)?[A-Z][a-z]{2} [ \\d]\\d (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d \\S{1,255} \\S.*"
            + "|(?:<\\d{1,3}>)?\\d{4}-\\d\\d-\\d\\dT[\\d:.,]{8,20}(?:Z|[+-]\\d\\d:?\\d\\d) \\S{1,255} [\\w./()@-]{1,100}"
            + "(?:\\[\\d{1,10}\\])?:.*"),

    /// Zeek's own form.
    ZEEK("#separator .*"),

    /// The W3C's extended form: IIS, proxies, the firewall of Windows.
    EXTENDED("#(?:Version|Software|Date|Start-Date|Remark|Fields):.*");

    /// Lines that are looked at; most of them have to be of the format.
    private static final int LINES = 20;

    /// As much of a line as tells its format.
    private static final int LINE = 1_000;

    /// As much of the head as is made text of.
    private static final int HEAD = 1 << 14;

    private final Pattern line;

    LogFormat(String line) {
        this.line = Pattern.compile(line);
    }

    /// The format of a log that begins with the first `length` bytes of `head`.
    public static Optional<LogFormat> of(byte[] head, int length) {
        String text = text(new Head(head, Math.min(length, HEAD)));
        List<String> lines = text.lines()
                .map(line -> line.length() > LINE ? line.substring(0, LINE) : line)
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        for (LogFormat format : values()) {
            if (format.line.matcher(lines.getFirst()).matches() && format.isOf(lines)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private boolean isOf(List<String> lines) {
        return switch (this) {
            case ZEEK -> lines.stream().anyMatch(line -> line.startsWith("#fields"));
            case EXTENDED -> lines.stream().anyMatch(line -> line.startsWith("#Fields:"));
            case AUDIT, WEB_ACCESS, SYSLOG ->
                2 * lines.stream().filter(l -> line.matcher(l).matches()).count() > lines.size();
        };
    }

    /// The head as text in which ASCII stands for itself; of UTF-16, every other byte.
    private static String text(Head head) {
        boolean little = head.u16(0) == 0xFEFF;
        boolean big = head.u16(0) == 0xFFFE;
        boolean isMarked = head.u8(0) == 0xEF && head.u8(1) == 0xBB && head.u8(2) == 0xBF;
        int step = little || big ? 2 : 1;
        int from = little ? 2 : big ? 3 : isMarked ? 3 : 0;
        var bytes = new byte[Math.max(0, (head.length() - from + step - 1) / step)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) head.u8(from + i * step);
        }
        return new String(bytes, ISO_8859_1);
    }
}
