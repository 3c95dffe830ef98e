import io.ashiato.intel.attribution.*;
import io.ashiato.intel.attribution.training.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import java.util.zip.GZIPInputStream;

public final class AttributionBench {
    static void line(Writer w, String id, Ranking k) throws IOException {
        var s = new StringBuilder("{\"id\":\"" + id + "\",\"ranked\":[");
        String sep = "";
        for (var c : k.candidates()) {
            s.append(sep).append("{\"actor\":\"" + c.actor() + "\",\"p\":" + Math.floor(c.probability() * 10000 + .5) / 10000 + "}");
            sep = ",";
        }
        s.append("],\"named\":").append(k.named().map(n -> "\"" + n + "\"").orElse("null"));
        s.append(",\"level\":\"actor\",\"v\":\"" + (k.verdict() instanceof Ranking.Unattributed u ? u.reason().name() : "") + "\"}\n");
        w.write(s.toString());
    }
    public static void main(String[] a) throws Exception {
        long t0 = System.nanoTime();
        RelationBase base;
        try (InputStream in = Files.newInputStream(Path.of(a[1]))) { base = RelationBase.read(in); }
        List<String> lines;
        try (var r = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(Path.of(a[2]))), StandardCharsets.UTF_8))) { lines = r.lines().toList(); }
        try (var w = Files.newBufferedWriter(Path.of(a[3]))) {
            if (a[0].equals("predict")) {
                BehaviourModel model;
                try (InputStream in = Files.newInputStream(Path.of(a[4]))) { model = new BehaviourModel(BehaviourWeights.read(in)); }
                for (String l : lines) { var q = AttributionQuestion.parse(l); line(w, q.id(), model.rank(base.view(q.narrowing()), q.behaviour())); }
            } else {
                var cases = new ArrayList<PreparedCase>();
                for (String l : lines) cases.add(PreparedCase.of(base, LabelledCase.parse(l)));
                System.err.println("prepared " + (System.nanoTime() - t0) / 1000000);
                var folds = CrossValidation.folds(cases, 5);
                int n = 0;
                for (var f : folds) {
                    var wts = BehaviourTrainer.fit(f.training());
                    System.err.println("fold " + n++ + " train " + f.training().size() + " held " + f.held().size() + " nameAt " + wts.nameAt() + " t " + (System.nanoTime() - t0) / 1000000);
                    var m = new BehaviourModel(wts);
                    for (var c : f.held()) line(w, c.source().question().id(), m.rank(c.comparison()));
                }
            }
        }
        System.err.println("all " + (System.nanoTime() - t0) / 1000000);
    }
}
