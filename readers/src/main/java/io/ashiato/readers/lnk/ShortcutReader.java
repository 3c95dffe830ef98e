package io.ashiato.readers.lnk;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Digests;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reads a shortcut: its facts, the command that it would run, and what was appended to it.
///
/// The children are `command`, the command line as text, where the shortcut passes arguments; and
/// `overlay`, the bytes behind its end.
public final class ShortcutReader {
    /// A shortcut's own structures fit in less than one: its strings have at most 64 Ki characters each.
    /// What lies behind is overlay, however large.
    private static final int STRUCTURES = 4 << 20;

    private static final int COPY_BUFFER = 1 << 16;

    private ShortcutReader() {}

    /// @return kind [EvidenceKind#SHORTCUT] even where nothing could be read: then with damage only
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        var children = new ArrayList<ArtefactReading.Child>();
        Optional<Shortcut> found = Shortcut.read(Cursor.over(source.first(STRUCTURES), 0), damage);
        if (found.isEmpty()) {
            return new ArtefactReading(EvidenceKind.SHORTCUT, Facts.NONE, children, damage);
        }
        Shortcut shortcut = found.get();
        var facts = new ShortcutFacts(shortcut);
        Facts.Builder builder = facts.build();
        facts.commandLine()
                .ifPresent(command -> children.add(new ArtefactReading.Child(
                        "command",
                        ArtefactReading.Role.COMMAND,
                        ByteSource.of(command.getBytes(StandardCharsets.UTF_8)))));
        if (shortcut.end().isPresent()) {
            addOverlay(source, shortcut.end().getAsLong(), builder, children);
        }
        return new ArtefactReading(EvidenceKind.SHORTCUT, builder.build(), children, List.copyOf(damage));
    }

    private static void addOverlay(
            ByteSource source, long end, Facts.Builder facts, List<ArtefactReading.Child> children) throws IOException {
        long size = source.size() - end;
        if (size <= 0) {
            return;
        }
        facts.number("overlay_offset", end).number("overlay_size", size).text("overlay_sha256", sha256(source, end));
        if (size <= ArtefactReading.MAX_BYTES) {
            children.add(new ArtefactReading.Child(
                    "overlay", ArtefactReading.Role.EMBEDDED, ByteSource.of(bytes(source, end, (int) size))));
        }
    }

    private static byte[] bytes(ByteSource source, long from, int size) throws IOException {
        var bytes = new byte[size];
        int filled = 0;
        while (filled < size) {
            int count = source.read(from + filled, bytes, filled, size - filled);
            if (count <= 0) {
                break; // the file shrank meanwhile
            }
            filled += count;
        }
        return bytes;
    }

    private static String sha256(ByteSource source, long from) throws IOException {
        MessageDigest digest = Digests.sha256();
        var buffer = new byte[COPY_BUFFER];
        long at = from;
        for (int count = source.read(at, buffer, 0, COPY_BUFFER);
                count > 0;
                count = source.read(at, buffer, 0, COPY_BUFFER)) {
            digest.update(buffer, 0, count);
            at += count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
