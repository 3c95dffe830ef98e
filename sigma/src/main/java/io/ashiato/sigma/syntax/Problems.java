package io.ashiato.sigma.syntax;

import io.ashiato.model.RuleProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Collects the problems of one file, so that an author sees all of them at once.
public final class Problems {
    /// A person reads no more of one file; crafted files have a fault in each value.
    private static final int MAX_LISTED = 1_000;

    /// Reasons quote what stands in the file.
    private static final int MAX_REASON_LENGTH = 400;

    private final String file;
    private final List<RuleProblem> found = new ArrayList<>();
    private int count;

    public Problems(String file) {
        this.file = file;
    }

    public void add(ProblemCode code, Place place, String reason) {
        count++;
        if (count <= MAX_LISTED) {
            String shortened =
                    reason.length() > MAX_REASON_LENGTH ? reason.substring(0, MAX_REASON_LENGTH) + "…" : reason;
            found.add(new RuleProblem(code.id(), file, place.line(), place.column(), shortened));
        }
    }

    /// How many there were, those that are not listed too.
    public int count() {
        return count;
    }

    /// In the order of their places, the first [#MAX_LISTED]. What rules of a collection have in common is told
    /// once.
    public List<RuleProblem> found() {
        Stream<RuleProblem> more = count <= MAX_LISTED
                ? Stream.of()
                : Stream.of(new RuleProblem(
                        ProblemCode.LIMIT_EXCEEDED.id(),
                        file,
                        0,
                        0,
                        "the file has " + count + " problems; the first " + MAX_LISTED + " are listed"));
        return Stream.concat(more, found.stream())
                .distinct()
                .sorted(Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column))
                .toList();
    }
}
