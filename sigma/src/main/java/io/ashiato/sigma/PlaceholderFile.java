package io.ashiato.sigma;

import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.syntax.PlaceholderReader;
import io.ashiato.sigma.syntax.Problems;
import java.util.List;
import java.util.Map;

/// A YAML file that says what placeholders stand for: `name: [values]`, or `name: value`.
///
/// @param values by name, for [RuleSetOptions#placeholders]
/// @param problems what could not be read, with places; what could is in `values` all the same
public record PlaceholderFile(Map<String, List<String>> values, List<RuleProblem> problems) {
    public PlaceholderFile {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /// Reads the file's text. Never fails because of it.
    public static PlaceholderFile read(RuleFile file) {
        var problems = new Problems(file.name());
        Map<String, List<String>> values = PlaceholderReader.read(file.text(), problems);
        return new PlaceholderFile(values, problems.found());
    }
}
