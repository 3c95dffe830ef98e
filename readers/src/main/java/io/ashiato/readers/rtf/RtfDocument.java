package io.ashiato.readers.rtf;

import io.ashiato.bytes.Damage;
import io.ashiato.readers.CodePages;
import io.ashiato.readers.FieldInstructions;
import io.ashiato.readers.ReadingBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Follows groups and destinations and keeps what tells.
final class RtfDocument implements RtfScanner.Tokens {
    /// Word gives up at some hundred; deeper groups are read as if they were one.
    private static final int MAX_DEPTH = 2_000;

    private static final int MAX_RSIDS = 5_000;

    /// Words of the info group (RTF 1.9.1, "Information Group") and the facts that their texts are.
    private static final Map<String, String> INFO = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("subject", "subject"),
            Map.entry("author", "author"),
            Map.entry("operator", "last_saved_by"),
            Map.entry("company", "company"),
            Map.entry("manager", "manager"),
            Map.entry("category", "category"),
            Map.entry("keywords", "keywords"),
            Map.entry("doccomm", "comments"),
            Map.entry("hlinkbase", "hyperlink_base"));

    private static final Map<String, String> TIMES =
            Map.of("creatim", "created_local", "revtim", "modified_local", "printim", "printed_local");

    private static final Map<String, String> NUMBERS = Map.of(
            "nofpages", "pages",
            "nofwords", "words",
            "nofchars", "characters",
            "edmins", "edit_minutes",
            "version", "revision",
            "deflang", "language_id");

    /// What a group's text is for. Texts of other destinations are passed over.
    private enum Destination {
        OTHER,
        INFO,
        INFO_TEXT,
        TIME,
        TEMPLATE,
        GENERATOR,
        INSTRUCTION,
        OBJECT,
        OBJECT_CLASS,
        OBJECT_DATA,
        RSIDS
    }

    private static final class Group {
        private final Destination destination;
        private final String fact;
        private final RtfText text;
        private final boolean owner;
        private int replacements; // plain characters that stand for each \\u, in `uc`

        private Group(Destination destination, String fact, RtfText text, boolean owner, int replacements) {
            this.destination = destination;
            this.fact = fact;
            this.text = text;
            this.owner = owner;
            this.replacements = replacements;
        }

        private Group nested() {
            return new Group(destination, fact, text, false, replacements);
        }

        private Group begun(Destination other, String name) {
            return new Group(other, name, new RtfText(), true, replacements);
        }
    }

    private final ReadingBuilder reading;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final FieldInstructions fields = new FieldInstructions();
    private final Set<String> external = new LinkedHashSet<>();
    private final Set<String> rsids = new LinkedHashSet<>();
    private final RtfTime time = new RtfTime();
    private final RtfObjects objects;
    private int tooDeep;
    private int codePage = CodePages.WINDOWS_1252;
    private boolean starred; // the next word may be ignored by those who do not know it
    private int skip; // characters that stand for a \\u for older readers
    private HexText hex = new HexText();

    RtfDocument(ReadingBuilder reading) {
        this.reading = reading;
        this.objects = new RtfObjects(reading, external);
        groups.push(new Group(Destination.OTHER, "", new RtfText(), true, 1));
    }

    @Override
    public void open() {
        skip = 0;
        if (groups.size() >= MAX_DEPTH) {
            tooDeep++;
            reading.damage(new Damage.OverLimit("group depth", 0, MAX_DEPTH));
        } else {
            groups.push(groups.element().nested());
        }
    }

    @Override
    public void close() {
        skip = 0;
        starred = false;
        if (tooDeep > 0) {
            tooDeep--;
        } else if (groups.size() > 1) {
            end(groups.pop());
        }
    }

    @Override
    public void word(String name, boolean hasParameter, int parameter) {
        boolean ignorable = starred;
        starred = false;
        Group group = groups.element();
        switch (name) {
            case "ansicpg" -> codePage(parameter);
            case "mac" -> codePage = 10000;
            case "pc" -> codePage = 437;
            case "pca" -> codePage = 850;
            case "uc" -> group.replacements = Math.clamp(parameter, 0, 16);
            case "u" -> unicode((char) parameter);
            case "par", "line", "tab" -> text((byte) ' ');
            case "info" -> begin(Destination.INFO, "");
            case "template" -> begin(Destination.TEMPLATE, "template");
            case "generator" -> begin(Destination.GENERATOR, "application");
            case "fldinst" -> {
                begin(Destination.INSTRUCTION, "");
                fields.begin();
            }
            case "object" -> {
                objects.begin();
                begin(Destination.OBJECT, "");
            }
            case "objclass" -> begin(Destination.OBJECT_CLASS, "");
            case "objdata" -> {
                hex = new HexText();
                begin(Destination.OBJECT_DATA, "");
            }
            case "objautlink", "objlink", "objemb", "objocx", "objhtml", "objupdate" -> objects.property(name);
            case "rsidtbl" -> begin(Destination.RSIDS, "");
            case "rsidroot" -> reading.facts().text("rsid_root", rsid(parameter));
            case "rsid" -> {
                if (group.destination == Destination.RSIDS && rsids.size() < MAX_RSIDS) {
                    rsids.add(rsid(parameter));
                }
            }
            default -> other(name, parameter, ignorable, group);
        }
    }

    private void other(String name, int parameter, boolean ignorable, Group group) {
        boolean inInfo = group.destination == Destination.INFO;
        if (inInfo && INFO.containsKey(name)) {
            begin(Destination.INFO_TEXT, INFO.getOrDefault(name, ""));
        } else if (inInfo && TIMES.containsKey(name)) {
            time.clear();
            begin(Destination.TIME, TIMES.getOrDefault(name, ""));
        } else if (group.destination == Destination.TIME) {
            time.part(name, parameter);
        } else if (NUMBERS.containsKey(name)) {
            reading.facts().number(NUMBERS.getOrDefault(name, ""), parameter);
        } else if (ignorable && group.destination != Destination.OBJECT_DATA) {
            begin(Destination.OTHER, "");
        }
    }

    private static String rsid(int number) {
        return String.format(Locale.ROOT, "%08X", number); // as OOXML writes them
    }

    private void codePage(int number) {
        codePage = number;
        reading.facts().number("codepage", number);
    }

    private Charset charset() {
        return CodePages.charset(codePage);
    }

    private void begin(Destination destination, String fact) {
        groups.push(groups.pop().begun(destination, fact));
    }

    @Override
    public void symbol(char symbol) {
        switch (symbol) {
            case '*' -> starred = true;
            case '~' -> text((byte) ' ');
            case '{', '}', '\\' -> text((byte) symbol);
            default -> {} // hyphens and formulas
        }
    }

    @Override
    public void text(byte plain) {
        starred = false;
        if (skip > 0) {
            skip--;
            return;
        }
        Group group = groups.element();
        if (group.destination == Destination.OBJECT_DATA) {
            hex.add((char) plain);
        } else if (group.destination != Destination.OTHER) {
            group.text.add(plain);
        }
    }

    /// In the hex of an object an escaped byte is no digit, and is passed over as Word does.
    @Override
    public void escaped(byte value) {
        if (skip > 0) {
            skip--;
        } else if (groups.element().destination != Destination.OBJECT_DATA) {
            groups.element().text.add(value);
        }
    }

    private void unicode(char unit) {
        Group group = groups.element();
        if (group.destination != Destination.OTHER) {
            group.text.add(unit, charset());
        }
        skip = group.replacements;
    }

    @Override
    public void binary(byte[] bytes, int from, int length) {
        if (groups.element().destination == Destination.OBJECT_DATA) {
            hex.add(bytes, from, length);
        }
    }

    private void end(Group group) {
        if (!group.owner) {
            return;
        }
        String text = group.text.take(charset());
        switch (group.destination) {
            case INFO_TEXT, GENERATOR -> reading.facts().text(group.fact, text(group, text));
            case TIME -> time.text().ifPresent(local -> reading.facts().text(group.fact, local));
            case TEMPLATE -> template(text.strip());
            case INSTRUCTION -> {
                fields.append(text);
                fields.end();
            }
            case OBJECT_CLASS -> objects.declaredClass(text.strip());
            case OBJECT_DATA -> objects.data(hex.bytes(), charset());
            case OTHER, INFO, OBJECT, RSIDS -> {} // nothing of their own
        }
    }

    /// A generator ends in a semicolon that is no part of its name.
    private static String text(Group group, String text) {
        return group.destination == Destination.GENERATOR && text.endsWith(";")
                ? text.substring(0, text.length() - 1)
                : text;
    }

    private void template(String template) {
        reading.facts().text("template", template);
        if (template.contains("://") || template.startsWith("\\\\")) {
            external.add(template);
        }
    }

    /// Ends what the file leaves open, and tells what was collected.
    void finish() {
        while (groups.size() > 1) {
            end(groups.pop());
        }
        fields.finish();
        fields.tell(reading);
        objects.tell();
        if (!rsids.isEmpty()) {
            reading.facts().texts("rsids", List.copyOf(rsids));
        }
        reading.facts().texts("external", List.copyOf(external));
    }

    /// Bytes as hexadecimal digits with anything between them.
    private static final class HexText {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int high = -1;

        void add(char c) {
            int digit = Character.digit(c, 16);
            if (digit >= 0 && high < 0) {
                high = digit;
            } else if (digit >= 0) {
                bytes.write(high << 4 | digit);
                high = -1;
            }
        }

        void add(byte[] more, int from, int length) {
            bytes.write(more, from, length);
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
