import io.ashiato.intel.attribution.AttributionQuestion;
import io.ashiato.intel.attribution.BehaviourModel;
import io.ashiato.intel.attribution.Candidate;
import io.ashiato.intel.attribution.RelationFormatException;
import io.ashiato.intel.attribution.Ranking;
import io.ashiato.intel.attribution.RelationBase;
import io.ashiato.intel.attribution.training.BehaviourTrainer;
import io.ashiato.intel.attribution.training.CrossValidation;
import io.ashiato.intel.attribution.training.LabelledCase;
import io.ashiato.intel.attribution.training.PreparedCase;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The commands behind `bench/attribution*.sh`: predict, cross-validate, fit. Run from source, with the built program on the
/// class path.
final class AttributionBench {
    private static final int FOLDS = 5;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final RelationBase base;
    private final List<String> lines;

    private AttributionBench(RelationBase base, List<String> lines) {
        this.base = base;
        this.lines = lines;
    }

    public static void main(String[] arguments) {
        try {
            RelationBase base;
            try (InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
                base = RelationBase.read(in);
            }
            var bench = new AttributionBench(base, lines(Path.of(arguments[2])));
            // In one piece at the end: a file that is there is whole.
            String result = switch (arguments[0]) {
                case "predict" -> bench.predict();
                case "cv" -> bench.crossValidate();
                default -> BehaviourTrainer.fit(bench.prepared()).toJson();
            };
            Files.writeString(Path.of(arguments[3]), result);
        } catch (IOException | RelationFormatException e) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println("bench: " + e);
            System.exit(2);
        }
    }

    private String predict() throws RelationFormatException {
        BehaviourModel model = BehaviourModel.builtIn();
        var predictions = new StringBuilder();
        for (String line : lines) {
            var question = AttributionQuestion.parse(line);
            predictions.append(
                    prediction(question.id(), model.rank(base.view(question.narrowing()), question.behaviour())));
        }
        return predictions.toString();
    }

    private String crossValidate() throws RelationFormatException {
        var predictions = new StringBuilder();
        for (CrossValidation.Fold fold : CrossValidation.folds(prepared(), FOLDS)) {
            fold.predict().forEach((each, ranking) ->
                    predictions.append(prediction(each.source().question().id(), ranking)));
            System.err.printf(
                    Locale.ROOT, "fitted to %d cases, predicted %d%n", fold.training().size(), fold.held().size());
        }
        return predictions.toString();
    }

    private List<PreparedCase> prepared() throws RelationFormatException {
        var cases = new ArrayList<PreparedCase>();
        for (String line : lines) {
            cases.add(PreparedCase.of(base, LabelledCase.parse(line)));
        }
        return cases;
    }

    /// One line as `score.py` reads it. Ids come from the files, so they are quoted as JSON wants it.
    private static String prediction(String id, Ranking ranking) {
        var ranked = new ArrayList<String>();
        for (Candidate candidate : ranking.candidates()) {
            ranked.add(String.format(
                    Locale.ROOT, "{\"actor\": %s, \"p\": %.4f}", quoted(candidate.actor()), candidate.probability()));
        }
        String named = ranking.named().map(AttributionBench::quoted).orElse("null");
        return "{\"id\": " + quoted(id) + ", \"ranked\": [" + String.join(", ", ranked) + "], \"named\": " + named
                + ", \"level\": \"actor\"}\n";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c != '"' && c != '\\';
            quoted.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(in) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
