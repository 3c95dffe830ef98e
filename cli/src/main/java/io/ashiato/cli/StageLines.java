package io.ashiato.cli;

import io.ashiato.casefile.pipeline.Progress;
import io.ashiato.publish.render.Visible;
import java.util.Locale;
import java.util.stream.Stream;

/// One line a stage on standard error: it fills as the work goes on where that is a terminal, and stays when the
/// stage is done. In a pipe only the finished lines appear.
final class StageLines implements Progress {
    /// Nobody reads faster, and a terminal over a slow line must not hold up the work.
    private static final long REDRAW_NANOS = 100_000_000;

    private static final String ERASE_LINE = "\r\u001b[2K";

    private final Terminal terminal;
    private final Words words;
    private final boolean quiet;
    private final int nameWidth;
    private long lastDrawn = Long.MIN_VALUE;
    private boolean drawn;

    StageLines(Terminal terminal, Words words, boolean quiet) {
        this.terminal = terminal;
        this.words = words;
        this.quiet = quiet;
        Words.Stage s = words.stage();
        this.nameWidth = Stream.of(
                        s.evidence(),
                        s.reading(),
                        s.detecting(),
                        s.findings(),
                        s.hiding(),
                        s.attribution(),
                        s.campaign(),
                        s.report(),
                        s.exports())
                .mapToInt(DisplayWidth::of)
                .max()
                .orElse(0);
    }

    @Override
    public void reading(String path, long items, long bytes) {
        draw(words.stage().reading(), words.readingNow(items, size(bytes), Visible.of(path)));
    }

    @Override
    public void writing() {
        draw(words.stage().reading(), words.writingNow());
    }

    /// A finished line.
    void done(String stage, String text) {
        if (!quiet) {
            erase();
            terminal.err().println(labelled(stage, text));
            terminal.err().flush();
        }
    }

    /// The stage's name, padded, and its text.
    String labelled(String stage, String text) {
        return DisplayWidth.pad(stage, nameWidth + 2) + text;
    }

    /// Removes a line that was still being filled.
    void erase() {
        if (drawn) {
            terminal.err().print(ERASE_LINE);
            terminal.err().flush();
            drawn = false;
        }
    }

    private void draw(String stage, String text) {
        long now = System.nanoTime();
        if (quiet || !terminal.interactive() || (drawn && now - lastDrawn < REDRAW_NANOS)) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        int columns = terminal.columns() > 0 ? terminal.columns() : 80;
        terminal.err().print(ERASE_LINE + DisplayWidth.cut(labelled(stage, text), columns - 1));
        terminal.err().flush();
    }

    /// Bytes in binary units, as people read them: `14.2 MiB`.
    static String size(long bytes) {
        String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
        double number = bytes;
        int unit = 0;
        while (number >= 1024 && unit < units.length - 1) {
            number /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, units[unit]);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
