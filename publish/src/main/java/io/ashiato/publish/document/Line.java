package io.ashiato.publish.document;

import java.util.ArrayList;
import java.util.List;

/// A sentence or a cell: runs in order. Has no line breaks of its own.
public record Line(List<Run> runs) {
    public static final Line EMPTY = new Line(List.of());

    public Line {
        runs = List.copyOf(runs);
    }

    /// Words of ours.
    public static Line of(String words) {
        return words.isEmpty() ? EMPTY : new Line(List.of(new Run.Words(words)));
    }

    /// Words of ours with parts in the places `{0}` to `{9}`. What the parts hold is never looked at again.
    ///
    /// @throws IllegalArgumentException where the template names a part that is not there
    public static Line of(String template, Line... parts) {
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int at = template.indexOf('{'); at >= 0; at = template.indexOf('{', from)) {
            int index = template.charAt(at + 1) - '0';
            if (index < 0 || index >= parts.length || template.charAt(at + 2) != '}') {
                throw new IllegalArgumentException("no such part in: " + template);
            }
            if (at > from) {
                runs.add(new Run.Words(template.substring(from, at)));
            }
            runs.addAll(parts[index].runs);
            from = at + 3;
        }
        if (from < template.length()) {
            runs.add(new Run.Words(template.substring(from)));
        }
        return new Line(runs);
    }

    public static Line of(Run run) {
        return new Line(List.of(run));
    }

    public static Line value(String text) {
        return of(new Run.Value(text));
    }

    public static Line code(String text) {
        return of(new Run.Code(text));
    }

    public static Line strong(String text) {
        return of(new Run.Strong(text));
    }

    public static Line mark(String id) {
        return of(new Run.Mark(id));
    }

    /// References one after the other.
    public static Line marks(List<String> ids) {
        return join(" ", ids.stream().map(Line::mark).toList());
    }

    public static Line join(String separator, List<Line> lines) {
        var runs = new ArrayList<Run>();
        for (Line line : lines) {
            if (!runs.isEmpty() && !line.isEmpty()) {
                runs.add(new Run.Words(separator));
            }
            runs.addAll(line.runs);
        }
        return new Line(runs);
    }

    public Line plus(Line more) {
        return join("", List.of(this, more));
    }

    public Line plus(String words) {
        return plus(of(words));
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// The bare text, without escaping: for measuring, and for places that hold plain text.
    public String plain() {
        var text = new StringBuilder();
        for (Run run : runs) {
            text.append(
                    switch (run) {
                        case Run.Words words -> words.text();
                        case Run.Strong strong -> strong.text();
                        case Run.Value value -> value.text();
                        case Run.Code code -> code.text();
                        case Run.English english -> english.text();
                        case Run.Moment moment -> moment.text();
                        case Run.Mark mark -> "[" + mark.id() + "]";
                        case Run.Badge badge -> badge.text();
                    });
        }
        return text.toString();
    }
}
