package io.ashiato.sigma;

import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.model.RecordView;
import io.ashiato.sigma.match.Evaluation;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Matches events against a rule set. Holds state between calls: one for each thread.
public final class RuleMatcher {
    private final RuleSet ruleSet;
    private final Evaluation evaluation;

    RuleMatcher(RuleSet ruleSet, Evaluation evaluation) {
        this.ruleSet = ruleSet;
        this.evaluation = evaluation;
    }

    /// The rules that match, in the order of [RuleSet#rules].
    public List<CompiledRule> match(Event event) {
        return match(new EventView(event));
    }

    /// The same of a record where it lies: of its values, only those become text that a rule asks for.
    public List<CompiledRule> match(RecordView record) {
        BitSet matched = evaluation.match(record);
        return matched.isEmpty()
                ? List.of()
                : matched.stream().mapToObj(ruleSet.rules()::get).toList();
    }

    /// The log sources of which events were seen so far, named as in [CompiledRule#source].
    public Set<String> seenSources() {
        var names = new TreeSet<String>();
        evaluation.seenSources().stream().mapToObj(ruleSet::sourceName).forEach(names::add);
        return names;
    }

    /// How often a regular expression was stopped because it took too many steps on a value. The rule counts
    /// as not matching then, so a number above 0 should be told.
    public long regexesGivenUp() {
        return evaluation.regexesGivenUp();
    }
}
