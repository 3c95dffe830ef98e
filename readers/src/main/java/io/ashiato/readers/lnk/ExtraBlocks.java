package io.ashiato.readers.lnk;

import io.ashiato.readers.Guid;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;

/// Reads the extra data up to the terminal block (MS-SHLLINK 2.5).
final class ExtraBlocks {
    /// Windows writes each of its eleven kinds once.
    private static final int MAX_BLOCKS = 64;

    private static final int ANSI_PATH = 260;
    private static final int UNICODE_PATH = 260;

    private final List<Damage> damage;

    ExtraBlocks(List<Damage> damage) {
        this.damage = damage;
    }

    /// Leaves the cursor behind the terminal block, or where reading was no longer possible.
    List<ExtraBlock> read(Cursor in) {
        var blocks = new ArrayList<ExtraBlock>();
        while (in.remaining() >= 4) {
            Cursor start = in.fork();
            long size = start.fork().u32("block size");
            if (size < 4) {
                in.skip("terminal block", 4);
                return blocks;
            }
            if (size < 8 || size > in.remaining() || blocks.size() == MAX_BLOCKS) {
                damage.add(
                        blocks.size() == MAX_BLOCKS
                                ? new Damage.OverLimit("extra blocks", in.offset(), MAX_BLOCKS)
                                : new Damage.OutOfRange("block size", in.offset(), size, 8, in.remaining()));
                return blocks; // what follows counts as appended
            }
            in.skip("extra block", size);
            block(start.window("extra block", size), size, blocks);
        }
        if (in.remaining() == 0) {
            damage.add(new Damage.Truncated("terminal block", in.offset(), 4, 0));
        }
        return blocks;
    }

    private void block(Cursor in, long size, List<ExtraBlock> blocks) {
        try {
            in.skip("block size", 4);
            long signature = in.u32("block signature");
            blocks.add(block(in, signature, size));
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
    }

    private ExtraBlock block(Cursor in, long signature, long size) {
        return switch ((int) signature) {
            case 0xA000_0001 -> new ExtraBlock.Environment(path(in, "environment target"));
            case 0xA000_0002 -> console(in);
            case 0xA000_0003 -> tracker(in);
            case 0xA000_0004 -> new ExtraBlock.ConsoleCodePage(in.u32("code page"));
            case 0xA000_0005 -> new ExtraBlock.SpecialFolder(in.u32("special folder"), in.u32("offset"));
            case 0xA000_0006 -> new ExtraBlock.Darwin(path(in, "darwin id"));
            case 0xA000_0007 -> new ExtraBlock.Icon(path(in, "icon environment"));
            case 0xA000_0008 -> new ExtraBlock.Shim(StoredText.unicodeUntilNul(in, "shim layer"));
            case 0xA000_0009 -> new ExtraBlock.Properties(new PropertyStore(damage).read(in));
            case 0xA000_000B -> new ExtraBlock.KnownFolder(Guid.read(in, "known folder"), in.u32("offset"));
            case 0xA000_000C -> new ExtraBlock.VistaIdList(new ShellItems(damage).read(in));
            default -> new ExtraBlock.Unknown(signature, size);
        };
    }

    /// A path in both forms; the Unicode form decides where it is there.
    private static StoredText path(Cursor in, String field) {
        StoredText ansi = StoredText.ansiUntilNul(in.window(field, ANSI_PATH), field);
        if (in.remaining() < UNICODE_PATH * 2) {
            return ansi;
        }
        return StoredText.unicodeUntilNul(in.window(field, UNICODE_PATH * 2L), field)
                .or(ansi);
    }

    private static ExtraBlock console(Cursor in) {
        in.skip("console colours and buffer", 8);
        int width = in.u16("window width");
        int height = in.u16("window height");
        in.skip("window origin and font size", 4 + 8 + 4 + 4 + 4);
        return new ExtraBlock.ConsoleSettings(
                StoredText.unicodeUntilNul(in.window("face name", 64), "face name"), width, height);
    }

    private static ExtraBlock tracker(Cursor in) {
        in.skip("tracker length and version", 8);
        StoredText machine = StoredText.ansiUntilNul(in.window("machine id", 16), "machine id");
        return new ExtraBlock.Tracker(
                machine,
                Guid.read(in, "droid volume"),
                Guid.read(in, "droid file"),
                Guid.read(in, "birth droid volume"),
                Guid.read(in, "birth droid file"));
    }
}
