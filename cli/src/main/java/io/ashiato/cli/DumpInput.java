package io.ashiato.cli;

import io.ashiato.bytes.ByteSource;
import io.ashiato.casefile.store.Scratch;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.intake.FileSource;
import io.ashiato.intake.Inside;
import io.ashiato.intake.Intake;
import io.ashiato.intake.IntakeItem;
import io.ashiato.intake.IntakeLimits;
import io.ashiato.intake.ItemVisitor;
import io.ashiato.intake.KindRecogniser;
import io.ashiato.intake.SpooledInput;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.EvidenceKind;
import io.ashiato.publish.render.Visible;
import io.ashiato.readers.identify.EvidenceKinds;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the logs in what `dump` is given. A log that is a file goes straight to the dump: it is neither walked nor
/// hashed. Folders, archives and what they hold go through [Intake], under its limits.
final class DumpInput {
    /// The argument that stands for standard input, and the beginning of the paths of what an archive there holds.
    private static final String STANDARD_INPUT = "-";

    private final Commands.Shared shared;
    private final List<String> passwords;
    private final boolean quiet;
    private final LogDump dump;
    private final RecoveredDump recovered;
    private final List<String> withoutLog = new ArrayList<>();
    private long others;
    private boolean whole = true;

    /// @param quiet whether to say nothing of what is merely left out
    DumpInput(Commands.Shared shared, List<String> passwords, boolean quiet, LogDump dump, RecoveredDump recovered) {
        this.shared = shared;
        this.passwords = passwords;
        this.quiet = quiet;
        this.dump = dump;
        this.recovered = recovered;
    }

    /// @param arguments as given on the command line
    /// @return the exit code
    /// @throws CommandException with exit code 2, before anything is read, where one of them is nothing to read
    /// @throws IOException if the machine fails
    int all(List<String> arguments) throws IOException {
        arguments.forEach(this::check);
        dump.begin();
        for (String argument : arguments) {
            try {
                argument(argument);
            } catch (FileSystemException e) { // of this argument; the others are read all the same
                gap(shared.words().cannotRead(EvidenceParameters.quoted(argument), Visible.of(Reasons.of(e))));
            }
        }
        dump.end();
        if (recovered.isWanted()) {
            tell(recovered.summary(shared.words().recovery()));
        }
        if (!withoutLog.isEmpty()) {
            gap(shared.words().dump().noLogIn(withoutLog));
        }
        if (others > 0 && !quiet) {
            tell(shared.words().dump().otherItems(others));
        }
        return whole ? ExitCode.DONE : ExitCode.DONE_WITH_GAPS;
    }

    private void check(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return;
        }
        try {
            Path path = Path.of(argument);
            if (!argument.isEmpty() && (Files.isRegularFile(path) || Files.isDirectory(path))) {
                return;
            }
        } catch (InvalidPathException e) {
            // told like one that does not exist
        }
        throw CommandException.wrongUse(shared.words().noFileToDump(EvidenceParameters.quoted(argument)));
    }

    private void argument(String argument) throws IOException {
        if (argument.equals(STANDARD_INPUT)) {
            standardInput();
        } else if (Files.isDirectory(Path.of(argument))) {
            walk(argument);
        } else {
            file(argument);
        }
    }

    private void file(String argument) throws IOException {
        try (FileSource source = FileSource.open(Path.of(argument).toRealPath())) {
            EvidenceKind kind = kind(source);
            if (kind == EvidenceKind.EVTX) {
                log(argument, EvidenceParameters.quoted(argument), source);
                return;
            }
            if (!isArchive(kind) && isSearched(source)) {
                recover(EvidenceParameters.quoted(argument), source);
                return;
            }
            if (!isArchive(kind)) {
                gap(shared.words().notAnEventLog(EvidenceParameters.quoted(argument), kind.id()));
                return;
            }
        }
        walk(argument);
    }

    private void standardInput() throws IOException {
        String name = shared.words().dump().standardInput();
        try (Scratch scratch = Scratch.inTemporaryFolder();
                SpooledInput input =
                        SpooledInput.of(shared.terminal().streams().in(), scratch.path(), IntakeLimits.DEFAULT)) {
            if (input.isCut()) {
                gap(shared.words()
                        .dump()
                        .inputCut(StageLines.size(input.source().size())));
            }
            EvidenceKind kind = kind(input.source());
            if (kind == EvidenceKind.EVTX) {
                log(STANDARD_INPUT, name, input.source());
            } else if (isArchive(kind)) {
                var logs = new Logs();
                intake(scratch).walk(STANDARD_INPUT, input.source(), logs);
                logs.end(name);
            } else if (isSearched(input.source())) {
                recover(name, input.source());
            } else {
                gap(shared.words().notAnEventLog(name, kind.id()));
            }
        }
    }

    private void walk(String argument) throws IOException {
        var logs = new Logs();
        switch (EvidenceArguments.resolve(List.of(argument))) {
            case EvidenceArguments.Found found -> {
                try (Scratch scratch = Scratch.inTemporaryFolder()) {
                    intake(scratch).walk(found, logs);
                }
            }
            case EvidenceArguments.Missing gone -> {}
            case EvidenceArguments.NoEvidence empty -> {}
        }
        logs.end(EvidenceParameters.quoted(argument));
    }

    private Intake intake(Scratch scratch) {
        return new Intake(
                EvidenceKinds::identify, IntakeLimits.DEFAULT, scratch.path(), List.of(scratch.path()), passwords);
    }

    private static EvidenceKind kind(ByteSource source) throws IOException {
        if (source.size() == 0) {
            return EvidenceKind.EMPTY;
        }
        byte[] head = source.first(KindRecogniser.HEAD_BYTES);
        return EvidenceKinds.identify(head, head.length);
    }

    /// Whether intake looks into things of this kind, or tells why it cannot.
    private static boolean isArchive(EvidenceKind kind) {
        return switch (kind) {
            case ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD -> true;
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SHORTCUT, JUMP_LIST, PE, ELF, SQLITE -> false;
            case OLE2, OOXML, ODF, ONENOTE, PDF, RTF, MAIL, MSG, TNEF, MBOX -> false;
            case XML, JSON, HTML, SCRIPT, COMMAND_LINE, ZONE_IDENTIFIER, TEXT, EMPTY, UNKNOWN -> false;
        };
    }

    private void log(String path, String shown, ByteSource content) throws IOException {
        long lost = dump.log(path, content);
        if (lost > 0) {
            gap(shared.words().damaged(shown, lost));
        }
        if (recovered.isWanted()) {
            recover(shown, content);
        }
    }

    /// Whether records are looked for in what is no log.
    private boolean isSearched(ByteSource content) throws IOException {
        return recovered.isWanted() && recovered.takes(content.first(KindRecogniser.HEAD_BYTES));
    }

    private void recover(String shown, ByteSource content) throws IOException {
        if (!recovered.write(content)) {
            gap(shared.words().recovery().exhausted(shown));
        }
    }

    /// The logs of one folder or archive.
    private final class Logs implements ItemVisitor {
        private long logs;
        private long noLogs;
        private boolean told;

        @Override
        public Inside item(IntakeItem item) throws IOException {
            if (item.handling() == IntakeItem.Handling.CONTENT) {
                if (item.kind() == EvidenceKind.EVTX) {
                    logs++;
                    log(item.path(), EvidenceParameters.quoted(item.path()), item.content());
                } else if (isSearched(item.content())) {
                    logs++;
                    recover(EvidenceParameters.quoted(item.path()), item.content());
                } else {
                    noLogs++;
                }
            }
            return Inside.NONE;
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            if (Unread.lost(diagnostic)) {
                told = true;
                gap(Unread.line(diagnostic, shared.words().language()));
            }
        }

        void end(String shown) {
            if (logs > 0) {
                others += noLogs;
            } else if (!told) {
                withoutLog.add(shown);
            }
        }
    }

    private void gap(String sentence) {
        whole = false;
        tell(sentence);
    }

    private void tell(String sentence) {
        shared.terminal().out().flush(); // on a terminal, what is told follows what it is about
        shared.terminal().err().println("ashiato: " + sentence);
        shared.terminal().err().flush();
    }
}
