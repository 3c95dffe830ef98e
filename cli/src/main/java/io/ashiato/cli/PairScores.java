package io.ashiato.cli;

import io.ashiato.bytes.JsonText;
import io.ashiato.cli.ProgramFiles.Program;
import io.ashiato.samples.Rarity;
import io.ashiato.samples.SampleComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The likeness of all pairs of a set of programs, as JSON lines `{"a","b","score"}`. What many of the set have
/// counts for less. The same lines in the same order for any number of threads.
final class PairScores {
    private PairScores() {}

    /// @throws OutputClosedException if nobody reads any more
    static void print(List<Program> programs, int threads, PrintWriter out) throws IOException {
        var comparison = new SampleComparison(
                Rarity.over(programs.stream().map(Program::features).toList()));
        List<SampleComparison.Prepared> prepared = programs.stream()
                .map(program -> comparison.prepare(program.features()))
                .toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            var rows = new ArrayList<Future<double[]>>();
            for (int i = 0; i < prepared.size(); i++) {
                int first = i;
                rows.add(workers.submit(() -> row(comparison, prepared, first)));
            }
            try {
                for (int i = 0; i < rows.size(); i++) {
                    print(programs, i, rows.get(i).get(), out);
                }
            } finally {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static double[] row(SampleComparison comparison, List<SampleComparison.Prepared> prepared, int first) {
        var scores = new double[prepared.size() - first - 1];
        for (int i = 0; i < scores.length && !Thread.currentThread().isInterrupted(); i++) {
            scores[i] = comparison
                    .compare(prepared.get(first), prepared.get(first + 1 + i))
                    .score();
        }
        return scores;
    }

    private static void print(List<Program> programs, int first, double[] scores, PrintWriter out)
            throws OutputClosedException {
        for (int i = 0; i < scores.length; i++) {
            var line = new StringBuilder("{\"a\": ");
            JsonText.quote(line, programs.get(first).name());
            line.append(", \"b\": ");
            JsonText.quote(line, programs.get(first + 1 + i).name());
            // more digits than they mean, so that ties stay rare
            line.append(String.format(Locale.ROOT, ", \"score\": %.6f}\n", scores[i]));
            out.append(line);
        }
        if (out.checkError()) {
            throw new OutputClosedException();
        }
    }
}
