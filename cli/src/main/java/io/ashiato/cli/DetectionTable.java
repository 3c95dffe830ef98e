package io.ashiato.cli;

import io.ashiato.casefile.findings.Telling;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.model.Detection;
import io.ashiato.model.EventTime;
import io.ashiato.model.Level;
import io.ashiato.publish.render.Visible;

/// Detections in columns that fit the terminal: time, level, host, rule, techniques, what happened.
final class DetectionTable implements DetectionSorter.Consumer {
    private static final int TIME = 26; // 2020-07-02 08:13:55.101Z and two blanks
    private static final int LEVEL = 14;
    private static final int HOST = 18;
    private static final int TITLE = 46;
    private static final int TECHNIQUES = 11;

    /// Where no terminal sets a width, a line is still a line.
    private static final int PIPE_WIDTH = 400;

    private final Terminal terminal;
    private final int width;
    private final int title;

    DetectionTable(Terminal terminal) {
        this.terminal = terminal;
        this.width = terminal.columns() > 0 ? terminal.columns() : PIPE_WIDTH;
        this.title = Math.max(16, Math.min(TITLE, (width - TIME - LEVEL - HOST - TECHNIQUES) / 2));
    }

    @Override
    public void accept(Detection detection) {
        String line = cell(time(detection), TIME)
                + cell(detection.rule().level().id(), LEVEL)
                + cell(detection.event().host(), HOST)
                + cell(detection.rule().title(), title)
                + cell(detection.rule().techniques().stream().findFirst().orElse(""), TECHNIQUES)
                + Visible.of(Telling.of(detection).value());
        String shown = DisplayWidth.cut(line, width).stripTrailing();
        terminal.out().println(terminal.colours() ? coloured(detection.rule().level(), shown) : shown);
    }

    private static String time(Detection detection) {
        return detection
                .event()
                .time()
                .map(EventTime::text)
                .map(text -> text.substring(0, 10) + " " + text.substring(11, 23) + "Z")
                .orElse("-");
    }

    private static String cell(String text, int width) {
        return DisplayWidth.pad(DisplayWidth.cut(Visible.of(text), width - 1), width);
    }

    private static String coloured(Level level, String line) {
        String colour = switch (level) {
            case CRITICAL -> "\u001b[1;31m";
            case HIGH -> "\u001b[31m";
            case MEDIUM -> "\u001b[33m";
            case LOW, INFORMATIONAL -> "\u001b[2m";
        };
        int at = TIME;
        int end = Math.min(line.length(), TIME + LEVEL);
        return line.length() <= at
                ? line
                : line.substring(0, at) + colour + line.substring(at, end) + "\u001b[0m" + line.substring(end);
    }
}
