package io.ashiato.readers;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Digests;
import io.ashiato.bytes.MalformedException;
import io.ashiato.bytes.UniqueNames;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what a reader finds in one artefact, within the limits that hold for all formats. For one reading
/// and one thread.
public final class ReadingBuilder {
    /// More children than this are counted as damage: a document with a thousand objects is made to exhaust.
    public static final int MAX_CHILDREN = 512;

    /// All children of one artefact together, in bytes; they stay in memory until they are read.
    public static final int MAX_CHILD_BYTES = ArtefactReading.MAX_BYTES;

    /// More damage in one artefact tells nothing new.
    private static final int MAX_DAMAGE = 64;

    private final Facts.Builder facts = Facts.builder();
    private final List<ArtefactReading.Child> children = new ArrayList<>();
    private final List<Damage> damage = new ArrayList<>();
    private final UniqueNames names = new UniqueNames();
    private final List<Facts> embedded = new ArrayList<>();
    private long childBytes;

    /// Where facts are added.
    public Facts.Builder facts() {
        return facts;
    }

    /// Takes something that lies inside, under its own name or, if a sibling has it, with a number.
    public void child(String name, ArtefactReading.Role role, byte[] content) {
        childBytes += content.length;
        if (children.size() >= MAX_CHILDREN) {
            damage(new Damage.OverLimit("children", 0, MAX_CHILDREN));
        } else if (childBytes > MAX_CHILD_BYTES) {
            damage(new Damage.OverLimit("bytes of children", 0, MAX_CHILD_BYTES));
        } else {
            children.add(new ArtefactReading.Child(names.next(name), role, ByteSource.of(content)));
        }
    }

    /// Takes an object or file as child, and lists it under `embedded` with name, size and SHA-256.
    ///
    /// @param sourcePath where it lay on the author's machine, if the document says so
    public void embedded(String name, Optional<String> sourcePath, byte[] content) {
        if (embedded.size() < MAX_CHILDREN) {
            embedded.add(Facts.builder()
                    .text("name", name)
                    .text("source_path", sourcePath)
                    .number("size", content.length)
                    .text("sha256", Digests.sha256(content))
                    .build());
        }
        child(name, ArtefactReading.Role.EMBEDDED, content);
    }

    public void damage(Damage one) {
        if (damage.size() < MAX_DAMAGE && !damage.contains(one)) {
            damage.add(one);
        }
    }

    /// Keeps what ended the reading of a part.
    public void damage(MalformedException malformed) {
        damage(malformed.damage());
    }

    /// A part that a library refuses without saying where: one was to be read, none was.
    ///
    /// @param part the format's own name of it
    public void unreadable(String part) {
        damage(new Damage.OutOfRange("readable " + part, 0, 0, 1, 1));
    }

    /// The reading; `embedded` is the last of its facts.
    public ArtefactReading build(EvidenceKind kind) {
        if (!embedded.isEmpty()) {
            facts.groups("embedded", embedded);
        }
        return new ArtefactReading(kind, facts.build(), children, damage);
    }
}
