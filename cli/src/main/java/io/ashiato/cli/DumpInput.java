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
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Finds the logs in what `dump` is given. A log that is a file goes straight to the dump: it is neither walked nor
/// hashed. Standard input and named pipes are read to their end first; folders, archives and what they hold go
/// through [Intake], under its limits.
final class DumpInput {
    /// The argument that stands for standard input.
    private static final String STANDARD_INPUT = "-";

    private final Commands.Shared shared;
    private final List<String> passwords;
    private final DumpNotes notes;
    private final boolean isSelection;
    private final LogDump dump;
    private final RecoveredDump recovered;

    /// @param isSelection whether only some records of the logs are wanted
    DumpInput(
            Commands.Shared shared,
            List<String> passwords,
            DumpNotes notes,
            boolean isSelection,
            LogDump dump,
            RecoveredDump recovered) {
        this.shared = shared;
        this.passwords = passwords;
        this.notes = notes;
        this.isSelection = isSelection;
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
                notes.gap(shared.words().cannotRead(EvidenceParameters.quoted(argument), Visible.of(Reasons.of(e))));
            }
        }
        dump.end();
        if (recovered.isWanted()) {
            notes.tell(recovered.summary(shared.words().recovery()));
        }
        return notes.end(isSelection);
    }

    private void check(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return;
        }
        try {
            Path path = Path.of(argument);
            if (!argument.isEmpty() && (Files.isRegularFile(path) || Files.isDirectory(path) || isStream(path))) {
                return;
            }
        } catch (InvalidPathException e) {
            // told like one that does not exist
        }
        throw CommandException.wrongUse(shared.words().noFileToDump(EvidenceParameters.quoted(argument)));
    }

    /// Whether this is a pipe or a device: something that can be read from its start only.
    private static boolean isStream(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false;
        }
    }

    private void argument(String argument) throws IOException {
        if (argument.equals(STANDARD_INPUT)) {
            stream(
                    argument,
                    shared.words().dump().standardInput(),
                    shared.terminal().streams().in());
        } else if (isStream(Path.of(argument))) {
            try (InputStream in = Files.newInputStream(Path.of(argument))) {
                stream(argument, EvidenceParameters.quoted(argument), in);
            }
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
                notes.noLog(EvidenceParameters.quoted(argument), kind);
                return;
            }
        }
        walk(argument);
    }

    /// @param path of the stream and the beginning of the paths of what an archive there holds
    /// @param shown what the user is told that it is
    private void stream(String path, String shown, InputStream in) throws IOException {
        try (Scratch scratch = Scratch.inTemporaryFolder();
                SpooledInput input = SpooledInput.of(in, scratch.path(), IntakeLimits.DEFAULT)) {
            if (input.isCut()) {
                String size = StageLines.size(input.source().size());
                notes.gap(shared.words().dump().inputCut(shown, size));
            }
            EvidenceKind kind = kind(input.source());
            if (kind == EvidenceKind.EVTX) {
                log(path, shown, input.source());
            } else if (isArchive(kind)) {
                var logs = new Logs();
                intake(scratch).walk(path, input.source(), logs);
                logs.end(shown);
            } else if (isSearched(input.source())) {
                recover(shown, input.source());
            } else {
                notes.noLog(shown, kind);
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
        notes.log(shown, dump.log(path, content), isSelection);
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
            notes.gap(shared.words().recovery().exhausted(shown));
        }
    }

    /// The logs of one folder or archive.
    private final class Logs implements ItemVisitor {
        private long logs;
        private long noLogs;
        private boolean holdsUnknown;
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
                    holdsUnknown |= item.kind() == EvidenceKind.UNKNOWN;
                }
            }
            return Inside.NONE;
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            if (Unread.lost(diagnostic)) {
                told = true;
                notes.gap(Unread.line(diagnostic, shared.words().language()));
            }
        }

        void end(String shown) {
            if (logs > 0) {
                notes.leftOut(noLogs);
            } else if (!told) {
                notes.noLogIn(shown, holdsUnknown);
            }
        }
    }
}
