package io.ashiato.sigma.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers the fields that rules ask for.
final class FieldSlots {
    /// A slot whose value is made of two others', with `\` between.
    record Joined(int slot, int first, int second) {}

    private final Map<List<String>, Integer> slots = new LinkedHashMap<>();
    private final Map<String, Integer> single = new HashMap<>();
    private final List<Joined> joined = new ArrayList<>();

    /// @param names one field of the event, or two to join
    int slot(List<String> names) {
        Integer known = slots.get(names);
        if (known != null) {
            return known;
        }
        if (names.size() == 1) {
            single.put(names.get(0), slots.size());
            slots.put(names, slots.size());
            return slots.size() - 1;
        }
        int first = slot(names.subList(0, 1));
        int second = slot(names.subList(1, 2));
        int slot = slots.size();
        slots.put(names, slot);
        joined.add(new Joined(slot, first, second));
        return slot;
    }

    /// Those that [#names] of another gave.
    ///
    /// @throws IllegalArgumentException if they are not such
    static FieldSlots of(List<List<String>> names) {
        var made = new FieldSlots();
        for (int slot = 0; slot < names.size(); slot++) {
            int size = names.get(slot).size();
            RuleTables.require((size == 1 || size == 2) && made.slot(names.get(slot)) == slot);
        }
        return made;
    }

    /// The fields by slot.
    List<List<String>> names() {
        return List.copyOf(slots.keySet());
    }

    int count() {
        return slots.size();
    }

    /// The slot of an event's field; blanks in its name do not count.
    @Nullable
    Integer of(String name) {
        return single.get(plain(name));
    }

    /// The name without blanks.
    static String plain(String name) {
        return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
    }

    List<Joined> joined() {
        return joined;
    }
}
