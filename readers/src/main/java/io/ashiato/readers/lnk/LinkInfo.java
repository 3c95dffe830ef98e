package io.ashiato.readers.lnk;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the target was when the shortcut was written (MS-SHLLINK 2.3). The Unicode form of a text stands
/// before its ANSI form where there are both.
record LinkInfo(
        Optional<Volume> volume,
        StoredText localBase,
        StoredText localBaseAnsi,
        StoredText suffix,
        StoredText suffixAnsi,
        Optional<Network> network) {
    /// @param driveType 2 removable, 3 fixed, 4 remote, 5 CD, 6 RAM disk
    record Volume(long driveType, long serial, StoredText label) {}

    record Network(StoredText share, StoredText device, long provider) {}

    private static final int HAS_LOCAL = 1;
    private static final int HAS_NETWORK = 2;
    private static final int HEADER_WITH_UNICODE = 0x24;
    private static final int LABEL_IS_UNICODE = 0x14;
    private static final int NETWORK_WITH_UNICODE = 0x14;

    /// @param info the whole structure, its size field included
    static LinkInfo read(Cursor info, List<Damage> damage) {
        Cursor in = info.fork();
        in.skip("link info size", 4);
        long headerSize = in.u32("link info header size");
        long flags = in.u32("link info flags");
        long volumeAt = in.u32("volume id offset");
        long baseAt = in.u32("local base path offset");
        long networkAt = in.u32("network link offset");
        long suffixAt = in.u32("common path suffix offset");
        boolean unicode = headerSize >= HEADER_WITH_UNICODE;
        long unicodeBaseAt = unicode ? in.u32("local base path offset, Unicode") : 0;
        long unicodeSuffixAt = unicode ? in.u32("common path suffix offset, Unicode") : 0;

        boolean local = (flags & HAS_LOCAL) != 0;
        boolean remote = (flags & HAS_NETWORK) != 0;
        return new LinkInfo(
                local ? tried(damage, () -> volume(part(info, volumeAt, "volume id"))) : Optional.empty(),
                text(info, local ? unicodeBaseAt : 0, true, damage),
                text(info, local ? baseAt : 0, false, damage),
                text(info, unicodeSuffixAt, true, damage),
                text(info, suffixAt, false, damage),
                remote ? tried(damage, () -> network(part(info, networkAt, "network link"))) : Optional.empty());
    }

    StoredText bestBase() {
        return localBase.or(localBaseAnsi);
    }

    StoredText bestSuffix() {
        return suffix.or(suffixAnsi);
    }

    private static Volume volume(Cursor volume) {
        Cursor in = volume.fork();
        in.skip("volume id size", 4);
        long type = in.u32("drive type");
        long serial = in.u32("drive serial number");
        long labelAt = in.u32("volume label offset");
        boolean unicode = labelAt == LABEL_IS_UNICODE;
        Cursor label = part(volume, unicode ? in.u32("volume label offset, Unicode") : labelAt, "volume label");
        return new Volume(
                type,
                serial,
                unicode
                        ? StoredText.unicodeUntilNul(label, "volume label")
                        : StoredText.ansiUntilNul(label, "volume label"));
    }

    private static Network network(Cursor network) {
        Cursor in = network.fork();
        in.skip("network link size", 4);
        long flags = in.u32("network link flags");
        long nameAt = in.u32("net name offset");
        long deviceAt = in.u32("device name offset");
        long provider = in.u32("network provider type");
        boolean unicode = nameAt > NETWORK_WITH_UNICODE;
        long unicodeNameAt = unicode ? in.u32("net name offset, Unicode") : 0;
        long unicodeDeviceAt = unicode ? in.u32("device name offset, Unicode") : 0;
        StoredText share = networkText(network, unicodeNameAt, nameAt, "net name");
        boolean hasDevice = (flags & 1) != 0;
        return new Network(
                share,
                hasDevice ? networkText(network, unicodeDeviceAt, deviceAt, "device name") : StoredText.EMPTY,
                (flags & 2) != 0 ? provider : 0);
    }

    private static StoredText networkText(Cursor network, long unicodeAt, long ansiAt, String field) {
        return unicodeAt != 0
                ? StoredText.unicodeUntilNul(part(network, unicodeAt, field), field)
                : StoredText.ansiUntilNul(part(network, ansiAt, field), field);
    }

    private static StoredText text(Cursor info, long at, boolean unicode, List<Damage> damage) {
        if (at == 0) {
            return StoredText.EMPTY;
        }
        String field = "path of the target";
        return tried(damage, () -> {
                    Cursor text = part(info, at, field);
                    return unicode ? StoredText.unicodeUntilNul(text, field) : StoredText.ansiUntilNul(text, field);
                })
                .orElse(StoredText.EMPTY);
    }

    /// What begins at an offset within a structure.
    private static Cursor part(Cursor structure, long at, String field) {
        Cursor part = structure.fork();
        part.skip(field, at);
        return part;
    }

    private static <T> Optional<T> tried(List<Damage> damage, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MalformedException e) {
            damage.add(e.damage());
            return Optional.empty();
        }
    }
}
