package io.ashiato.casefile.pipeline;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.elf.ElfReader;
import io.ashiato.readers.jumplist.JumpListReader;
import io.ashiato.readers.lnk.ShortcutReader;
import io.ashiato.readers.mail.MailReader;
import io.ashiato.readers.mail.MsgReader;
import io.ashiato.readers.mail.TnefReader;
import io.ashiato.readers.odf.OdfReader;
import io.ashiato.readers.ole.OleReader;
import io.ashiato.readers.onenote.OneNoteReader;
import io.ashiato.readers.ooxml.OoxmlReader;
import io.ashiato.readers.pdf.PdfReader;
import io.ashiato.readers.pe.PeReader;
import io.ashiato.readers.rtf.RtfReader;
import io.ashiato.readers.script.ScriptReader;
import io.ashiato.readers.zone.ZoneIdentifierReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Which reader reads which kind of artefact: the one place where formats are put together.
public final class ArtefactReaders {
    private ArtefactReaders() {}

    /// What an item that is no log tells; empty where no reader exists for its kind, or it is too large for it.
    ///
    /// @throws IOException if this machine fails to read; what is wrong with the item is damage in the result
    public static Optional<ArtefactReading> read(IntakeItem item) throws IOException {
        if (item.handling() == IntakeItem.Handling.ARCHIVE) {
            return Optional.of(archive(item));
        }
        if (tooLarge(item)) {
            return Optional.empty();
        }
        Optional<Reader> reader = reader(kind(item));
        return reader.isEmpty() ? Optional.empty() : Optional.of(reader.get().read(item.content()));
    }

    /// Whether a reader exists for the item's kind, and the item is larger than what it takes.
    public static boolean tooLarge(IntakeItem item) {
        return item.size() > ArtefactReading.MAX_BYTES && reader(kind(item)).isPresent();
    }

    private interface Reader {
        ArtefactReading read(ByteSource content) throws IOException;
    }

    /// A command or a macro is known for what it is by where it lay; its first bytes look like any text.
    private static EvidenceKind kind(IntakeItem item) {
        boolean text = item.kind() == EvidenceKind.TEXT || item.kind() == EvidenceKind.SCRIPT;
        if (item.role().isEmpty() || !text) {
            return item.kind();
        }
        return switch (item.role().get()) {
            case COMMAND -> EvidenceKind.COMMAND_LINE;
            case MACRO, DECODED -> EvidenceKind.SCRIPT;
            case ATTACHMENT, EMBEDDED -> item.kind();
        };
    }

    private static Optional<Reader> reader(EvidenceKind kind) {
        return switch (kind) {
            case SHORTCUT -> Optional.of(ShortcutReader::read);
            case JUMP_LIST -> Optional.of(JumpListReader::read);
            case ZONE_IDENTIFIER -> Optional.of(ZoneIdentifierReader::read);
            case SCRIPT, COMMAND_LINE, HTML -> Optional.of(content -> ScriptReader.read(content, kind));
            case MAIL, MBOX -> Optional.of(MailReader::read);
            case MSG -> Optional.of(MsgReader::read);
            case TNEF -> Optional.of(TnefReader::read);
            case OLE2 -> Optional.of(ArtefactReaders::compound);
            case OOXML -> Optional.of(OoxmlReader::read);
            case RTF -> Optional.of(RtfReader::read);
            case PDF -> Optional.of(PdfReader::read);
            case PE -> Optional.of(PeReader::read);
            case ELF -> Optional.of(ElfReader::read);
            case ODF -> Optional.of(OdfReader::read);
            case ONENOTE -> Optional.of(OneNoteReader::read);
            case TEXT -> Optional.empty(); // logs and notes; a script is recognised as one
            case EVTX, EVT, REGISTRY_HIVE, PREFETCH, MFT, SQLITE, XML, JSON, EMPTY, UNKNOWN -> Optional.empty();
            case ZIP, GZIP, TAR, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTD -> Optional.empty(); // intake unpacks what it can
        };
    }

    /// Mails, jump lists and documents share one container; what they are stands in their directory.
    private static ArtefactReading compound(ByteSource content) throws IOException {
        if (MsgReader.isMail(content)) {
            return MsgReader.read(content);
        }
        ArtefactReading list = JumpListReader.read(content);
        return list.kind() == EvidenceKind.JUMP_LIST ? list : OleReader.read(content);
    }

    /// An archive's own facts; its members are items of their own.
    private static ArtefactReading archive(IntakeItem item) {
        Facts facts = Facts.builder().text("password", item.password()).build();
        return new ArtefactReading(item.kind(), facts, List.of(), List.of());
    }
}
