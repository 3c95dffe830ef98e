package io.ashiato.casefile.store;

import io.ashiato.model.Detection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A detection as the line that is printed of it, and what its place among the others depends on: see
/// [DetectionOrder].
///
/// @param group of a correlation, as [DetectionOrder#group]
/// @param length of all pieces in bytes
/// @param pieces of the line, as [DetectionFormat.Lines#line]
public record DetectionLine(
        Optional<Instant> time,
        String path,
        long offset,
        String ruleId,
        String group,
        int length,
        List<byte[]> pieces) {
    public DetectionLine {
        pieces = List.copyOf(pieces);
    }

    /// @param pieces of the detection's line
    public static DetectionLine of(Detection detection, List<byte[]> pieces) {
        return new DetectionLine(
                detection.event().time(),
                detection.event().source().path(),
                detection.event().source().offset(),
                detection.rule().id(),
                DetectionOrder.group(detection),
                length(pieces),
                pieces);
    }

    private static int length(List<byte[]> pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        return length;
    }
}
