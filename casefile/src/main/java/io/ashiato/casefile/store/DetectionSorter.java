package io.ashiato.casefile.store;

import io.ashiato.model.Detection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Puts any number of detections in order (time, path, offset, rule id, group) within bounded memory.
/// Not safe for several threads.
public final class DetectionSorter {
    private final ExternalSorter<Detection> sorter;

    /// @param scratch an existing folder for temporary files; the caller removes it
    /// @param name how the temporary files begin, one for each sorter of a folder
    public DetectionSorter(Path scratch, String name) {
        this(scratch, name, ExternalSorter.DEFAULT_BUDGET);
    }

    DetectionSorter(Path scratch, String name, long budget) {
        this.sorter =
                new ExternalSorter<>(scratch, name, budget, DetectionOrder.BY_TIME_AND_PLACE, new DetectionCodec());
    }

    public void add(Detection detection) throws IOException {
        sorter.add(detection, ExternalSorter.size(detection.event()));
    }

    /// Hands every detection over in order. May be called again; nothing may be added after the first call.
    public void forEach(Consumer consumer) throws IOException {
        try (ExternalSorter.Cursor<Detection> sorted = sorter.sorted()) {
            for (Optional<Detection> next = sorted.next(); next.isPresent(); next = sorted.next()) {
                consumer.accept(next.get());
            }
        }
    }

    /// Takes detections one by one.
    public interface Consumer {
        void accept(Detection detection) throws IOException;
    }
}
