package io.ashiato.readers.lnk;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A shortcut as it stands in its bytes.
///
/// @param strings nothing where reading ended before them
/// @param end offset behind the last block; what follows was appended. Nothing where reading ended before it
record Shortcut(
        ShortcutHeader header,
        List<ShellItem> items,
        Optional<LinkInfo> info,
        Optional<Strings> strings,
        List<ExtraBlock> blocks,
        OptionalLong end) {
    Shortcut {
        items = List.copyOf(items);
        blocks = List.copyOf(blocks);
    }

    /// The texts that the header's flags announce (MS-SHLLINK 2.4).
    record Strings(
            StoredText description,
            StoredText relativePath,
            StoredText workingDir,
            StoredText arguments,
            StoredText icon) {
        Stream<StoredText> all() {
            return Stream.of(description, relativePath, workingDir, arguments, icon);
        }
    }

    /// Reads as far as the bytes allow; nothing where not even the header is there.
    static Optional<Shortcut> read(Cursor in, List<Damage> damage) {
        ShortcutHeader header;
        try {
            header = ShortcutHeader.read(in, damage);
        } catch (MalformedException e) {
            damage.add(e.damage());
            return Optional.empty();
        }
        List<ShellItem> items = List.of();
        Optional<LinkInfo> info = Optional.empty();
        Optional<Strings> strings = Optional.empty();
        List<ExtraBlock> blocks = List.of();
        OptionalLong end = OptionalLong.empty();
        try {
            if (header.has(LinkFlag.HAS_LINK_TARGET_ID_LIST)) {
                items = new ShellItems(damage).read(in.window("id list", in.u16("id list size")));
            }
            if (header.has(LinkFlag.HAS_LINK_INFO)) {
                info = info(in, damage);
            }
            strings = Optional.of(strings(in, header));
            blocks = new ExtraBlocks(damage).read(in);
            end = OptionalLong.of(in.offset());
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return Optional.of(new Shortcut(header, items, info, strings, blocks, end));
    }

    /// All texts whose code page is not stated.
    Stream<StoredText> texts() {
        var texts = new ArrayList<StoredText>();
        strings.ifPresent(all -> all.all().forEach(texts::add));
        items.forEach(item -> texts.add(item.name()));
        info.ifPresent(where -> {
            texts.addAll(List.of(where.localBaseAnsi(), where.suffixAnsi()));
            where.volume().ifPresent(volume -> texts.add(volume.label()));
            where.network().ifPresent(network -> texts.addAll(List.of(network.share(), network.device())));
        });
        return texts.stream().filter(text -> text.ansi() && !text.isAscii());
    }

    private static Optional<LinkInfo> info(Cursor in, List<Damage> damage) {
        Cursor start = in.fork();
        long size = in.u32("link info size");
        in.skip("link info", Math.max(size, 4) - 4);
        try {
            return Optional.of(LinkInfo.read(start.window("link info", Math.max(size, 4)), damage));
        } catch (MalformedException e) {
            damage.add(e.damage()); // the size is known, so the strings behind it are still found
            return Optional.empty();
        }
    }

    private static Strings strings(Cursor in, ShortcutHeader header) {
        return new Strings(
                string(in, header, LinkFlag.HAS_NAME, "name"),
                string(in, header, LinkFlag.HAS_RELATIVE_PATH, "relative path"),
                string(in, header, LinkFlag.HAS_WORKING_DIR, "working directory"),
                string(in, header, LinkFlag.HAS_ARGUMENTS, "arguments"),
                string(in, header, LinkFlag.HAS_ICON_LOCATION, "icon location"));
    }

    private static StoredText string(Cursor in, ShortcutHeader header, LinkFlag flag, String field) {
        if (!header.has(flag)) {
            return StoredText.EMPTY;
        }
        int length = in.u16(field + " length");
        return header.has(LinkFlag.IS_UNICODE)
                ? StoredText.unicode(in.utf16(field, length))
                : StoredText.ansi(in.latin1(field, length));
    }
}
