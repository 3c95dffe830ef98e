package io.ashiato.readers.jsonlog;

import io.ashiato.model.FieldNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What lines with the same bytes between their values have in common: the places of the values, and what fields
/// they are. For one thread.
final class LineForm {
    private final FieldPath[] places;
    private final int marks;

    /// By the number of a shape: whether it was asked, and what it said.
    private final boolean[] isAsked = new boolean[RecordShape.COUNT];

    private final @Nullable FieldPlan[] plans = new FieldPlan[RecordShape.COUNT];

    private LineForm(FieldPath[] places, int marks) {
        this.places = places;
        this.marks = marks;
    }

    /// The form of a line that was read the plain way.
    ///
    /// @param values of the line
    /// @return null where other lines of the form might be other records, or where a form would keep places that
    ///     nothing else keeps
    static @Nullable LineForm of(FlatRecord record, LineValues values) {
        if (record.count() != values.count() || record.isCut() || record.repeatsNames()) {
            return null;
        }
        for (int i = 0; i < values.count(); i++) {
            boolean isSame =
                    record.isNull(i) == values.isNull(i) && record.text(i).equals(values.text(i));
            // What stands in a list of records may be one.
            if (!isSame
                    || !record.path(i).isShared()
                    || JsonRecords.LISTS.contains(record.path(i).text())) {
                return null;
            }
        }
        return new LineForm(record.paths(), record.marks());
    }

    FieldPath[] places() {
        return places;
    }

    int marks() {
        return marks;
    }

    /// What the fields of such a record of that shape are; null where only its event can tell.
    ///
    /// @param names those of all forms, each once
    @Nullable
    FieldPlan plan(RecordShape shape, Map<FieldNames, FieldNames> names) {
        int number = shape.number();
        if (!isAsked[number]) {
            isAsked[number] = true;
            plans[number] = shape.plan(this).map(plan -> plan.sharing(names)).orElse(null);
        }
        return plans[number];
    }
}
