package io.ashiato.readers.lnk;

import io.ashiato.readers.Guid;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// One item of an id list: a step on the way from the desktop to the target.
///
/// @param name short name, drive, address, or of a folder that has none, its GUID
/// @param longName from the extension block; empty where there is none
/// @param modified,created,accessed FAT times as stored, 0 where there is none
/// @param mftEntry NTFS file reference from the extension block
record ShellItem(
        Type type,
        StoredText name,
        StoredText longName,
        Optional<Guid> guid,
        long size,
        int attributes,
        long modified,
        long created,
        long accessed,
        OptionalLong mftEntry,
        int mftSequence) {
    /// What an item stands for, by its class byte.
    enum Type {
        ROOT_FOLDER,
        VOLUME,
        FOLDER,
        FILE,
        NETWORK,
        COMPRESSED_FOLDER,
        URI,
        CONTROL_PANEL,
        USERS_FILES,
        UNKNOWN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ShellItem named(Type type, StoredText name) {
        return new ShellItem(type, name, StoredText.EMPTY, Optional.empty(), 0, 0, 0, 0, 0, OptionalLong.empty(), 0);
    }

    static ShellItem folder(Type type, Guid guid) {
        return new ShellItem(
                type,
                StoredText.unicode("::{" + guid.text().toUpperCase(Locale.ROOT) + "}"),
                StoredText.EMPTY,
                Optional.of(guid),
                0,
                0,
                0,
                0,
                0,
                OptionalLong.empty(),
                0);
    }

    StoredText bestName() {
        return longName.or(name);
    }
}
