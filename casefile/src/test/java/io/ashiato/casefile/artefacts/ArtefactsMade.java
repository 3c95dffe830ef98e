package io.ashiato.casefile.artefacts;

import io.ashiato.model.Artefact;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Artefacts of a case, numbered as they are added.
final class ArtefactsMade {
    private final List<Artefact> all = new ArrayList<>();

    List<Artefact> all() {
        return List.copyOf(all);
    }

    Artefact add(EvidenceKind kind, String path, Facts facts) {
        return add(kind, path, Optional.empty(), Optional.empty(), facts);
    }

    Artefact inside(Artefact parent, Artefact.Role role, EvidenceKind kind, String name, Facts facts) {
        return add(kind, parent.path() + "!/" + name, Optional.of(parent.id()), Optional.of(role), facts);
    }

    private Artefact add(
            EvidenceKind kind, String path, Optional<String> parent, Optional<Artefact.Role> role, Facts facts) {
        int number = all.size() + 1;
        var made = new Artefact(
                String.format(Locale.ROOT, "A-%03d", number),
                path,
                String.format(Locale.ROOT, "%064x", number),
                kind,
                parent,
                role,
                facts);
        all.add(made);
        return made;
    }

    static Facts text(String name, String value) {
        return Facts.builder().text(name, value).build();
    }

    static Facts texts(String name, String... values) {
        return Facts.builder().texts(name, List.of(values)).build();
    }

    /// A target of a document outside of it, of that type.
    static Facts target(String type, String address) {
        Facts target =
                Facts.builder().text("type", type).text("target", address).build();
        return Facts.builder()
                .texts("external", List.of(address))
                .groups("external_targets", List.of(target))
                .build();
    }
}
