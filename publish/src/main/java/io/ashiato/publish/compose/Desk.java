package io.ashiato.publish.compose;

import io.ashiato.model.Confidence;
import io.ashiato.model.Facts;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Strength;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Column;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.document.Run;
import io.ashiato.publish.language.ArtefactTerms;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.CalendarDate;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.Sentence;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.Defang;
import io.ashiato.publish.report.PasswordMask;
import io.ashiato.publish.report.ReportModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    /// References named in a cell; more become a number.
    private static final int MOST_MARKS = 6;

    /// Characters of a value from evidence or knowledge in a cell.
    static final int MOST_VALUE = 240;

    /// An empty cell.
    static final Line DASH = Line.of("–");

    Line label(Label label) {
        return Line.of(phrases.label(label));
    }

    Block.Paragraph say(Sentence sentence) {
        return new Block.Paragraph(phrases.say(sentence));
    }

    Block.Paragraph say(Line line) {
        return new Block.Paragraph(line);
    }

    Line term(Bilingual words) {
        return Line.of(phrases.term(words));
    }

    /// The same as a heading: English ones begin with a capital letter.
    Line heading(Bilingual words) {
        String term = phrases.term(words);
        return Line.of(term.substring(0, 1).toUpperCase(Locale.ROOT) + term.substring(1));
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

    /// The fixed words with their range, for a table.
    Line likelihood(Likelihood likelihood) {
        Line words = term(Terms.of(likelihood));
        return switch (language()) {
            case ENGLISH -> Line.of("{0} ({1})", words, phrases.range(likelihood));
            case JAPANESE -> Line.of("{0}（{1}）", words, phrases.range(likelihood));
        };
    }

    static Line strength(Strength strength) {
        return switch (strength) {
            case A -> badge("A", Run.Tone.PLAIN);
            case B -> Line.of("B");
            case C -> Line.of("C");
        };
    }

    /// The mark of what was made up for an example.
    Line invented(boolean invented) {
        return invented ? badge(phrases.label(Label.INVENTED), Run.Tone.NOTABLE) : Line.EMPTY;
    }

    /// Who published what; another case has a title only.
    Line title(PublishedSource source) {
        Line title = Line.of(new Run.English(cut(source.title(), MOST_VALUE)));
        return source.publisher().isEmpty()
                ? Line.of("{0} {1}", label(Label.OTHER_CASE), title)
                : Line.of("{0}{1}{2}", Line.value(source.publisher()), Line.of(separator()), title);
    }

    /// The same with its number, and that it is invented where it is.
    Line published(PublishedSource source) {
        return Line.of("{0} {1}", title(source), cited(source));
    }

    /// The number of a source in appendix E, and that it is invented where it is.
    Line cited(PublishedSource source) {
        Line mark = Line.mark(model.references().id(source));
        return source.invented() ? Line.of("{0} {1}", mark, invented(true)) : mark;
    }

    Line cited(List<PublishedSource> sources) {
        return sources.isEmpty()
                ? DASH
                : Line.join(" ", sources.stream().map(this::cited).toList());
    }

    /// A few references and how many more there are.
    Line few(List<String> ids) {
        if (ids.isEmpty()) {
            return DASH;
        }
        Line marks = Line.marks(ids.subList(0, Math.min(MOST_MARKS, ids.size())));
        return ids.size() > MOST_MARKS ? marks.plus(" + " + phrases.number(ids.size() - MOST_MARKS)) : marks;
    }

    /// What stands between names in a list.
    String separator() {
        return switch (language()) {
            case ENGLISH -> ", ";
            case JAPANESE -> "、";
        };
    }

    /// The last part of a path.
    Line name(String path) {
        int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        String name = path.substring(end + 1);
        return Line.value(cut(name.isEmpty() ? path : name, MOST_OF_A_NAME));
    }

    /// Where a record lies in the evidence.
    Line source(RecordRef source) {
        String record =
                source.recordId().isPresent() ? Long.toString(source.recordId().getAsLong()) : "";
        return phrases.recordSource(source.path(), record, source.offset());
    }

    /// Those facts of an artefact that are asked for and stated, in that order.
    List<Block.Fact> facts(Facts stated, List<String> names) {
        var facts = new ArrayList<Block.Fact>();
        for (String name : names) {
            Line title = ArtefactTerms.fact(name).map(this::term).orElse(Line.code(name));
            value(stated, name).ifPresent(value -> facts.add(new Block.Fact(title, value)));
        }
        return facts;
    }

    private Optional<Line> value(Facts facts, String name) {
        if (facts.number(name).isPresent()) {
            return Optional.of(number(facts.number(name).getAsLong()));
        }
        if (facts.time(name).isPresent()) {
            return facts.time(name)
                    .map(time -> Line.of("{0} UTC", phrases.stamps(time).getFirst()));
        }
        List<String> texts = facts.texts(name);
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.join(
                        separator(),
                        texts.stream()
                                .limit(MOST_MARKS)
                                .map(text -> Line.code(cut(Defang.text(PasswordMask.mask(text)), MOST_VALUE)))
                                .toList()));
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

    /// The date of a publication in prose.
    Line date(String iso) {
        return Line.value(CalendarDate.of(iso).in(language()));
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
