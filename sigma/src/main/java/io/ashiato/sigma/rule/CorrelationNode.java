package io.ashiato.sigma.rule;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.CorrelationDocument.Reference;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A correlation while it is linked.
final class CorrelationNode {
    final CorrelationDocument document;
    final RuleInfo about;
    final String file;
    final Problems problems;

    /// In the order of the document's references; empty where nothing was found.
    final List<Optional<Target>> inputs = new ArrayList<>();

    /// Correlations that refer to this one.
    final List<CorrelationNode> usedBy = new ArrayList<>();

    /// How many correlations have to be linked before this one.
    int waitsFor;

    /// 1 for a correlation of rules on events, one more for each correlation between.
    int level = 1;

    /// Among those that run; negative while it is not one of them.
    int index = -1;

    CorrelationNode(CorrelationDocument document, RuleInfo about, String file, Problems problems) {
        this.document = document;
        this.about = about;
        this.file = file;
        this.problems = problems;
    }

    /// What a reference means.
    sealed interface Target {
        String file();

        /// A rule on single events.
        record Runs(String file, String ruleId) implements Target {}

        /// A rule or correlation with faults of its own.
        record CannotRun(String file) implements Target {}

        /// Another correlation.
        record Other(String file, CorrelationNode node) implements Target {}
    }

    /// The correlations that this one refers to.
    List<CorrelationNode> others() {
        return inputs.stream()
                .flatMap(Optional::stream)
                .filter(Target.Other.class::isInstance)
                .map(target -> ((Target.Other) target).node)
                .toList();
    }

    void tell(ProblemCode code, Reference reference, String reason) {
        problems.add(code, reference.place(), reason);
    }

    void tellCannotRun(Reference reference) {
        tell(ProblemCode.RULE_CANNOT_RUN, reference, "the rule '" + reference.text() + "' cannot run itself");
    }
}
