package io.ashiato.readers.evtx;

import io.ashiato.model.FieldNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms of the pairs of templates met so far. For one thread.
final class RecordForms {
    /// Fields of all forms together; then all is forgotten, since only crafted logs have so many. Some 8 MiB.
    private static final int MOST_FIELDS = 1 << 17;

    /// What a pair takes beside its fields, as many as these.
    private static final int PAIR = 8;

    private final Map<Pair, Optional<RecordForm>> forms = new HashMap<>();
    private final Map<FieldNames, FieldNames> names = new HashMap<>();
    private final Pair asked = new Pair();
    private int fields;
    private int timesForgotten;

    private static final class Pair {
        private @Nullable TemplateLayout<FieldCodes> outer;
        private @Nullable TemplateLayout<FieldCodes> inner;

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && outer == pair.outer && inner == pair.inner;
        }

        @Override
        public int hashCode() {
            return 31 * Objects.hashCode(outer) + Objects.hashCode(inner);
        }
    }

    /// Turns to another chunk: forgets the templates that [Layouts] forgot.
    void turnTo(int layoutsForgotten) {
        if (timesForgotten != layoutsForgotten) {
            timesForgotten = layoutsForgotten;
            forget();
        }
    }

    private void forget() {
        forms.clear();
        names.clear();
        fields = 0;
        asked.outer = null;
        asked.inner = null;
    }

    /// The form of the records of these templates; none where they have none.
    ///
    /// @param inner of the fragment in the record; null for records without one
    @Nullable
    RecordForm of(TemplateLayout<FieldCodes> outer, @Nullable TemplateLayout<FieldCodes> inner) {
        asked.outer = outer;
        asked.inner = inner;
        Optional<RecordForm> known = forms.get(asked);
        if (known == null) {
            known = make(outer.code().ofRecord(), inner);
            fields += PAIR + known.map(form -> form.names().size()).orElse(0);
            if (fields > MOST_FIELDS) {
                forget();
            }
            var pair = new Pair();
            pair.outer = outer;
            pair.inner = inner;
            forms.put(pair, known);
        }
        return known.orElse(null);
    }

    private Optional<RecordForm> make(FieldCode outer, @Nullable TemplateLayout<FieldCodes> inner) {
        if (!outer.isComplete() || !outer.hasSystem() || outer.steps().fragments() > 1 || isFragmentAField(outer)) {
            return Optional.empty();
        }
        if (inner == null) {
            return RecordForm.of(outer, null, names);
        }
        FieldCode code =
                outer.steps().isPart() ? inner.code().ofParts() : inner.code().ofLeaves();
        return code.isComplete() && !code.hasSystem() ? RecordForm.of(outer, code, names) : Optional.empty();
    }

    /// Whether the value that holds fields is also one itself: only in crafted templates.
    private static boolean isFragmentAField(FieldCode outer) {
        return outer.fields().stream()
                .anyMatch(field -> field instanceof FieldCode.Valued valued
                        && valued.slot() == outer.steps().fragmentSlot());
    }
}
