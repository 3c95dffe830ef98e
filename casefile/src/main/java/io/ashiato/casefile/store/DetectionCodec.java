package io.ashiato.casefile.store;

import io.ashiato.model.Correlated;
import io.ashiato.model.Detection;
import io.ashiato.model.RuleInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Detections as bytes. Rules are written by id and looked up again.
final class DetectionCodec implements ExternalSorter.Codec<Detection> {
    private final Map<String, RuleInfo> rules = new HashMap<>();
    private final EventCodec events = new EventCodec();

    @Override
    public void write(RunWriter out, Detection detection) throws IOException {
        rules.putIfAbsent(detection.rule().id(), detection.rule());
        events.write(out, detection.event());
        out.writeText(detection.rule().id());
        out.writeBoolean(detection.correlated().isPresent());
        if (detection.correlated().isPresent()) {
            CorrelatedCodec.write(out, detection.correlated().get());
        }
    }

    @Override
    public Optional<Detection> read(RunReader in) throws IOException {
        var event = events.read(in);
        if (event.isEmpty()) {
            return Optional.empty();
        }
        String id = in.readText();
        RuleInfo rule = rules.get(id);
        if (rule == null) {
            throw new IOException("a temporary file names a rule that this run does not have: " + id);
        }
        Optional<Correlated> correlated = in.readBoolean() ? Optional.of(CorrelatedCodec.read(in)) : Optional.empty();
        return Optional.of(new Detection(rule, event.get(), correlated));
    }
}
