package io.ashiato.readers.evtx;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The layouts of the templates met so far. The same few hundred templates come again in every chunk and in every
/// log of a kind, so the threads that read one log share them.
///
/// @param <C> what a lane compiles of a template
final class Layouts<C> {
    /// Bytes kept, about; then all is forgotten, since only crafted logs have so many.
    private static final int MOST_WEIGHT = 24 << 20;

    /// A few hundred templates, each in three or four forms; a power of two.
    private static final int BUCKETS = 1024;

    private final Function<TemplateDefinition, C> compiler;
    private final AtomicReferenceArray<@Nullable TemplateLayout<C>> buckets = new AtomicReferenceArray<>(BUCKETS);
    private final AtomicInteger weight = new AtomicInteger();
    private final AtomicInteger timesForgotten = new AtomicInteger();

    /// @param compiler may throw [MalformedException]: the definition is then left to the plain reader; of one
    ///     definition it may be asked by several threads at once
    Layouts(Function<TemplateDefinition, C> compiler) {
        this.compiler = compiler;
    }

    /// The layout of the template definition at `place`, if it is known.
    ///
    /// @param length bytes of `chunk` that are there
    @Nullable
    TemplateLayout<C> find(byte[] chunk, int length, int place) {
        TemplateLayout<C> layout = buckets.get(bucket(chunk, place));
        while (layout != null && (layout.isFragment() || !layout.isAt(chunk, length, place))) {
            layout = layout.next();
        }
        return layout;
    }

    /// The layout of the fragment at `place`, which is no template instance, if it is known.
    @Nullable
    TemplateLayout<C> findFragment(byte[] chunk, int length, int place, int size) {
        TemplateLayout<C> layout = buckets.get(size % BUCKETS);
        while (layout != null
                && !(layout.isFragment() && layout.length() == size && layout.isAt(chunk, length, place))) {
            layout = layout.next();
        }
        return layout;
    }

    /// Compiles a definition and keeps it.
    ///
    /// @return nothing if it is left to the plain reader, which will say what is wrong
    @Nullable
    TemplateLayout<C> add(TemplateDefinition definition, byte[] chunk) {
        if (!TemplateLayout.isPlain(definition, chunk)) {
            return null;
        }
        int bucket = definition.isFragment() ? definition.length() % BUCKETS : bucket(chunk, definition.place());
        C code = compiler.apply(definition);
        while (true) {
            TemplateLayout<C> first = buckets.get(bucket);
            var layout = new TemplateLayout<>(definition, chunk, code, first);
            if (buckets.compareAndSet(bucket, first, layout)) {
                makeRoom(layout.weight());
                return layout;
            }
        }
    }

    /// How often all was forgotten. Who holds layouts is to let them go then, or nothing is gained.
    int timesForgotten() {
        return timesForgotten.get();
    }

    private static int bucket(byte[] chunk, int place) {
        return TemplateLayout.hash(chunk, place) & BUCKETS - 1;
    }

    private void makeRoom(int more) {
        if (weight.addAndGet(more) > MOST_WEIGHT) {
            for (int i = 0; i < BUCKETS; i++) {
                buckets.set(i, null);
            }
            weight.set(0);
            timesForgotten.incrementAndGet();
        }
    }
}
