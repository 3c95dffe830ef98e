package io.ashiato.readers.evtx;

import io.ashiato.bytes.MalformedException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The layouts of the definitions of the chunk at hand, by their place. For one thread; what it learns it shares
/// through [Layouts].
///
/// @param <C> what a lane compiles of a template
final class LayoutCache<C> {
    private static final int MOST_FRAGMENT_BYTES = 128;

    private final Layouts<C> layouts;

    // By the place of the definition: the layout, none for the plain reader, and in which chunk it was found.
    private final @Nullable TemplateLayout<C>[] here;
    private final int[] hereSince = new int[EvtxFile.CHUNK_SIZE];
    private int chunks;
    private int timesForgotten;
    private byte[] chunk = new byte[0];
    private int length;
    private @Nullable BinXmlReader definitions;

    @SuppressWarnings("unchecked") // there are no arrays of a generic type
    LayoutCache(Layouts<C> layouts) {
        this.layouts = layouts;
        this.here = (TemplateLayout<C>[]) new TemplateLayout<?>[EvtxFile.CHUNK_SIZE];
    }

    /// Turns to another chunk.
    void turnTo(byte[] next, int bytes) {
        if (++chunks < 0) {
            chunks = 1;
            Arrays.fill(hereSince, 0);
        }
        chunk = next;
        length = bytes;
        definitions = null;
        if (timesForgotten != layouts.timesForgotten()) {
            timesForgotten = layouts.timesForgotten();
            Arrays.fill(here, null);
            Arrays.fill(hereSince, 0);
            chunks = 1;
        }
    }

    /// The layout of the definition at a place in the chunk; none where the plain reader is needed.
    @Nullable
    TemplateLayout<C> at(int place) {
        if (place < 0 || place > length - TemplateLayout.HEADER_SIZE) {
            return null;
        }
        if (hereSince[place] != chunks) {
            here[place] = find(place);
            hereSince[place] = chunks;
        }
        return here[place];
    }

    /// The layout of a fragment that is no template instance, if it is a short one: an empty EventData, say.
    @Nullable
    TemplateLayout<C> fragment(int place, int size) {
        if (size > MOST_FRAGMENT_BYTES) {
            return null; // text of its own, that will not come again
        }
        TemplateLayout<C> known = layouts.findFragment(chunk, length, place, size);
        return known != null ? known : compiled(() -> definitions().define(place, size));
    }

    private @Nullable TemplateLayout<C> find(int place) {
        TemplateLayout<C> known = layouts.find(chunk, length, place);
        return known != null ? known : compiled(() -> definitions().define(place));
    }

    private BinXmlReader definitions() {
        if (definitions == null) {
            definitions = new BinXmlReader(chunk, length, 0);
        }
        return definitions;
    }

    private @Nullable TemplateLayout<C> compiled(Supplier<TemplateDefinition> definition) {
        try {
            return layouts.add(definition.get(), chunk);
        } catch (MalformedException e) {
            return null; // the plain reader will say what is wrong
        }
    }
}
