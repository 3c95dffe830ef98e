package io.ashiato.readers.evtx;

import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The layouts of the templates met so far, for one thread. The same few hundred templates come again in every
/// chunk and in every log of a kind.
final class LayoutCache {
    /// Bytes kept, about; then all is forgotten, since only crafted logs have so many.
    private static final int MOST_WEIGHT = 16 << 20;

    private final Map<Long, List<TemplateLayout>> layouts = new HashMap<>();
    private int weight;

    // Of the chunk at hand, by the place of the definition.
    private final @Nullable TemplateLayout[] here = new TemplateLayout[EvtxFile.CHUNK_SIZE];
    private final int[] hereSince = new int[EvtxFile.CHUNK_SIZE];
    private int chunks;
    private byte[] chunk = new byte[0];
    private int length;
    private @Nullable BinXmlReader definitions;

    /// Turns to another chunk.
    void turnTo(byte[] next, int bytes) {
        if (++chunks < 0) {
            chunks = 1;
            Arrays.fill(hereSince, 0);
        }
        chunk = next;
        length = bytes;
        definitions = null;
    }

    /// The layout of the definition at a place in the chunk; none where no definition can be read there.
    @Nullable TemplateLayout at(int place) {
        if (place < 0 || place > length - TemplateLayout.HEADER_SIZE) {
            return null;
        }
        if (hereSince[place] != chunks) {
            here[place] = find(place);
            hereSince[place] = chunks;
        }
        return here[place];
    }

    private @Nullable TemplateLayout find(int place) {
        List<TemplateLayout> alike = layouts.computeIfAbsent(TemplateLayout.key(chunk, place), k -> new ArrayList<>(1));
        for (TemplateLayout layout : alike) {
            if (layout.isAt(chunk, length, place)) {
                return layout;
            }
        }
        TemplateLayout fresh = compiled(place);
        if (fresh != null) {
            keep(alike, fresh);
        }
        return fresh;
    }

    private void keep(List<TemplateLayout> alike, TemplateLayout fresh) {
        alike.add(fresh);
        weight += fresh.weight();
        if (weight > MOST_WEIGHT) {
            layouts.clear();
            weight = 0;
        }
    }

    private @Nullable TemplateLayout compiled(int place) {
        if (definitions == null) {
            definitions = new BinXmlReader(chunk, length, 0);
        }
        try {
            return TemplateLayout.of(definitions.define(place), chunk);
        } catch (MalformedException e) {
            return null; // the plain reader will say what is wrong
        }
    }
}
