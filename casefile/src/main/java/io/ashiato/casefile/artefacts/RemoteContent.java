package io.ashiato.casefile.artefacts;

import io.ashiato.model.Artefact;
import io.ashiato.model.Facts;
import java.util.List;
import java.util.stream.Stream;

/// What a document loads from elsewhere by itself when it is opened: a template, a frame, an object. A link
/// that somebody must click on is none of these, and stands in every ordinary document.
final class RemoteContent {
    private RemoteContent() {}

    /// The addresses, as the document has them.
    static List<String> of(Artefact artefact) {
        Facts facts = artefact.facts();
        Stream<String> targets = facts.groups("external_targets").stream()
                .filter(target -> !target.text("type").orElse("").equalsIgnoreCase("hyperlink"))
                .flatMap(target -> target.text("target").stream());
        return Stream.concat(targets, facts.text("template").stream())
                .filter(address -> address.contains("://"))
                .distinct()
                .toList();
    }
}
