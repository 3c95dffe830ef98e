package io.ashiato.casefile.artefacts;

import io.ashiato.casefile.pipeline.ArtefactSink;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.Artefact;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gives every artefact its id and its parent, and has every program compared.
public final class ArtefactRegister implements ArtefactSink {
    /// Artefacts that a case holds. A collection of a whole disk has many more, nearly all of them of no concern;
    /// those that lie deepest in others come last in the evidence only by chance, so the limit is generous.
    private static final int MAX_ARTEFACTS = 20_000;

    private final ProgramComparer programs;
    private final List<Artefact> artefacts = new ArrayList<>();
    private final Map<String, String> idOfPath = new HashMap<>();
    private long leftOut;

    /// @param programs compares each program that is registered
    public ArtefactRegister(ProgramComparer programs) {
        this.programs = programs;
    }

    @Override
    public void accept(IntakeItem item, ArtefactReading reading) throws IOException {
        if (artefacts.size() >= MAX_ARTEFACTS) {
            leftOut++;
            return;
        }
        String id = String.format(Locale.ROOT, "A-%03d", artefacts.size() + 1);
        idOfPath.put(item.path(), id);
        Optional<String> parent = item.parent().map(idOfPath::get);
        artefacts.add(new Artefact(
                id,
                item.path(),
                item.sha256(),
                reading.kind(),
                parent,
                parent.map(present -> role(item)),
                reading.facts()));
        programs.compare(id, item.path(), reading.kind(), item.content());
    }

    /// In the order of the evidence: a parent stands before its children.
    public List<Artefact> artefacts() {
        return List.copyOf(artefacts);
    }

    /// Artefacts that were read and not kept.
    public long leftOut() {
        return leftOut;
    }

    private static Artefact.Role role(IntakeItem item) {
        if (item.role().isEmpty()) {
            return Artefact.Role.MEMBER;
        }
        return switch (item.role().get()) {
            case ATTACHMENT -> Artefact.Role.ATTACHMENT;
            case EMBEDDED -> Artefact.Role.EMBEDDED;
            case MACRO -> Artefact.Role.MACRO;
            case COMMAND -> Artefact.Role.COMMAND;
            case DECODED -> Artefact.Role.DECODED;
        };
    }
}
