package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.archive.ArchiveLimits;
import io.ashiato.intake.archive.ArchiveReader;
import io.ashiato.intake.archive.CompressedFileReader;
import io.ashiato.intake.archive.DecoderFailure;
import io.ashiato.intake.archive.Member;
import io.ashiato.intake.archive.MemberContent;
import io.ashiato.intake.archive.SevenZipReader;
import io.ashiato.intake.archive.TarReader;
import io.ashiato.intake.archive.ZipPassword;
import io.ashiato.intake.archive.ZipReader;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands out a file and, where it is an archive, what is in it, to a limited depth.
final class ArchiveWalk {
    private final KindRecogniser kinds;
    private final IntakeLimits limits;
    private final Unpacker unpacker;
    private final ItemDesk desk;
    private final List<String> passwords;
    private long unpackedBytes;

    ArchiveWalk(Intake intake, ItemDesk desk) {
        this.kinds = intake.kinds();
        this.limits = intake.limits();
        this.unpacker = new Unpacker(limits, intake.scratch());
        this.desk = desk;
        this.passwords = intake.passwords();
    }

    long unpackedBytes() {
        return unpackedBytes;
    }

    /// Hands out a file, under a path that the desk admitted, and its members.
    void file(String path, ByteSource content, Fingerprint fingerprint) throws IOException {
        var budget = new UnpackBudget(limits, fingerprint.size());
        item(path, content, fingerprint, Place.inFolder(budget, passwords));
        unpackedBytes += budget.spent();
    }

    private void item(String path, ByteSource content, Fingerprint fingerprint, Place place) throws IOException {
        EvidenceKind kind = kind(content, fingerprint);
        Handling handling = handling(kind, path, content, place);
        Inside inside = desk.handOut(new IntakeItem(
                path,
                fingerprint.size(),
                fingerprint.sha256(),
                kind,
                handling.announced(),
                content,
                place.parent(),
                place.role(),
                handling.password()));
        List<String> named =
                inside.passwords().stream().limit(limits.passwords()).toList();
        Place within = place.inside(path, kind).knowing(named);
        if (handling instanceof Handling.Archive(var reader, var password)) {
            members(reader, path, content, within);
        }
        children(inside.children(), path, within);
    }

    private void children(List<ArtefactReading.Child> children, String parent, Place place) throws IOException {
        if (!children.isEmpty() && place.depth() > limits.archiveDepth()) {
            desk.report(DiagnosticCode.TOO_DEEP, parent, Map.of("limit", String.valueOf(limits.archiveDepth())));
            return;
        }
        for (ArtefactReading.Child child : children) {
            Optional<String> path = admitInside(child.name(), parent);
            if (path.isPresent()) {
                child(child.content(), path.get(), place.as(child.role()));
            }
        }
    }

    private void child(ByteSource content, String path, Place place) throws IOException {
        if (place.budget().spend(content.size())) {
            item(path, content, Fingerprint.of(content), place);
        } else {
            notRead(DiagnosticCode.ARCHIVE_BOMB, path, Map.of("reason", "size", "unpacked", "0"), place);
        }
    }

    /// What becomes of an item once its kind is known.
    private sealed interface Handling {
        IntakeItem.Handling announced();

        default Optional<String> password() {
            return Optional.empty();
        }

        record Archive(ArchiveReader reader, Optional<String> password) implements Handling {
            @Override
            public IntakeItem.Handling announced() {
                return IntakeItem.Handling.ARCHIVE;
            }
        }

        record Single(IntakeItem.Handling announced) implements Handling {}
    }

    private Handling handling(EvidenceKind kind, String path, ByteSource content, Place place) {
        boolean readable = place.depth() < limits.archiveDepth();
        if (kind == EvidenceKind.ZIP && readable) {
            Optional<ZipPassword> password = ZipPassword.find(content, archiveLimits(), place.passwords());
            return new Handling.Archive(ZipReader.with(password), password.map(ZipPassword::text));
        }
        Optional<ArchiveReader> reader = reader(kind);
        if (reader.isPresent() && readable) {
            return new Handling.Archive(reader.get(), Optional.empty());
        }
        if (reader.isPresent() || kind == EvidenceKind.ZIP) {
            desk.report(DiagnosticCode.TOO_DEEP, path, Map.of("limit", String.valueOf(limits.archiveDepth())));
            return new Handling.Single(IntakeItem.Handling.NOT_READ);
        }
        if (kind == EvidenceKind.RAR || kind == EvidenceKind.ZSTD) {
            desk.report(DiagnosticCode.ARCHIVE_UNSUPPORTED, path, Map.of("method", kind.id()));
            return new Handling.Single(IntakeItem.Handling.NOT_READ);
        }
        if (kind == EvidenceKind.EMPTY) {
            desk.report(DiagnosticCode.EMPTY_FILE, path, Map.of());
        }
        return new Handling.Single(IntakeItem.Handling.CONTENT);
    }

    private static Optional<ArchiveReader> reader(EvidenceKind kind) {
        return switch (kind) {
            case TAR -> Optional.of(TarReader::read);
            case SEVEN_ZIP -> Optional.of(SevenZipReader::read);
            case GZIP -> Optional.of(CompressedFileReader::gzip);
            case BZIP2 -> Optional.of(CompressedFileReader::bzip2);
            case XZ -> Optional.of(CompressedFileReader::xz);
            case ZIP, RAR, ZSTD -> Optional.empty();
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SHORTCUT, JUMP_LIST, PE, ELF, SQLITE -> Optional.empty();
            case OLE2, OOXML, ODF, ONENOTE, PDF, RTF, MAIL, MSG, TNEF, MBOX -> Optional.empty();
            case XML, JSON, HTML, SCRIPT, COMMAND_LINE, ZONE_IDENTIFIER, TEXT, EMPTY, UNKNOWN -> Optional.empty();
        };
    }

    private EvidenceKind kind(ByteSource content, Fingerprint fingerprint) {
        if (fingerprint.size() == 0) {
            return EvidenceKind.EMPTY;
        }
        EvidenceKind kind = kinds.recognise(fingerprint.head(), fingerprint.headLength());
        // An Office document need not begin with the part that shows it.
        boolean office = kind == EvidenceKind.ZIP && ZipReader.isOfficeDocument(content, archiveLimits());
        return office ? EvidenceKind.OOXML : kind;
    }

    private ArchiveLimits archiveLimits() {
        return limits.forArchive(Math.max(1, desk.left()));
    }

    private void members(ArchiveReader reader, String archive, ByteSource content, Place place) throws IOException {
        reader.read(content, archiveLimits(), new ArchiveReader.MemberSink() {
            @Override
            public void member(Member member) throws IOException {
                if (!desk.isClosed()) {
                    ArchiveWalk.this.member(member, archive, place);
                }
            }

            @Override
            public void damaged(String field, long offset) {
                Diagnostic damage =
                        Diagnostic.of(DiagnosticCode.ARCHIVE_DAMAGED, archive).with("field", field);
                desk.report(offset < 0 ? damage : damage.at(offset));
            }

            @Override
            public void encrypted() {
                desk.report(DiagnosticCode.ARCHIVE_ENCRYPTED, archive, Map.of());
            }

            @Override
            public void unsupported(String what) {
                desk.report(DiagnosticCode.ARCHIVE_UNSUPPORTED, archive, Map.of("method", what));
            }

            @Override
            public void tooManyMembers() {
                desk.report(DiagnosticCode.TOO_MANY_ITEMS, archive, Map.of("limit", String.valueOf(limits.items())));
            }
        });
    }

    private void member(Member member, String archive, Place place) throws IOException {
        String name = member.name().isEmpty() ? nameFromArchive(archive) : member.name();
        Optional<String> admitted = admitInside(name, archive);
        if (admitted.isEmpty()) {
            return;
        }
        String path = admitted.get();
        switch (member.content()) {
            case MemberContent.Stored(var bytes) -> stored(member, bytes, path, place);
            case MemberContent.Packed packed -> packed(member, packed, path, place);
            case MemberContent.Encrypted() -> notRead(DiagnosticCode.ARCHIVE_ENCRYPTED, path, Map.of(), place);
            case MemberContent.Unsupported(var method) ->
                notRead(DiagnosticCode.ARCHIVE_UNSUPPORTED, path, Map.of("method", method), place);
            case MemberContent.NotAFile(var type, var target) -> {
                var details = Map.of("type", type, "target", Labels.visible(target));
                notRead(DiagnosticCode.ARCHIVE_MEMBER_NOT_A_FILE, path, details, place);
            }
            case MemberContent.Overlapping() ->
                notRead(DiagnosticCode.ARCHIVE_BOMB, path, Map.of("reason", "overlapping"), place);
        }
    }

    /// The path for an item inside another. A name that would lead somewhere as a path is reported and shown.
    private Optional<String> admitInside(String name, String parent) {
        Optional<String> path = desk.admit(Labels.inArchive(parent, Labels.ofMember(name, limits.nameChars())));
        Optional<String> escape = Labels.escape(name, limits.nameChars());
        if (path.isPresent() && escape.isPresent()) {
            desk.report(DiagnosticCode.ARCHIVE_PATH_ESCAPES, path.get(), Map.of("reason", escape.get()));
        }
        return path;
    }

    /// A compressed file without a name in it is called as its own programs would: without the ending.
    private static String nameFromArchive(String archive) {
        String name = Labels.lastPart(archive);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void stored(Member member, ByteSource bytes, String path, Place place) throws IOException {
        Fingerprint fingerprint;
        try {
            fingerprint = Fingerprint.of(bytes);
        } catch (IOException e) {
            notRead(DiagnosticCode.ARCHIVE_DAMAGED, path, Map.of("field", "content"), place);
            return;
        }
        checkStated(member, fingerprint, path);
        item(path, bytes, fingerprint, place);
    }

    private void packed(Member member, MemberContent.Packed packed, String path, Place place) throws IOException {
        try (Unpacker.Unpacked unpacked = unpacker.unpack(packed, place.budget())) {
            Fingerprint fingerprint = unpacked.fingerprint();
            boolean compressedTar =
                    place.isCompressedFile() && kind(unpacked.content(), fingerprint) == EvidenceKind.TAR;
            String archive = place.parent().orElse(path);
            reportEnd(member, unpacked, compressedTar ? archive : path);
            if (compressedTar) {
                // `a.tar.gz` is one archive to everybody: its members are `a.tar.gz!/x`.
                desk.withdraw(path);
                members(TarReader::read, archive, unpacked.content(), place.inside(archive, EvidenceKind.TAR));
            } else if (!isTrusted(member, packed, unpacked)) {
                desk.handOut(IntakeItem.withoutContent(path, place.parent()));
            } else {
                item(path, unpacked.content(), fingerprint, place);
            }
        }
    }

    /// Whether what came out is worth reading: part of a damaged member is, but not what a password that does not
    /// fit may have made of an encrypted one.
    private static boolean isTrusted(Member member, MemberContent.Packed packed, Unpacker.Unpacked unpacked) {
        Fingerprint fingerprint = unpacked.fingerprint();
        boolean complete = unpacked.end() == Unpacker.End.COMPLETE;
        boolean asStated = member.size().orElse(fingerprint.size()) == fingerprint.size()
                && member.crc32().orElse(fingerprint.crc32()) == fingerprint.crc32();
        return packed.decrypted() ? complete && asStated : complete || fingerprint.size() > 0;
    }

    private void reportEnd(Member member, Unpacker.Unpacked unpacked, String path) {
        String size = String.valueOf(unpacked.fingerprint().size());
        switch (unpacked.end()) {
            case COMPLETE -> checkStated(member, unpacked.fingerprint(), path);
            case DAMAGED ->
                desk.report(DiagnosticCode.ARCHIVE_DAMAGED, path, Map.of("field", "content", "unpacked", size));
            case ENCRYPTED -> desk.report(DiagnosticCode.ARCHIVE_ENCRYPTED, path, Map.of());
            case MEMORY ->
                desk.report(
                        DiagnosticCode.ARCHIVE_UNSUPPORTED, path, Map.of("method", DecoderFailure.MEMORY_OVER_LIMIT));
            case TOO_LARGE ->
                desk.report(DiagnosticCode.ARCHIVE_BOMB, path, Map.of("reason", "size", "unpacked", size));
        }
    }

    /// Compares what came out with what the archive says of it.
    private void checkStated(Member member, Fingerprint fingerprint, String path) {
        if (member.size().orElse(fingerprint.size()) != fingerprint.size()) {
            desk.report(
                    DiagnosticCode.ARCHIVE_DAMAGED,
                    path,
                    Map.of(
                            "field", "size",
                            "stated", String.valueOf(member.size().orElse(0)),
                            "unpacked", String.valueOf(fingerprint.size())));
        } else if (member.crc32().orElse(fingerprint.crc32()) != fingerprint.crc32()) {
            desk.report(DiagnosticCode.ARCHIVE_DAMAGED, path, Map.of("field", "crc-32"));
        }
    }

    private void notRead(DiagnosticCode code, String path, Map<String, String> details, Place place)
            throws IOException {
        desk.report(code, path, details);
        desk.handOut(IntakeItem.withoutContent(path, place.parent()));
    }
}
