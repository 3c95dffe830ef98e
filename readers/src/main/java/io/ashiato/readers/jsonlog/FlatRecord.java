package io.ashiato.readers.jsonlog;

import io.ashiato.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record as the places of its values and their texts, in the order of the log. Used again for the next record.
final class FlatRecord {
    /// Values of one record. Large cloud records have some thousand.
    static final int MAX_VALUES = 1 << 16;

    /// Characters of the names of all values, as fields spell them out: some hundred a value in large records.
    private static final int MAX_NAMES = 8 << 20;

    private FieldPath[] paths = new FieldPath[128];
    private @Nullable String[] values = new String[128];
    private int count;
    private int marks;
    private int names;
    private boolean isCut;
    private long number;

    /// Makes room for the next record.
    void clear() {
        count = 0;
        marks = 0;
        names = 0;
        isCut = false;
        number++;
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
        String value = values[index];
        return value == null ? "" : value;
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
                String value = values[i];
                if (value != null && !value.isEmpty() && paths[i].text().equals(text)) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    /// Notes that a whole object or array stands at a place, as these bytes of JSON.
    void addWhole(FieldPath path, byte[] bytes, int from, int to) {
        add(path, new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /// Sorts the values into the two parts of an event.
    void collect(RecordShape shape, Fields.Builder system, Fields.Builder data) {
        for (int i = 0; i < count; i++) {
            FieldRole role = paths[i].role(shape);
            String value = values[i];
            if (role.part() != FieldRole.Part.NOTHING && !(role.dropsEmpty() && isEmpty(role, value))) {
                Fields.Builder part = role.part() == FieldRole.Part.SYSTEM ? system : data;
                String text = value == null ? "" : value;
                part.add(role.name(), text);
                role.aliases().forEach(alias -> part.add(alias, text));
            }
        }
    }

    private static boolean isEmpty(FieldRole role, @Nullable String value) {
        return value == null || (role.part() == FieldRole.Part.SYSTEM && value.isEmpty());
    }
}
