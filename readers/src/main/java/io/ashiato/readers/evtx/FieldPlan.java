package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the wanted fields are in the instances of one template.
///
/// Only what the fields found need: a record without a wanted field costs nothing.
final class FieldPlan {
    /// No value, no guard.
    static final int NONE = -1;

    private final int[] wanted;
    private final int[] slots;
    private final int[] guards;
    private final boolean[] stayEmpty;
    private final byte[][] constants;
    private final int inner;
    private final boolean innerIsPart;
    private final boolean isComplete;

    private FieldPlan(List<Found> found, int inner, boolean innerIsPart, boolean isComplete) {
        wanted = found.stream().mapToInt(Found::wanted).toArray();
        slots = found.stream().mapToInt(Found::slot).toArray();
        guards = found.stream().mapToInt(Found::guard).toArray();
        stayEmpty = new boolean[found.size()];
        for (int i = 0; i < stayEmpty.length; i++) {
            stayEmpty[i] = found.get(i).staysEmpty();
        }
        constants =
                found.stream().map(field -> LittleEndian.utf16(field.text())).toArray(byte[][]::new);
        this.inner = inner;
        this.innerIsPart = innerIsPart;
        this.isComplete = isComplete;
    }

    private record Found(int wanted, int slot, int guard, boolean staysEmpty, String text) {}

    /// @param system wanted fields of the envelope, by name
    /// @param data wanted fields of the data, numbered behind those
    static FieldPlan of(FieldCode code, List<String> system, List<String> data) {
        var found = new ArrayList<Found>();
        int inner = NONE;
        boolean innerIsPart = false;
        int inners = 0;
        boolean isInOrder = true;
        for (FieldCode.Field field : code.fields()) {
            int before = found.size();
            switch (field) {
                case FieldCode.Fixed(String name, String value, boolean isSystem, int guard) ->
                    number(name, isSystem, system, data)
                            .ifPresent(i -> found.add(new Found(i, NONE, guard, true, value)));
                case FieldCode.Valued valued ->
                    number(valued.name(), valued.isSystem(), system, data)
                            .ifPresent(i ->
                                    found.add(new Found(i, valued.slot(), valued.guard(), valued.staysEmpty(), "")));
                case FieldCode.Part(int slot) -> {
                    inner = slot;
                    innerIsPart = true;
                    inners++;
                }
                case FieldCode.Content(String name, int slot, int guard) -> {
                    number(name, false, system, data).ifPresent(i -> found.add(new Found(i, slot, guard, false, "")));
                    inner = slot;
                    innerIsPart = false;
                    inners++;
                    isInOrder &= guard == NONE || guard == slot;
                }
            }
            // A field behind the fragment would be taken before those in it.
            isInOrder &= inners == 0 || found.size() == before || field instanceof FieldCode.Content;
        }
        return new FieldPlan(found, inner, innerIsPart, code.isComplete() && inners <= 1 && isInOrder);
    }

    private static Optional<Integer> number(String name, boolean isSystem, List<String> system, List<String> data) {
        int index = (isSystem ? system : data).indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(isSystem ? index : system.size() + index);
    }

    /// Of the wanted fields that are here, in the order of the log: their numbers.
    int[] wanted() {
        return wanted;
    }

    /// Where each value is; [#NONE] where it is a constant.
    int[] slots() {
        return slots;
    }

    /// The value that must not be null for the field to be there, or [#NONE].
    int[] guards() {
        return guards;
    }

    /// Whether the field is there even if its value is empty.
    boolean[] stayEmpty() {
        return stayEmpty;
    }

    /// The constants, UTF-16LE.
    byte[][] constants() {
        return constants;
    }

    /// The value that may be a fragment with more fields, or [#NONE].
    int inner() {
        return inner;
    }

    /// Whether the elements of that fragment are parts of the event, and not fields.
    boolean innerIsPart() {
        return innerIsPart;
    }

    /// Whether records of this template can be read by this; else the plain reader does it.
    boolean isComplete() {
        return isComplete;
    }
}
