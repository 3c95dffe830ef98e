package io.ashiato.cli;

import io.ashiato.bytes.Damage;
import io.ashiato.intake.FileSource;
import io.ashiato.model.EvidenceKind;
import io.ashiato.publish.render.Visible;
import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxRecord;
import io.ashiato.readers.evtx.EvtxXml;
import io.ashiato.readers.evtx.RecordFlaw;
import io.ashiato.readers.evtx.RecordRecovery;
import io.ashiato.readers.evtx.RecoveredRecord;
import io.ashiato.readers.identify.EvidenceKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Evidence as text: the records of event logs, or the facts of everything else.
@CommandLine.Command(
        name = "dump",
        description = {
            "Print every record of event logs, oldest first, as JSON lines or XML.",
            "With --facts: what mails, documents, shortcuts, programs and what lies in them state of themselves."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato dump Security.evtx > security.jsonl",
            "  ashiato dump --format xml System.evtx",
            "  ashiato dump --recover Security.evtx",
            "  ashiato dump --carve memory.raw",
            "  ashiato dump --facts lure.eml"
        })
final class DumpCommand implements Callable<Integer> {
    /// Bytes that tell what a file is.
    private static final int HEAD = 1 << 16;

    private final Commands.Shared shared;

    @CommandLine.Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Windows event logs (.evtx); with --facts any files or folders.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "jsonl (default) or xml.")
    private String format = "jsonl";

    @Option(names = "--facts", description = "One JSON line for each item that is no log, and for what lies in it.")
    private boolean facts;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Tried on encrypted archives, with --facts; may be given several times.")
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
        if (facts && recovery.wanted()) {
            throw CommandException.wrongUse(shared.words().recovery().notWithFacts());
        }
        if (facts) {
            return new FactsDump(shared).print(EvidenceParameters.resolve(files, shared.words()), passwords);
        }
        Form form = form();
        for (String file : files) {
            if (!isFile(file)) {
                throw CommandException.wrongUse(shared.words().noFileToDump(EvidenceParameters.quoted(file)));
            }
        }
        boolean whole = true;
        var recovered = new RecoveredDump(shared.terminal().out(), form.ofRecovered());
        shared.terminal().out().print(form.head());
        for (String file : files) {
            try {
                whole &= dump(file, form.ofRecord(), recovered);
            } catch (FileSystemException e) { // of this file; the others are read all the same
                tell(shared.words().cannotRead(EvidenceParameters.quoted(file), Visible.of(Reasons.of(e))));
                whole = false;
            }
        }
        shared.terminal().out().print(form.tail());
        if (recovery.wanted()) {
            tell(recovered.summary(shared.words().recovery()));
        }
        return whole ? ExitCode.DONE : ExitCode.DONE_WITH_GAPS;
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Form form() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "jsonl" -> new Form("", record -> EvtxJson.line(record.event()), RecoveredForm::line, "");
            case "xml" ->
                new Form(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Events>\n",
                        record -> EvtxXml.document(record.event()),
                        RecoveredForm::element,
                        "</Events>\n");
            default ->
                throw CommandException.wrongUse(shared.words().notOneOf("--format", Visible.of(format), "jsonl, xml"));
        };
    }

    /// @return whether everything could be read
    private boolean dump(String file, Function<EvtxRecord, String> form, RecoveredDump recovered) throws IOException {
        try (FileSource source = FileSource.open(Path.of(file).toRealPath())) {
            var head = new byte[HEAD];
            int length = source.read(0, head, 0, HEAD);
            EvidenceKind kind = EvidenceKinds.identify(head, length);
            if (kind != EvidenceKind.EVTX && !recovery.takes(head, length)) {
                tell(shared.words().notAnEventLog(EvidenceParameters.quoted(file), kind.id()));
                return false;
            }
            boolean whole = kind != EvidenceKind.EVTX || records(file, EvtxFile.open(source), form);
            if (recovery.wanted() && !recovered.print(source)) {
                tell(shared.words().recovery().exhausted(EvidenceParameters.quoted(file)));
                return false;
            }
            return whole;
        }
    }

    private boolean records(String file, EvtxFile log, Function<EvtxRecord, String> form) throws IOException {
        PrintWriter out = shared.terminal().out();
        var buffer = new byte[EvtxFile.CHUNK_SIZE];
        long lost = log.damage().stream().filter(DumpCommand::costs).count();
        int chunks = log.chunkCount();
        int first = log.oldestChunk();
        for (int i = 0; i < chunks; i++) {
            EvtxChunk chunk = log.read((first + i) % chunks, buffer);
            boolean isRecoveredLater = recovery.wanted() && !RecordRecovery.lists(chunk);
            for (EvtxRecord record : isRecoveredLater ? List.<EvtxRecord>of() : chunk.records()) {
                out.append(form.apply(record)).append('\n');
            }
            lost += chunk.recordFlaws().stream().filter(RecordFlaw::lost).count();
            lost += chunk.chunkDamage().stream().filter(DumpCommand::costs).count();
            if (out.checkError()) {
                throw new OutputClosedException();
            }
        }
        if (lost > 0) {
            tell(shared.words().damaged(EvidenceParameters.quoted(file), lost));
        }
        return lost == 0;
    }

    /// A wrong checksum alone costs nothing that was stored.
    private static boolean costs(Damage damage) {
        return !(damage instanceof Damage.ChecksumMismatch);
    }

    /// How records are written, and what stands before the first and behind the last.
    private record Form(
            String head,
            Function<EvtxRecord, String> ofRecord,
            Function<RecoveredRecord, String> ofRecovered,
            String tail) {}

    private void tell(String sentence) {
        shared.terminal().out().flush();
        shared.terminal().err().println("ashiato: " + sentence);
        shared.terminal().err().flush();
    }
}
