package io.ashiato.casefile.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Puts the lines of any number of detections in the order of [DetectionOrder] within bounded memory. Not safe
/// for several threads.
public final class LineSorter {
    /// Object headers and the fixed parts of a line, estimated.
    private static final int LINE_BYTES = 256;

    private final ExternalSorter<DetectionLine> sorter;

    /// @param scratch an existing folder for temporary files; the caller removes it
    public LineSorter(Path scratch) {
        this(scratch, ExternalSorter.DEFAULT_BUDGET);
    }

    LineSorter(Path scratch, long budget) {
        this.sorter = new ExternalSorter<>(scratch, "lines", budget, DetectionOrder::compare, new LineCodec());
    }

    public void add(DetectionLine line) throws IOException {
        sorter.add(line, LINE_BYTES + line.length());
    }

    /// Hands every line over in order. May be called again; nothing may be added after the first call.
    public void forEach(Consumer consumer) throws IOException {
        try (ExternalSorter.Cursor<DetectionLine> sorted = sorter.sorted()) {
            for (Optional<DetectionLine> next = sorted.next(); next.isPresent(); next = sorted.next()) {
                consumer.accept(next.get().pieces());
            }
        }
    }

    /// Takes lines one by one.
    public interface Consumer {
        /// @param pieces of the line, as [DetectionFormat.Lines#line]
        void accept(List<byte[]> pieces) throws IOException;
    }

    /// Lines as they are, in temporary files.
    private static final class LineCodec implements ExternalSorter.Codec<DetectionLine> {
        @Override
        public void write(RunWriter out, DetectionLine line) throws IOException {
            out.writeBoolean(line.time().isPresent());
            if (line.time().isPresent()) {
                EventCodec.time(out, line.time().get());
            }
            out.writeText(line.path());
            out.writeLong(line.offset());
            out.writeText(line.ruleId());
            out.writeText(line.group());
            out.writeInt(line.length());
            for (byte[] piece : line.pieces()) {
                out.writeBytes(piece);
            }
        }

        @Override
        public Optional<DetectionLine> read(RunReader in) throws IOException {
            if (in.isAtEnd()) {
                return Optional.empty();
            }
            Optional<Instant> time = in.readBoolean() ? Optional.of(EventCodec.time(in)) : Optional.empty();
            String path = in.readText();
            long offset = in.readLong();
            String ruleId = in.readText();
            String group = in.readText();
            int length = in.readInt();
            List<byte[]> whole = List.of(in.readBytes(length));
            return Optional.of(new DetectionLine(time, path, offset, ruleId, group, length, whole));
        }
    }
}
