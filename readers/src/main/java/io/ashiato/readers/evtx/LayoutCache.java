package io.ashiato.readers.evtx;

import io.ashiato.bytes.MalformedException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The layouts of the templates met so far, for one thread. The same few hundred templates come again in every
/// chunk and in every log of a kind.
final class LayoutCache {
    /// Bytes kept, about; then all is forgotten, since only crafted logs have so many.
    private static final int MOST_WEIGHT = 16 << 20;

    /// A few hundred templates, each in three or four forms.
    private static final int BUCKETS = 1024;

    private static final int MOST_FRAGMENT_BYTES = 128;

    private final @Nullable TemplateLayout[] layouts = new TemplateLayout[BUCKETS];
    private int weight;

    // Of the chunk at hand, by the place of the definition.
    private final TemplateLayout[] here = new TemplateLayout[EvtxFile.CHUNK_SIZE];
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

    /// The layout of the definition at a place in the chunk; [TemplateLayout#NONE] where the plain reader is needed.
    TemplateLayout at(int place) {
        if (place < 0 || place > length - TemplateLayout.HEADER_SIZE) {
            return TemplateLayout.NONE;
        }
        if (hereSince[place] != chunks) {
            here[place] = find(place);
            hereSince[place] = chunks;
        }
        return here[place];
    }

    /// The layout of a fragment that is no template instance, if it is a short one: an empty EventData, say.
    TemplateLayout fragment(int place, int size) {
        if (size > MOST_FRAGMENT_BYTES) {
            return TemplateLayout.NONE; // text of its own, that will not come again
        }
        for (TemplateLayout layout = layouts[size]; layout != null; layout = layout.next()) {
            if (layout.isFragment() && layout.length() == size && layout.isAt(chunk, length, place)) {
                return layout;
            }
        }
        return kept(size, compiled(() -> definitions().define(place, size), layouts[size]));
    }

    private TemplateLayout find(int place) {
        int bucket = TemplateLayout.hash(chunk, place) & BUCKETS - 1;
        for (TemplateLayout layout = layouts[bucket]; layout != null; layout = layout.next()) {
            if (!layout.isFragment() && layout.isAt(chunk, length, place)) {
                return layout;
            }
        }
        return kept(bucket, compiled(() -> definitions().define(place), layouts[bucket]));
    }

    private TemplateLayout kept(int bucket, TemplateLayout fresh) {
        if (fresh != TemplateLayout.NONE) {
            layouts[bucket] = fresh;
            weight += fresh.weight();
        }
        if (weight > MOST_WEIGHT) {
            Arrays.fill(layouts, null);
            Arrays.fill(here, TemplateLayout.NONE);
            Arrays.fill(hereSince, 0);
            weight = 0;
        }
        return fresh;
    }

    private BinXmlReader definitions() {
        if (definitions == null) {
            definitions = new BinXmlReader(chunk, length, 0);
        }
        return definitions;
    }

    private TemplateLayout compiled(Supplier<TemplateDefinition> definition, @Nullable TemplateLayout next) {
        try {
            return TemplateLayout.of(definition.get(), chunk, next);
        } catch (MalformedException e) {
            return TemplateLayout.NONE; // the plain reader will say what is wrong
        }
    }
}
