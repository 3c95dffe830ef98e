package io.ashiato.publish.compose;

import io.ashiato.model.Confidence;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Column;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Statement;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.ReportModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What every section is written with: the model, the language, and the small parts that recur.
record Desk(ReportModel model, Phrases phrases) {
    /// Names of hosts in a sentence; more than these become a number.
    private static final int MOST_NAMES = 3;

    /// The longest name that DNS allows a host is 253 characters; the longest seen in use are far shorter.
    private static final int MOST_OF_A_NAME = 64;

    Language language() {
        return phrases.language();
    }

    Line label(Label label) {
        return Line.of(phrases.label(label));
    }

    Block.Paragraph say(Statement statement) {
        return new Block.Paragraph(phrases.say(statement));
    }

    Block.Paragraph say(Line line) {
        return new Block.Paragraph(line);
    }

    Line term(Bilingual words) {
        return Line.of(phrases.term(words));
    }

    Line number(long number) {
        return Line.of(phrases.number(number));
    }

    Line host(String name) {
        return name.isBlank() ? label(Label.UNNAMED_HOST) : Line.value(cut(name, MOST_OF_A_NAME));
    }

    Line hosts(List<String> names) {
        if (names.size() > MOST_NAMES) {
            return phrases.hosts(names.size());
        }
        return phrases.names(names.stream().map(this::host).toList());
    }

    Line level(Level level) {
        Run.Tone tone = switch (level) {
            case INFORMATIONAL, LOW -> Run.Tone.QUIET;
            case MEDIUM -> Run.Tone.PLAIN;
            case HIGH -> Run.Tone.NOTABLE;
            case CRITICAL -> Run.Tone.GRAVE;
        };
        return badge(phrases.term(Terms.of(level)), tone);
    }

    Line confidence(Confidence confidence) {
        return term(Terms.of(confidence));
    }

    static Line badge(String text, Run.Tone tone) {
        return Line.of(new Run.Badge(text, tone));
    }

    /// A rule's title in this language where its author gave one, else in English.
    Line title(RuleInfo rule) {
        return switch (language()) {
            case ENGLISH -> Line.of(new Run.English(rule.title()));
            case JAPANESE -> rule.titleJa().map(Line::value).orElse(Line.of(new Run.English(rule.title())));
        };
    }

    static Column text(String title) {
        return new Column(title, Column.Kind.TEXT);
    }

    Column text(Label title) {
        return text(phrases.label(title));
    }

    Column number(Label title) {
        return new Column(phrases.label(title), Column.Kind.NUMBER);
    }

    Column fixed(Label title) {
        return new Column(phrases.label(title), Column.Kind.FIXED);
    }

    Column wide(Label title) {
        return new Column(phrases.label(title), Column.Kind.LONG);
    }

    /// The columns of one time: UTC, and the language's own zone where it has another.
    List<Column> times(Label utc, Label local) {
        return switch (language()) {
            case ENGLISH -> List.of(fixed(utc));
            case JAPANESE -> List.of(fixed(utc), fixed(local));
        };
    }

    /// The cells of such columns.
    List<Line> times(Optional<Instant> time) {
        int columns = times(Label.TIME_UTC, Label.TIME_JST).size();
        return time.map(phrases::stamps).orElseGet(() -> Collections.nCopies(columns, Line.of("–")));
    }

    /// One sentence after the other, with a blank between them where the language has one.
    Line sentences(List<Line> sentences) {
        return switch (language()) {
            case ENGLISH -> Line.join(" ", sentences);
            case JAPANESE -> Line.join("", sentences);
        };
    }

    /// Times in prose, or that there is none.
    Line time(Optional<Instant> time) {
        return time.map(phrases::time).orElseGet(phrases::noTime);
    }

    /// A value cut to what a cell or quote can hold, with the sign that it was.
    static String cut(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
        return value.substring(0, end) + "…";
    }

    /// The first rows of a list as a table, with what is left out.
    <T> Block.Table table(
            Label caption, List<Column> columns, List<T> all, int most, String where, Function<T, Block.Row> row) {
        List<Block.Row> rows = all.stream().limit(most).map(row).toList();
        Line rest = all.size() > most ? phrases.rest(most, all.size(), where) : Line.EMPTY;
        return new Block.Table(label(caption), columns, rows, rest);
    }

    /// Cells or columns in one row.
    @SafeVarargs
    static <T> List<T> row(List<T>... parts) {
        var cells = new ArrayList<T>();
        for (List<T> part : parts) {
            cells.addAll(part);
        }
        return cells;
    }
}
