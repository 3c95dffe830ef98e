package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import java.util.List;

/// What the reader of an item found inside it: a mail's attachments, a mailbox's messages, a document's objects.
///
/// @param children in the order of the item; each becomes an item of its own, one level deeper
/// @param passwords that the item names, most likely one first; tried on archives below it
public record Inside(List<Child> children, List<String> passwords) {
    public static final Inside NONE = new Inside(List.of(), List.of());

    public Inside {
        children = List.copyOf(children);
        passwords = List.copyOf(passwords);
    }

    /// @param name as the item calls it, hostile: a label and never a place on a disk
    /// @param content readable as long as the item's own content, of which it may be a part
    public record Child(String name, ByteSource content) {}
}
