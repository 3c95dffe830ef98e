package io.ashiato.sigma.syntax;

import io.ashiato.model.RuleProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the problems of one file, so that an author sees all of them at once.
public final class Problems {
    private final String file;
    private final List<RuleProblem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    public void add(ProblemCode code, Place place, String reason) {
        found.add(new RuleProblem(code.id(), file, place.line(), place.column(), reason));
    }

    public int count() {
        return found.size();
    }

    /// In the order of their places. What rules of a collection have in common is told once.
    public List<RuleProblem> found() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column))
                .toList();
    }
}
