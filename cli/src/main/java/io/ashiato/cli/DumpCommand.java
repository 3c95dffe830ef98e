package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.readers.evtx.RecordSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Evidence as text: the records of event logs, what there is to count about logs, or the facts of everything else.
@CommandLine.Command(
        name = "dump",
        description = {
            "Print every record of event logs, oldest first, as JSON lines or XML.",
            "With --stats: what each log holds, what it lacks, and what does not fit.",
            "With --facts: what mails, documents, shortcuts, programs and what lies in them state of themselves."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato dump Security.evtx > security.jsonl",
            "  ashiato dump --format xml System.evtx",
            "  ashiato dump --from 2026-11-20 --to 2026-11-22 collection.zip",
            "  ashiato dump --records 1000-1999 Security.evtx",
            "  ssh server cat /cases/7/Security.evtx | ashiato dump -",
            "  ashiato dump --stats logs/",
            "  ashiato dump --recover Security.evtx",
            "  ashiato dump --carve memory.raw",
            "  ashiato dump --facts lure.eml"
        })
final class DumpCommand implements Callable<Integer> {
    private final Commands.Shared shared;

    @CommandLine.Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Windows event logs (.evtx), archives or folders with such, named pipes, or - for standard"
                    + " input; with --facts any files or folders.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "jsonl (default) or xml; with --stats, text (default) or jsonl; with --facts, jsonl.")
    private @Nullable String format;

    @CommandLine.Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--stats",
            description = "For each log: chunks, records, missing ids, times, channels, computers, checksums, damage.")
    private boolean statistics;

    @Option(names = "--facts", description = "One JSON line for each item that is no log, and for what lies in it.")
    private boolean facts;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Tried on encrypted archives; may be given several times.")
    private List<String> passwords = new ArrayList<>();

    @CommandLine.Mixin
    private RecoveryOptions recovery = new RecoveryOptions();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    DumpCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        options.check(shared.words());
        check();
        if (facts) {
            return new FactsDump(shared).print(EvidenceParameters.resolve(files, shared.words()), passwords);
        }
        var out = new ResultStream(shared.terminal().streams().out());
        var recovered = new RecoveredDump(recovery, isXml() ? RecoveredForm::element : RecoveredForm::line, out);
        var dump = new LogDump(statistics ? statisticsForm() : recordForm(), out);
        var notes = new DumpNotes(shared, options.quiet(), hints());
        return new DumpInput(shared, passwords, notes, selection.given(), dump, recovered).all(files);
    }

    private Set<Hint> hints() {
        Set<Hint> hints = EnumSet.allOf(Hint.class);
        if (statistics) {
            hints.remove(Hint.STATISTICS);
        }
        hints.removeAll(recovery.given());
        return hints;
    }

    /// What makes no sense together is told, not passed over.
    private void check() {
        DumpWords words = shared.words().dump();
        if (facts && (statistics || selection.given() || recovery.wanted())) {
            throw CommandException.wrongUse(
                    words.alone("--facts", "--stats, --records, --from, --to, --recover, --carve"));
        }
        if (recovery.wanted() && (statistics || selection.given())) {
            throw CommandException.wrongUse(words.alone(recovery.name(), "--stats, --records, --from, --to"));
        }
        if (facts && format != null && !format.equalsIgnoreCase("jsonl")) {
            throw noSuchFormat(format, "jsonl");
        }
        if (statistics && selection.given()) {
            throw CommandException.wrongUse(words.alone("--stats", "--records, --from, --to"));
        }
    }

    private boolean isXml() {
        return format != null && format.equalsIgnoreCase("xml");
    }

    private DumpForm recordForm() {
        String given = format == null ? "jsonl" : format;
        RecordSelection wanted = selection.selection(shared.words().dump());
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "jsonl" ->
                recovery.wanted()
                        ? RecordForm.jsonLines(wanted, true)
                        : new JsonLinesForm(wanted, options.threads(shared.words()));
            case "xml" -> RecordForm.xml(wanted, recovery.wanted());
            default -> throw noSuchFormat(given, "jsonl, xml");
        };
    }

    private DumpForm statisticsForm() {
        String given = format == null ? "text" : format;
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "text" -> StatisticsForm.text(shared.words().dump());
            case "jsonl" -> StatisticsForm.jsonLines();
            default -> throw noSuchFormat(given, "text, jsonl");
        };
    }

    private CommandException noSuchFormat(String given, String choices) {
        return CommandException.wrongUse(shared.words().notOneOf("--format", Visible.of(given), choices));
    }
}
