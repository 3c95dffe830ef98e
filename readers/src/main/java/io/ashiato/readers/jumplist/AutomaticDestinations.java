package io.ashiato.readers.jumplist;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads automatic destinations: an OLE2 file with a stream `DestList` and one stream for each shortcut,
/// named by its entry's number in hexadecimal.
final class AutomaticDestinations {
    private static final String DEST_LIST = "DestList";

    /// Explorer keeps some thousand entries of a list at most.
    private static final int MAX_STREAMS = 8_192;

    private AutomaticDestinations() {}

    static ArtefactReading read(byte[] bytes) {
        var damage = new ArrayList<Damage>();
        Map<String, byte[]> streams = streams(bytes, damage);
        Optional<byte[]> listed = Optional.ofNullable(streams.remove(DEST_LIST));
        if (listed.isEmpty() && damage.isEmpty()) {
            return new ArtefactReading(EvidenceKind.OLE2, Facts.NONE, List.of(), List.of());
        }
        var links = new TreeMap<Long, byte[]>();
        streams.forEach((name, content) -> number(name).ifPresent(number -> links.put(number, content)));
        Facts.Builder facts = Facts.builder().text("list_type", "automatic").number("link_count", links.size());
        listed.ifPresent(list -> DestList.read(Cursor.over(list, 0), links.keySet(), facts, damage));
        List<ArtefactReading.Child> children = links.entrySet().stream()
                .map(link -> new ArtefactReading.Child(
                        "link-" + Long.toHexString(link.getKey()),
                        ArtefactReading.Role.EMBEDDED,
                        ByteSource.of(link.getValue())))
                .toList();
        return new ArtefactReading(EvidenceKind.JUMP_LIST, facts.build(), children, damage);
    }

    private static Optional<Long> number(String name) {
        return name.matches("[0-9a-fA-F]{1,8}") ? Optional.of(Long.parseLong(name, 16)) : Optional.empty();
    }

    /// The streams of the root by name. Here all that POI throws at damaged files becomes damage: its own
    /// I/O is in memory.
    private static Map<String, byte[]> streams(byte[] bytes, List<Damage> damage) {
        var streams = new HashMap<String, byte[]>();
        try (var file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            long left = bytes.length; // no stream is larger than the file: sizes that say so lie
            for (Entry entry : file.getRoot()) {
                if (!(entry instanceof DocumentEntry document)) {
                    continue;
                }
                if (streams.size() == MAX_STREAMS || document.getSize() > left || document.getSize() < 0) {
                    damage.add(new Damage.OverLimit("streams", 0, MAX_STREAMS));
                    break;
                }
                byte[] content = content(document, damage);
                left -= content.length;
                streams.put(document.getName(), content);
            }
        } catch (IOException | RuntimeException e) {
            damage.add(new Damage.OutOfRange("OLE2 structure", 0, 0, 0, 0));
        }
        return streams;
    }

    private static byte[] content(DocumentEntry document, List<Damage> damage) {
        try (var in = new DocumentInputStream(document)) {
            return in.readNBytes(document.getSize());
        } catch (IOException | RuntimeException e) {
            damage.add(new Damage.Truncated("stream " + document.getName(), 0, document.getSize(), 0));
            return new byte[0];
        }
    }
}
