package io.ashiato.readers.jsonlog;

import io.ashiato.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record as the places of its values and their texts, in the order of the log. Used again for the next record.
///
/// Of a record read by its form ([LineForms]) the texts are made when they are asked for.
final class FlatRecord {
    /// Values of one record. Large cloud records have some thousand.
    static final int MAX_VALUES = 1 << 16;

    /// Characters of the names of all values, as fields spell them out: some hundred a value in large records.
    private static final int MAX_NAMES = 8 << 20;

    private FieldPath[] paths = new FieldPath[128];
    private @Nullable String[] values = new String[128];
    private @Nullable LineValues line;
    private final BitSet wholes = new BitSet();
    private int count;
    private int marks;
    private int names;
    private boolean isCut;
    private long number;

    /// Makes room for the next record.
    void clear() {
        line = null;
        wholes.clear();
        count = 0;
        marks = 0;
        names = 0;
        isCut = false;
        number++;
    }

    /// Becomes the record of a line, with values for each of these places.
    ///
    /// @param marks those of all the places
    void turnTo(FieldPath[] places, int marks, LineValues values) {
        clear();
        if (places.length > paths.length) {
            paths = new FieldPath[places.length];
            this.values = new String[places.length];
        }
        System.arraycopy(places, 0, paths, 0, places.length);
        Arrays.fill(this.values, 0, places.length, null);
        count = places.length;
        this.marks = marks;
        line = values;
    }

    /// The text of a value, null for JSON's `null`.
    private @Nullable String value(int index) {
        String value = values[index];
        if (value == null && line != null && !line.isNull(index)) {
            value = line.text(index);
            values[index] = value;
        }
        return value;
    }

    boolean isNull(int index) {
        return line == null ? values[index] == null : line.isNull(index);
    }

    /// Whether a value is `null` or a text without characters.
    boolean isEmpty(int index) {
        if (line != null) {
            return line.isEmpty(index);
        }
        String value = values[index];
        return value == null || value.isEmpty();
    }

    /// The record's number among those that were held here.
    long number() {
        return number;
    }

    /// Gives members that repeat a name the name that they repeat.
    void dropNumbers() {
        for (int i = 0; i < count; i++) {
            paths[i] = paths[i].withoutNumbers(number);
        }
    }

    /// Whether there were more values, or larger names, than are kept.
    boolean isCut() {
        return isCut;
    }

    /// Adds a value, as long as there is room.
    ///
    /// @param value null for JSON's `null`
    void add(FieldPath path, @Nullable String value) {
        if (count == MAX_VALUES || names > MAX_NAMES) {
            isCut = true;
            return;
        }
        names += path.text().length();
        if (count == paths.length) {
            paths = Arrays.copyOf(paths, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        paths[count] = path;
        values[count++] = value;
        marks |= path.marks();
    }

    int count() {
        return count;
    }

    FieldPath path(int index) {
        return paths[index];
    }

    void move(int index, FieldPath to) {
        paths[index] = to;
    }

    /// The text of a value, `""` for JSON's `null`.
    String text(int index) {
        String value = value(index);
        return value == null ? "" : value;
    }

    /// Whether members of the record are numbered because they repeat a name.
    boolean repeatsNames() {
        for (int i = 0; i < count; i++) {
            if (paths[i].withoutNumbers(number) != paths[i]) {
                return true;
            }
        }
        return false;
    }

    /// The places of all values.
    FieldPath[] paths() {
        return Arrays.copyOf(paths, count);
    }

    int marks() {
        return marks;
    }

    /// Whether values stand at places of all these marks.
    boolean has(int wanted) {
        return (marks & wanted) == wanted;
    }

    /// Whether a value stands at a place of one of these marks.
    boolean hasAny(int wanted) {
        return (marks & wanted) != 0;
    }

    /// The first text at one of these places that is not empty; the places in the order of preference.
    Optional<String> first(String... texts) {
        return first(List.of(texts));
    }

    /// The same of a list of places.
    Optional<String> first(List<String> texts) {
        for (String text : texts) {
            for (int i = 0; i < count; i++) {
                if (paths[i].text().equals(text) && !isEmpty(i)) {
                    return Optional.of(text(i));
                }
            }
        }
        return Optional.empty();
    }

    /// Notes that a whole object or array stands at a place, as these bytes of JSON. It tells nothing about the shape,
    /// since it may be left out again.
    void addWhole(FieldPath path, byte[] bytes, int from, int to) {
        int before = count;
        int marksBefore = marks;
        add(path, new String(bytes, from, to - from, StandardCharsets.UTF_8));
        marks = marksBefore;
        wholes.set(before, count);
    }

    /// Leaves out what [#addWhole] added.
    void dropWholes() {
        if (wholes.isEmpty()) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!wholes.get(i)) {
                paths[kept] = paths[i];
                values[kept++] = values[i];
            }
        }
        count = kept;
        wholes.clear();
    }

    /// Sorts the values into the two parts of an event.
    void collect(RecordShape shape, Fields.Builder system, Fields.Builder data) {
        for (int i = 0; i < count; i++) {
            FieldRole role = paths[i].role(shape);
            if (role.part() != FieldRole.Part.NOTHING && !role.drops(isNull(i), isEmpty(i))) {
                Fields.Builder part = role.part() == FieldRole.Part.SYSTEM ? system : data;
                String text = text(i);
                part.add(role.name(), text);
                role.aliases().forEach(alias -> part.add(alias, text));
            }
        }
    }
}
