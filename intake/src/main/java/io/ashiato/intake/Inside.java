package io.ashiato.intake;

import io.ashiato.readers.ArtefactReading;
import java.util.List;

/// What the reader of an item found inside it: a mail's attachments, a mailbox's messages, a document's objects.
///
/// @param children in the order of the item; each becomes an item of its own, one level deeper
/// @param passwords that the item names, most likely one first; tried on archives below it
public record Inside(List<ArtefactReading.Child> children, List<String> passwords) {
    public static final Inside NONE = new Inside(List.of(), List.of());

    public Inside {
        children = List.copyOf(children);
        passwords = List.copyOf(passwords);
    }
}
