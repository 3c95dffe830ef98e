package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.sigma.syntax.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The document that explains the codes, against the codes that there are.
class ProblemCodesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (E\\d{3}) \\| ([A-Z_]+) \\|");

    @Test
    void everyCodeIsExplainedAndNoOther() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "rule-problems.md"));

        List<String> explained = ROW.matcher(document)
                .results()
                .map((MatchResult row) -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.id() + " " + code.name())
                        .toList());
    }

    /// Codes of files of placeholders are for [PlaceholderFileTest], which has no table.
    @Test
    void everyCodeIsProvokedByATable() {
        var provoked = new TreeSet<String>();
        SpecificationCases.all().forEach(c -> provoked.addAll(c.refused()));
        for (Map<String, Object> entry : problemCases()) {
            Yaml.list(entry, "problems")
                    .forEach(p -> provoked.add(String.valueOf(p).split(" ")[1]));
        }

        assertThat(provoked)
                .containsAll(Arrays.stream(ProblemCode.values())
                        .filter(code -> code != ProblemCode.BAD_PLACEHOLDER_FILE)
                        .map(ProblemCode::id)
                        .toList());
    }

    private static List<Map<String, Object>> problemCases() {
        var cases = new ArrayList<>(Yaml.cases("problems.yml"));
        cases.addAll(Yaml.cases("correlation/problems.yml"));
        return cases;
    }

    @Test
    void noCodeIsGivenTwice() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::id)).doesNotHaveDuplicates();
    }
}
