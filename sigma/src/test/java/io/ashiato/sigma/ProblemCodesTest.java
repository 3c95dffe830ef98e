package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.sigma.syntax.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void noCodeIsGivenTwice() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::id)).doesNotHaveDuplicates();
    }
}
