package io.ashiato.cli;

import io.ashiato.cli.ProgramFiles.Program;
import io.ashiato.intel.knowledge.KnownSample;
import io.ashiato.publish.render.Visible;
import io.ashiato.samples.Likeness;
import io.ashiato.samples.Rarity;
import io.ashiato.samples.SampleComparison;
import io.ashiato.samples.SampleStore;
import io.ashiato.samples.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// How alike programs are: to each other, or to known ones.
@CommandLine.Command(
        name = "compare",
        description = {
            "Compare programs with each other, or with the known samples of --knowledge, by their functions,",
            "strings, constants and imports. Nothing of them is run."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato compare one.exe other.exe",
            "  ashiato compare one.exe --knowledge ours.json",
            "  ashiato compare samples/ --pairs > pairs.jsonl"
        })
final class CompareCommand implements Callable<Integer> {
    /// Known samples shown for one program, the most alike first.
    private static final int MAX_KNOWN = 10;

    private final Commands.Shared shared;

    @CommandLine.Parameters(paramLabel = "SAMPLE", arity = "1..*", description = "Programs; with --pairs one folder.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--pairs", description = "All pairs of programs below a folder, as JSON lines.")
    private boolean pairs;

    @CommandLine.Mixin
    private KnowledgeOptions knowledgeOptions = new KnowledgeOptions();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    CompareCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        options.check(shared.words());
        var files = new ProgramFiles(shared);
        if (pairs) {
            pairs(files);
        } else {
            compare(files);
        }
        shared.terminal().out().flush();
        return files.gaps() ? ExitCode.DONE_WITH_GAPS : ExitCode.DONE;
    }

    private void pairs(ProgramFiles files) throws IOException {
        if (paths.size() != 1) {
            throw CommandException.wrongUse(shared.words().samples().pairsNeedFolder());
        }
        int threads = options.threads(shared.words());
        List<Path> below = files.below(paths.getFirst());
        Path folder = Path.of(paths.getFirst());
        List<String> names =
                below.stream().map(file -> ProgramFiles.name(folder, file)).toList();
        List<Program> programs = files.read(below, names);
        if (programs.size() < 2) {
            files.gap(shared.words().samples().noPairs(EvidenceParameters.quoted(paths.getFirst()), programs.size()));
        }
        PairScores.print(programs, threads, shared.terminal().out());
    }

    private void compare(ProgramFiles files) throws IOException {
        Words words = shared.words();
        boolean known = !knowledgeOptions.files().isEmpty();
        if (paths.size() < 2 && !known) {
            throw CommandException.wrongUse(words.samples().twoPrograms());
        }
        List<KnownSample> samples = known ? knowledgeOptions.load(words).ready().samples() : List.of();
        if (known && samples.isEmpty()) {
            throw CommandException.wrongUse(words.samples().noKnownSamples());
        }
        List<Path> given = paths.stream().map(files::file).toList();
        List<Program> programs = files.read(given, paths);
        var comparison = new SampleComparison(Rarity.builtIn());
        List<SampleComparison.Prepared> prepared = programs.stream()
                .map(program -> comparison.prepare(program.features()))
                .toList();
        for (int i = 0; i < programs.size(); i++) {
            for (int j = i + 1; j < programs.size(); j++) {
                tell(
                        programs.get(i).name(),
                        programs.get(j).name(),
                        comparison.compare(prepared.get(i), prepared.get(j)));
            }
        }
        if (known) {
            withKnown(programs, comparison, prepared, samples);
        }
    }

    private void tell(String one, String other, Likeness likeness) {
        shared.terminal()
                .out()
                .println(shared.words().samples().likeness(Visible.of(one), Visible.of(other), likeness));
    }

    private record Match(KnownSample sample, Likeness likeness) {}

    private void withKnown(
            List<Program> programs,
            SampleComparison comparison,
            List<SampleComparison.Prepared> prepared,
            List<KnownSample> samples)
            throws IOException {
        PrintWriter out = shared.terminal().out();
        SampleWords words = shared.words().samples();
        for (int i = 0; i < programs.size(); i++) {
            List<Match> matches = matches(comparison, prepared.get(i), samples);
            if (matches.isEmpty()) {
                out.println(words.resemblesNone(Visible.of(programs.get(i).name()), samples.size()));
            }
            for (Match match : matches) {
                String source = match.sample.source().title();
                tell(programs.get(i).name(), words.known(match.sample.family(), source), match.likeness);
            }
        }
    }

    private List<Match> matches(
            SampleComparison comparison, SampleComparison.Prepared program, List<KnownSample> samples)
            throws IOException {
        var matches = new ArrayList<Match>();
        for (KnownSample sample : samples) {
            for (SampleStore.Entry entry : entries(sample)) {
                Likeness likeness = comparison.compare(program, comparison.prepare(entry.features()));
                if (likeness.verdict() != Verdict.NOTHING_TELLING) {
                    matches.add(new Match(sample, likeness));
                }
            }
        }
        return matches.stream()
                .sorted(Comparator.comparingDouble((Match match) -> -match.likeness.score())
                        .thenComparing(match -> match.sample.sha256()))
                .limit(MAX_KNOWN)
                .toList();
    }

    private List<SampleStore.Entry> entries(KnownSample sample) throws IOException {
        try {
            return SampleStore.read(new ByteArrayInputStream(sample.featureBytes()));
        } catch (SampleStore.UnreadableStoreException e) {
            throw CommandException.wrongUse(
                    shared.words().samples().badFeatures(Visible.of(sample.family()), Visible.of(sample.sha256())));
        }
    }
}
