package io.ashiato.readers.jumplist;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.bytes.Utf16;
import io.ashiato.model.Facts;
import io.ashiato.readers.Guid;
import io.ashiato.readers.WindowsTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Reads the list of destinations: who opened what on which machine, when, and how often. Offsets in its
/// damage count from the start of the stream.
final class DestList {
    /// Windows 7 and 8 write version 1, later ones 3 and more: entries gained an access count and four
    /// bytes behind the path.
    private static final long FIRST_LONG_VERSION = 2;

    private static final int MAX_ENTRIES = 8_192;
    private static final int NOT_PINNED = -1;

    private final Set<Long> links;
    private final List<Facts> entries = new ArrayList<>();
    private final Set<String> machines = new LinkedHashSet<>();
    private final Set<Long> unlisted;

    private DestList(Set<Long> links) {
        this.links = links;
        this.unlisted = new TreeSet<>(links);
    }

    /// @param links the numbers of the entries that have a shortcut
    static void read(Cursor in, Set<Long> links, Facts.Builder facts, List<Damage> damage) {
        var list = new DestList(links);
        try {
            long version = in.u32("version");
            long count = in.u32("entry count");
            facts.number("version", version)
                    .number("entry_count", count)
                    .number("pinned_count", in.u32("pinned count"));
            in.skip("counter", 4);
            facts.number("last_entry", in.u32("last entry number"));
            in.skip("header", 12);
            while (in.remaining() > 0) {
                if (list.entries.size() == MAX_ENTRIES) {
                    throw new MalformedException(new Damage.OverLimit("entries", in.offset(), MAX_ENTRIES));
                }
                list.readEntry(in, version >= FIRST_LONG_VERSION);
            }
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        facts.texts("machines", List.copyOf(list.machines)).groups("entries", list.entries);
        if (!list.unlisted.isEmpty()) { // removed from the list, but not yet from the file
            facts.texts(
                    "unlisted_links",
                    list.unlisted.stream().map(DestList::linkName).toList());
        }
    }

    private void readEntry(Cursor in, boolean longer) {
        in.skip("checksum", 8);
        Guid volume = Guid.read(in, "droid volume");
        Guid file = Guid.read(in, "droid file");
        Guid birthVolume = Guid.read(in, "birth droid volume");
        Guid birthFile = Guid.read(in, "birth droid file");
        String machine = in.latin1("host name", 16);
        machine = machine.substring(0, machine.indexOf('\0') < 0 ? machine.length() : machine.indexOf('\0'));
        long number = in.u32("entry number");
        in.skip("entry", 8);
        long accessed = in.i64("last access");
        int pin = in.i32("pin status");
        Facts.Builder entry = Facts.builder().number("number", number);
        long accessCount = -1;
        if (longer) {
            in.skip("entry", 4);
            accessCount = in.u32("access count");
            in.skip("entry", 8);
        }
        String path = Utf16.wellFormed(in.utf16("path", in.u16("path length")));
        if (longer) {
            in.skip("entry end", Math.min(4, in.remaining()));
        }
        entry.text("path", path)
                .text("machine_id", machine)
                .time("last_access", WindowsTime.filetime(accessed))
                .flag("pinned", pin != NOT_PINNED);
        if (pin != NOT_PINNED) {
            entry.number("pin_order", pin);
        }
        if (accessCount >= 0) {
            entry.number("access_count", accessCount);
        }
        entry.text("droid_volume", volume.text())
                .text("droid_file", file.text())
                .text("birth_droid_volume", birthVolume.text())
                .text("birth_droid_file", birthFile.text());
        file.madeBy()
                .ifPresent(made -> entry.text("mac", made.mac()).time("droid_time", made.time()));
        if (links.contains(number)) {
            entry.text("link", linkName(number));
            unlisted.remove(number);
        }
        if (!machine.isEmpty()) {
            machines.add(machine);
        }
        entries.add(entry.build());
    }

    private static String linkName(long number) {
        return "link-" + Long.toString(number, 16).toLowerCase(Locale.ROOT);
    }
}
