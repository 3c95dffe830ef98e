package io.ashiato.cli;

import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionFormat;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.EventTime;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.render.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Detections in columns that fit the terminal: time, level, host, rule, its author, techniques, what
/// happened.
///
/// The author is there because the licence of many rules asks that a match names them; the first one's name
/// stands for all, the other formats have them whole.
final class DetectionTable implements DetectionFormat {
    /// Columns of a wide terminal, or of none; each with the blank behind it.
    private static final Columns WIDE = new Columns(26, 14, 18, 46, 22, 11);

    /// From here on the last column has room for more than a word.
    private static final int WIDE_FROM = 140;

    /// Where no terminal sets a width, a line is still a line.
    private static final int PIPE_WIDTH = 400;

    private final Terminal terminal;
    private final int width;
    private final Columns columns;

    private record Columns(int time, int level, int host, int title, int author, int techniques) {
        /// What a narrow terminal has room for: seconds, short hosts, and of the rest the more the wider it is.
        static Columns narrow(int width) {
            return new Columns(21, 9, 11, Math.clamp((width - 56L) / 2, 12, 46), 12, 11);
        }
    }

    DetectionTable(Terminal terminal) {
        this.terminal = terminal;
        this.width = terminal.columns() > 0 ? terminal.columns() : PIPE_WIDTH;
        this.columns = width >= WIDE_FROM ? WIDE : Columns.narrow(width);
    }

    @Override
    public Lines of(Event event) {
        return detection -> List.of((line(detection) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    }

    private String line(Detection detection) {
        RuleInfo rule = detection.rule();
        String line = cell(time(detection), columns.time())
                + cell(level(rule.level()), columns.level())
                + cell(detection.event().host(), columns.host())
                + cell(rule.title(), columns.title())
                + cell(rule.author().map(DetectionTable::firstAuthor).orElse(""), columns.author())
                + cell(rule.techniques().stream().findFirst().orElse(""), columns.techniques())
                + Visible.of(Telling.of(detection).value());
        String shown = DisplayWidth.cut(line, width).stripTrailing();
        return terminal.colours() ? coloured(rule.level(), shown) : shown;
    }

    /// `Florian Roth (Nextron Systems), oscd.community` is `Florian Roth +1`.
    static String firstAuthor(String authors) {
        String[] names = authors.split("\\s*[,;]\\s*");
        String first = names.length == 0 ? authors : names[0];
        int remark = first.indexOf(" (");
        return (remark > 0 ? first.substring(0, remark) : first) + (names.length > 1 ? " +" + (names.length - 1) : "");
    }

    private String time(Detection detection) {
        int digits = columns.time() >= WIDE.time() ? 23 : 19;
        return detection
                .event()
                .time()
                .map(EventTime::text)
                .map(text -> text.substring(0, 10) + " " + text.substring(11, digits) + "Z")
                .orElse("-");
    }

    private String level(Level level) {
        return level == Level.INFORMATIONAL && columns.level() <= level.id().length() ? "info" : level.id();
    }

    /// A text made visible, cut or padded to a width with a blank at its end.
    static String cell(String text, int width) {
        return DisplayWidth.pad(DisplayWidth.cut(Visible.of(text), width - 1), width);
    }

    private String coloured(Level level, String line) {
        String colour = switch (level) {
            case CRITICAL -> "\u001b[1;31m";
            case HIGH -> "\u001b[31m";
            case MEDIUM -> "\u001b[33m";
            case LOW, INFORMATIONAL -> "\u001b[2m";
        };
        int at = columns.time();
        int end = Math.min(line.length(), columns.time() + columns.level());
        return line.length() <= at
                ? line
                : line.substring(0, at) + colour + line.substring(at, end) + "\u001b[0m" + line.substring(end);
    }
}
