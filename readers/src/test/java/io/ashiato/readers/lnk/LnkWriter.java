package io.ashiato.readers.lnk;

import io.ashiato.readers.LittleEndian;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes shortcuts for tests and examples: what is set is written, all else is left out.
///
/// The id list follows from [#target(String)] as the shell of Windows 10 would write it: drive, folders,
/// file, each with FAT times and an extension block of version 9.
public final class LnkWriter {
    private static final String LINK_CLASS = "00021401-0000-0000-c000-000000000046";
    private static final String THIS_PC = "20d04fe0-3aea-1069-a2d8-08002b30309d";
    private static final String SID_SET = "46588ae2-4cbc-4338-bbfc-139326986dce";
    private static final int SIZE_OF_PATHS = 260;

    private String target = "";
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> accessed = Optional.empty();
    private Optional<Instant> modified = Optional.empty();
    private long fileSize;
    private long attributes = 0x20;
    private int showCommand = 1;
    private int hotKey;
    private int iconIndex;
    private String description = "";
    private String relativePath = "";
    private String workingDir = "";
    private String arguments = "";
    private String icon = "";
    private String environmentTarget = "";
    private Optional<Charset> ansi = Optional.empty();
    private long mftReference;
    private Optional<byte[]> linkInfo = Optional.empty();
    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] overlay = {};

    /// The path of the target, from its drive on: written as the id list.
    public LnkWriter target(String path) {
        target = path;
        return this;
    }

    /// Of the target; also used for the FAT times of the id list.
    public LnkWriter times(Instant creation, Instant access, Instant write) {
        created = Optional.of(creation);
        accessed = Optional.of(access);
        modified = Optional.of(write);
        return this;
    }

    public LnkWriter fileSize(long bytes) {
        fileSize = bytes;
        return this;
    }

    /// 1 normal, 3 maximized, 7 minimized.
    public LnkWriter showCommand(int command) {
        showCommand = command;
        return this;
    }

    /// Virtual key in the lower, modifiers in the upper byte: 1 shift, 2 control, 4 alt.
    public LnkWriter hotKey(int key) {
        hotKey = key;
        return this;
    }

    public LnkWriter description(String text) {
        description = text;
        return this;
    }

    public LnkWriter relativePath(String path) {
        relativePath = path;
        return this;
    }

    public LnkWriter workingDir(String path) {
        workingDir = path;
        return this;
    }

    public LnkWriter arguments(String text) {
        arguments = text;
        return this;
    }

    public LnkWriter icon(String path, int index) {
        icon = path;
        iconIndex = index;
        return this;
    }

    /// Writes all texts in this code page instead of UTF-16, as programs of the nineties do.
    public LnkWriter ansi(Charset codePage) {
        ansi = Optional.of(codePage);
        return this;
    }

    /// The NTFS file reference in the last item of the id list.
    public LnkWriter mft(long entry, int sequence) {
        mftReference = entry | (long) sequence << 48;
        return this;
    }

    /// Link info of a local target.
    ///
    /// @param driveType 2 removable, 3 fixed
    public LnkWriter volume(int driveType, long serial, String label, String localPath) {
        byte[] volume =
                sized(new LittleEndian().u32(driveType).u32(serial).u32(16).text(label, codePage()));
        int unicodeAt = 0x24 + volume.length + localPath.getBytes(codePage()).length + 2;
        linkInfo = Optional.of(sized(new LittleEndian()
                .u32(0x24)
                .u32(1)
                .u32(0x24)
                .u32(0x24 + volume.length)
                .u32(0)
                .u32(unicodeAt - 1)
                .u32(unicodeAt)
                .u32(unicodeAt + 2L * localPath.length() + 2)
                .bytes(volume)
                .text(localPath, codePage())
                .u8(0)
                .wideText(localPath)
                .u16(0)));
        return this;
    }

    /// Link info of a target on a server: `\\server\share` and what follows it.
    public LnkWriter network(String share, String suffix) {
        byte[] network = sized(new LittleEndian()
                .u32(2)
                .u32(20)
                .u32(0)
                .u32(0x0002_0000) // LanMan
                .text(share, codePage()));
        linkInfo = Optional.of(sized(new LittleEndian()
                .u32(0x1C)
                .u32(2)
                .u32(0)
                .u32(0)
                .u32(0x1C)
                .u32(0x1C + network.length)
                .bytes(network)
                .text(suffix, codePage())));
        return this;
    }

    public LnkWriter environmentTarget(String path) {
        environmentTarget = path;
        return block(0xA000_0001L, twoForms(path));
    }

    /// The tracker of a target that never moved.
    ///
    /// @param volume GUID of the volume
    /// @param made when the target got its object id
    /// @param mac `00:00:5e:00:53:1a`
    public LnkWriter tracker(String machine, String volume, Instant made, String mac) {
        String file = objectId(made, mac);
        return tracker(machine, volume, file, volume, file);
    }

    public LnkWriter tracker(String machine, String volume, String file, String birthVolume, String birthFile) {
        return block(
                0xA000_0003L,
                new LittleEndian()
                        .u32(0x58)
                        .u32(0)
                        .field(machine.getBytes(codePage()), 16)
                        .guid(volume)
                        .guid(file)
                        .guid(birthVolume)
                        .guid(birthFile)
                        .toBytes());
    }

    /// A UUID of version 1, as NTFS makes object ids.
    public static String objectId(Instant made, String mac) {
        long ticks = (made.getEpochSecond() + 12_219_292_800L) * 10_000_000 + made.getNano() / 100;
        return String.format(
                Locale.ROOT,
                "%08x-%04x-1%03x-82b1-%s",
                ticks & 0xFFFF_FFFFL,
                ticks >> 32 & 0xFFFF,
                ticks >> 48 & 0xFFF,
                mac.replace(":", ""));
    }

    /// A property store with the author's security id.
    public LnkWriter authorSid(String sid) {
        return property(SID_SET, 4, sid);
    }

    /// A property store with one text.
    public LnkWriter property(String set, int id, String text) {
        byte[] value = sized(new LittleEndian()
                .u32(id)
                .u8(0)
                .u16(31)
                .u16(0)
                .u32(text.length() + 1L)
                .wideText(text));
        byte[] storage = sized(
                new LittleEndian().u32(0x5350_5331L).guid(set).bytes(value).u32(0));
        return block(0xA000_0009L, new LittleEndian().bytes(storage).u32(0).toBytes());
    }

    public LnkWriter knownFolder(String guid, int offset) {
        return block(0xA000_000BL, new LittleEndian().guid(guid).u32(offset).toBytes());
    }

    public LnkWriter consoleCodePage(int codePage) {
        return block(0xA000_0004L, new LittleEndian().u32(codePage).toBytes());
    }

    /// Any extra block.
    public LnkWriter block(long signature, byte[] content) {
        blocks.add(sized(new LittleEndian().u32(signature).bytes(content)));
        return this;
    }

    /// What is appended behind the end.
    public LnkWriter overlay(byte[] bytes) {
        overlay = bytes.clone();
        return this;
    }

    public byte[] bytes() {
        var out = new LittleEndian()
                .u32(0x4C)
                .guid(LINK_CLASS)
                .u32(flags())
                .u32(attributes)
                .u64(filetime(created))
                .u64(filetime(accessed))
                .u64(filetime(modified))
                .u32(fileSize)
                .u32(iconIndex)
                .u32(showCommand)
                .u16(hotKey)
                .zeros(10);
        if (!target.isEmpty()) {
            byte[] list = idList();
            out.u16(list.length).bytes(list);
        }
        linkInfo.ifPresent(out::bytes);
        for (String text : List.of(description, relativePath, workingDir, arguments, icon)) {
            addString(out, text);
        }
        blocks.forEach(out::bytes);
        return out.u32(0).bytes(overlay).toBytes();
    }

    private long flags() {
        long flags = ansi.isPresent() ? 0 : 0x80;
        flags |= target.isEmpty() ? 0 : 1;
        flags |= linkInfo.isPresent() ? 2 : 0;
        flags |= description.isEmpty() ? 0 : 4;
        flags |= relativePath.isEmpty() ? 0 : 8;
        flags |= workingDir.isEmpty() ? 0 : 0x10;
        flags |= arguments.isEmpty() ? 0 : 0x20;
        flags |= icon.isEmpty() ? 0 : 0x40;
        return flags | (environmentTarget.isEmpty() ? 0 : 0x200);
    }

    private void addString(LittleEndian out, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (ansi.isPresent()) {
            byte[] bytes = text.getBytes(ansi.get());
            out.u16(bytes.length).bytes(bytes);
        } else {
            out.u16(text.length()).utf16(text);
        }
    }

    private byte[] idList() {
        var list = new LittleEndian()
                .u16(20)
                .u8(0x1F)
                .u8(0x50)
                .guid(THIS_PC)
                .u16(25)
                .u8(0x2F)
                .field(target.substring(0, 3).getBytes(StandardCharsets.US_ASCII), 22);
        String[] names = target.substring(3).split("\\\\", -1);
        for (int i = 0; i < names.length; i++) {
            byte[] item = fileItem(names[i], i == names.length - 1);
            list.u16(item.length + 2).bytes(item);
        }
        return list.u16(0).toBytes();
    }

    private byte[] fileItem(String name, boolean last) {
        var item = new LittleEndian()
                .u8(last ? 0x32 : 0x31)
                .u8(0)
                .u32(last ? fileSize : 0)
                .u32(fat(modified))
                .u16(last ? 0x20 : 0x10)
                .text(name, codePage());
        item.zeros(item.size() % 2);
        int extensionAt = item.size() + 2;
        byte[] extension = new LittleEndian()
                .u16(9)
                .u32(0xBEEF_0004L)
                .u32(fat(created))
                .u32(fat(accessed))
                .u16(0x2E)
                .u16(0)
                .u64(last ? mftReference : 0)
                .u64(0)
                .u16(0)
                .u64(0)
                .wideText(name)
                .u16(extensionAt)
                .toBytes();
        return item.u16(extension.length + 2).bytes(extension).toBytes();
    }

    private byte[] twoForms(String path) {
        return new LittleEndian()
                .field(path.getBytes(codePage()), SIZE_OF_PATHS)
                .field(path.getBytes(StandardCharsets.UTF_16LE), SIZE_OF_PATHS * 2)
                .toBytes();
    }

    private Charset codePage() {
        return ansi.orElse(Charset.forName("windows-31j"));
    }

    private static byte[] sized(LittleEndian content) {
        return new LittleEndian()
                .u32(content.size() + 4L)
                .bytes(content.toBytes())
                .toBytes();
    }

    private static long filetime(Optional<Instant> time) {
        return time.map(at -> (at.getEpochSecond() + 11_644_473_600L) * 10_000_000 + at.getNano() / 100)
                .orElse(0L);
    }

    private static long fat(Optional<Instant> time) {
        return time.map(at -> {
                    var local = at.atOffset(ZoneOffset.UTC);
                    long date = (local.getYear() - 1980L) * 512 + local.getMonthValue() * 32L + local.getDayOfMonth();
                    long clock = local.getHour() * 2048L + local.getMinute() * 32L + local.getSecond() / 2;
                    return clock << 16 | date;
                })
                .orElse(0L);
    }
}
