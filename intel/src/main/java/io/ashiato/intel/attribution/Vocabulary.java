package io.ashiato.intel.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Ids and their places in byte-wise order, so that arrays can stand for maps and the order of places is that
/// of ids.
final class Vocabulary {
    /// The place of what is not in the vocabulary.
    static final int UNKNOWN = -1;

    private final List<String> ids;
    private final Map<String, Integer> places = new HashMap<>();

    Vocabulary(Collection<String> ids) {
        this.ids = List.copyOf(new ArrayList<>(new TreeSet<>(ids)));
        for (int place = 0; place < this.ids.size(); place++) {
            places.put(this.ids.get(place), place);
        }
    }

    int place(String id) {
        return places.getOrDefault(id, UNKNOWN);
    }

    String id(int place) {
        return ids.get(place);
    }

    List<String> ids() {
        return ids;
    }

    int size() {
        return ids.size();
    }
}
