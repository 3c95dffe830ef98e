package io.ashiato.readers.lnk;

import io.ashiato.readers.Guid;

import java.util.List;

/// A block of extra data (MS-SHLLINK 2.5).
sealed interface ExtraBlock {
    /// Where the target is, with environment variables; asked before the id list.
    record Environment(StoredText target) implements ExtraBlock {}

    /// Where the icon is, with environment variables.
    record Icon(StoredText path) implements ExtraBlock {}

    /// The installer's product and component, instead of a path.
    record Darwin(StoredText descriptor) implements ExtraBlock {}

    /// The machine on which the target was last seen, and its object ids there and at birth.
    record Tracker(StoredText machine, Guid volume, Guid file, Guid birthVolume, Guid birthFile)
            implements ExtraBlock {}

    record ConsoleSettings(StoredText font, int windowWidth, int windowHeight) implements ExtraBlock {}

    record ConsoleCodePage(long codePage) implements ExtraBlock {}

    /// @param offset of the item in the id list from which on the folder's contents begin
    record SpecialFolder(long folder, long offset) implements ExtraBlock {}

    /// @param offset of the item in the id list from which on the folder's contents begin
    record KnownFolder(Guid folder, long offset) implements ExtraBlock {}

    record Shim(StoredText layer) implements ExtraBlock {}

    record Properties(List<PropertyStore.Property> properties) implements ExtraBlock {
        public Properties {
            properties = List.copyOf(properties);
        }
    }

    /// A second id list, which Windows Vista and later use instead of the first.
    record VistaIdList(List<ShellItem> items) implements ExtraBlock {
        public VistaIdList {
            items = List.copyOf(items);
        }
    }

    record Unknown(long signature, long size) implements ExtraBlock {}

    /// The name in facts.
    default String id() {
        return switch (this) {
            case Environment ignored -> "environment";
            case Icon ignored -> "icon_environment";
            case Darwin ignored -> "darwin";
            case Tracker ignored -> "tracker";
            case ConsoleSettings ignored -> "console";
            case ConsoleCodePage ignored -> "console_code_page";
            case SpecialFolder ignored -> "special_folder";
            case KnownFolder ignored -> "known_folder";
            case Shim ignored -> "shim";
            case Properties ignored -> "property_store";
            case VistaIdList ignored -> "vista_id_list";
            case Unknown unknown -> "0x" + Long.toHexString(unknown.signature());
        };
    }
}
