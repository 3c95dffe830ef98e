package io.ashiato.casefile.pipeline;

import io.ashiato.model.Event;
import io.ashiato.model.RuleInfo;
import java.util.List;

/// An event and the rules that it matched, mostly none.
public record MatchedEvent(Event event, List<RuleInfo> rules) {
    public MatchedEvent {
        rules = List.copyOf(rules);
    }
}
