package io.ashiato.readers.jumplist;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.bytes.Utf16;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.Guid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Reads custom destinations: categories that a program made, each with shortcuts one after another.
///
/// A shortcut does not tell its length without being read; its end is found by what must follow: the
/// class id of the next one, or the mark at the end of the category.
final class CustomDestinations {
    /// Programs make a handful of categories, with some ten entries each.
    private static final int MAX_CATEGORIES = 256;

    private static final int MAX_LINKS = 4_096;

    private static final String LINK_CLASS = "00021401-0000-0000-c000-000000000046";
    private static final byte[] NEXT_LINK =
            HexFormat.of().parseHex("0114020000000000c0000000000000464c0000000114020000000000c000000000000046");
    private static final byte[] FOOTER = HexFormat.of().parseHex("abfbbfba");
    private static final long FOOTER_VALUE = 0xBABF_FBABL;
    private static final int CUSTOM = 0;
    private static final int KNOWN = 1;
    private static final int TASKS = 2;

    private final byte[] bytes;
    private final List<ArtefactReading.Child> links = new ArrayList<>();
    private final List<Facts> categories = new ArrayList<>();
    private final List<Damage> damage = new ArrayList<>();
    private final Facts.Builder facts = Facts.builder().text("list_type", "custom");

    private CustomDestinations(byte[] bytes) {
        this.bytes = bytes;
    }

    static ArtefactReading read(byte[] bytes) {
        var reading = new CustomDestinations(bytes);
        try {
            reading.readCategories(Cursor.over(bytes, 0));
        } catch (MalformedException e) {
            reading.damage.add(e.damage());
        }
        reading.facts.number("link_count", reading.links.size()).groups("categories", reading.categories);
        return new ArtefactReading(EvidenceKind.JUMP_LIST, reading.facts.build(), reading.links, reading.damage);
    }

    private void readCategories(Cursor in) {
        facts.number("version", in.u32("version"));
        long count = in.u32("category count");
        in.skip("reserved", 4);
        for (long i = 0; i < count; i++) {
            if (i == MAX_CATEGORIES) {
                throw new MalformedException(new Damage.OverLimit("categories", in.offset(), MAX_CATEGORIES));
            }
            readCategory(in);
        }
    }

    private void readCategory(Cursor in) {
        long offset = in.offset();
        int type = in.i32("category type");
        Facts.Builder category = Facts.builder();
        int before = links.size();
        switch (type) {
            case CUSTOM -> {
                category.text("type", "custom")
                        .text("name", Utf16.wellFormed(in.utf16("category name", in.u16("name length"))));
                readLinks(in);
            }
            case KNOWN -> category.text("type", "known").number("known_category", in.u32("known category"));
            case TASKS -> {
                category.text("type", "tasks");
                readLinks(in);
            }
            default ->
                throw new MalformedException(new Damage.OutOfRange("category type", offset, type, CUSTOM, TASKS));
        }
        categories.add(category.texts(
                        "links",
                        links.subList(before, links.size()).stream()
                                .map(ArtefactReading.Child::name)
                                .toList())
                .build());
        long footerAt = in.offset();
        long footer = in.u32("category footer");
        if (footer != FOOTER_VALUE) {
            throw new MalformedException(
                    new Damage.OutOfRange("category footer", footerAt, footer, FOOTER_VALUE, FOOTER_VALUE));
        }
    }

    private void readLinks(Cursor in) {
        long count = in.u32("entry count");
        for (long i = 0; i < count; i++) {
            long offset = in.offset();
            Guid type = Guid.read(in, "entry class");
            if (!type.text().equals(LINK_CLASS)) {
                long first = Long.parseLong(type.text().substring(0, 8), 16);
                throw new MalformedException(new Damage.OutOfRange("entry class", offset, first, 0x21401, 0x21401));
            }
            if (links.size() == MAX_LINKS) {
                throw new MalformedException(new Damage.OverLimit("links", offset, MAX_LINKS));
            }
            int from = (int) in.offset();
            int to = endOfLink(from);
            in.skip("link", (long) to - from);
            links.add(new ArtefactReading.Child(
                    "link-" + (links.size() + 1),
                    ArtefactReading.Role.EMBEDDED,
                    ByteSource.of(Arrays.copyOfRange(bytes, from, to))));
        }
    }

    private int endOfLink(int from) {
        for (int at = from; at < bytes.length; at++) {
            if (has(at, NEXT_LINK) || (has(at, FOOTER) && endsCategory(at))) {
                return at;
            }
        }
        return bytes.length;
    }

    /// Whether behind a footer the file ends or a category begins: its bytes may also occur in a link.
    private boolean endsCategory(int footer) {
        Cursor behind = Cursor.over(bytes, 0);
        behind.skip("list", footer + (long) FOOTER.length);
        return behind.remaining() < 4 || Long.compareUnsigned(behind.u32("category type"), TASKS) <= 0;
    }

    private boolean has(int at, byte[] wanted) {
        return bytes.length - at >= wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
