package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads binary XML (MS-EVEN6 2.2.12) of one chunk: tokens, names, templates, nested fragments.
///
/// A stream of tokens becomes a list of [Pattern]s, whether it is a template definition or a record
/// of its own. A template instance is a pattern with its values put in, so that it ends as plain
/// [XmlElement]s.
final class BinXmlReader {
    private static final int END_OF_STREAM = 0x00;
    private static final int OPEN_START_TAG = 0x01;
    private static final int CLOSE_START_TAG = 0x02;
    private static final int CLOSE_EMPTY_TAG = 0x03;
    private static final int END_TAG = 0x04;
    private static final int VALUE = 0x05;
    private static final int ATTRIBUTE = 0x06;
    private static final int CDATA = 0x07;
    private static final int CHARACTER = 0x08;
    private static final int ENTITY = 0x09;
    private static final int INSTRUCTION_TARGET = 0x0A;
    private static final int INSTRUCTION_DATA = 0x0B;
    private static final int TEMPLATE_INSTANCE = 0x0C;
    private static final int NORMAL_SUBSTITUTION = 0x0D;
    private static final int OPTIONAL_SUBSTITUTION = 0x0E;
    private static final int FRAGMENT_HEADER = 0x0F;

    /// Bit of a token that says "more of this follows". Only the one on a start tag matters: without
    /// it there is no attribute list.
    private static final int MORE = 0x40;

    private static final int NAME_HEADER_SIZE = 8; // next name, hash, length

    private final TreeBuilder trees = new TreeBuilder();
    private final byte[] chunk;
    private final int length;
    private final long chunkOffset;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Template> templates = new HashMap<>();
    private final Set<Long> templatesInProgress = new HashSet<>();
    private int keptNameCharacters;
    private int keptTemplateNodes;
    private int depth;
    private Consumer<Damage> flaws = flaw -> {};
    private Consumer<NameUse> nameUses = use -> {};
    private int instances;

    /// A template definition.
    ///
    /// @param end where it ends, from the start of the chunk
    private record Template(List<Pattern> patterns, long end) {}

    /// @param length bytes of `chunk` that are there
    /// @param chunkOffset where the chunk lies in the file
    BinXmlReader(byte[] chunk, int length, long chunkOffset) {
        this.chunk = chunk;
        this.length = length;
        this.chunkOffset = chunkOffset;
    }

    /// The tree of one record.
    ///
    /// @param binaryXml the record's part of the chunk
    /// @param mostNodes how many elements, attributes and values may be put together for it
    /// @param told of values that do not fit their type; they do not end the reading
    /// @throws MalformedException if the record cannot be read
    XmlElement record(Cursor binaryXml, int mostNodes, Consumer<Damage> told) {
        start(mostNodes, told);
        long offset = binaryXml.offset();
        for (Pattern pattern : fragment(binaryXml, false)) {
            if (pattern instanceof Pattern.Fixed(XmlElement root)) {
                return root;
            }
        }
        throw new MalformedException(new Damage.Truncated("root element", offset, 1, 0));
    }

    /// The elements of a fragment inside a record, apart from the record.
    ///
    /// @throws MalformedException if it cannot be read
    List<XmlElement> fragment(Cursor binaryXml, int mostNodes, Consumer<Damage> told) {
        start(mostNodes, told);
        return nested(binaryXml);
    }

    private void start(int mostNodes, Consumer<Damage> told) {
        depth = 0;
        trees.start(mostNodes);
        flaws = told;
        templatesInProgress.clear();
    }

    /// A template definition apart from any record, for those who keep definitions over many chunks.
    ///
    /// @param place from the start of the chunk
    /// @throws MalformedException if it cannot be read
    TemplateDefinition define(int place) {
        Cursor in = at(place, "template definition offset");
        return defined(place, false, () -> {
            templatesInProgress.add((long) place);
            Template read = definition(in);
            return new Template(read.patterns(), read.end() - place);
        });
    }

    /// The same for a fragment of this many bytes that is no template instance.
    TemplateDefinition define(int place, int size) {
        Cursor in = at(place, "nested binary XML");
        Cursor body = in.window("nested binary XML", size);
        return defined(place, true, () -> new Template(fragment(body, false), size));
    }

    private TemplateDefinition defined(int place, boolean isFragment, Supplier<Template> reading) {
        var uses = new ArrayList<NameUse>();
        var damage = new ArrayList<Damage>();
        start(Limits.RECORD_NODES, damage::add);
        nameUses = uses::add;
        int instancesBefore = instances;
        try {
            Template read = reading.get();
            boolean alone = instances == instancesBefore && damage.isEmpty();
            return new TemplateDefinition(
                    place, (int) read.end(), read.patterns(), uses, trees.nodes(), alone, isFragment);
        } finally {
            nameUses = use -> {};
        }
    }

    /// Nodes put together for the last record, whether it could be read or not.
    int nodes() {
        return trees.nodes();
    }

    /// The top level of a token stream, up to its end token or the end of the cursor.
    private List<Pattern> fragment(Cursor in, boolean inTemplate) {
        descend(in);
        var patterns = new ArrayList<Pattern>(1);
        while (in.remaining() > 0) {
            long offset = in.offset();
            int token = in.u8("token");
            switch (token) {
                case END_OF_STREAM -> {
                    ascend();
                    return patterns;
                }
                case FRAGMENT_HEADER -> in.skip("fragment header", 3); // two version numbers, flags
                case TEMPLATE_INSTANCE -> fixed(instance(in), patterns);
                case OPEN_START_TAG, OPEN_START_TAG | MORE -> patterns.add(element(in, token, inTemplate));
                default -> throw unexpected(offset, token, END_OF_STREAM, FRAGMENT_HEADER);
            }
        }
        ascend();
        return patterns;
    }

    private Pattern element(Cursor in, int startToken, boolean inTemplate) {
        descend(in);
        int dependency = inTemplate ? in.u16("dependency") : Pattern.NO_DEPENDENCY;
        in.skip("element size", 4); // the tokens tell where it ends
        String name = name(in);
        if ((startToken & MORE) != 0) {
            in.skip("attribute list size", 4);
        }
        var attributes = new ArrayList<Pattern.Attribute>(2);
        long offset = in.offset();
        int token = in.u8("token");
        while ((token & ~MORE) == ATTRIBUTE) {
            String attributeName = name(in);
            var value = new ArrayList<Pattern>(1);
            offset = in.offset();
            token = in.u8("token");
            while (value(in, token, inTemplate, value)) {
                offset = in.offset();
                token = in.u8("token");
            }
            attributes.add(attribute(attributeName, value));
        }
        List<Pattern> children = switch (token) {
            case CLOSE_EMPTY_TAG -> List.of();
            case CLOSE_START_TAG -> content(in, inTemplate);
            default -> throw unexpected(offset, token, CLOSE_START_TAG, CLOSE_EMPTY_TAG);
        };
        ascend();
        return simplest(in, name, attributes, children, dependency);
    }

    /// What lies between a start tag and its end tag.
    private List<Pattern> content(Cursor in, boolean inTemplate) {
        var children = new ArrayList<Pattern>(2);
        while (true) {
            long offset = in.offset();
            int token = in.u8("token");
            switch (token) {
                case END_TAG -> {
                    return children;
                }
                case OPEN_START_TAG, OPEN_START_TAG | MORE -> children.add(element(in, token, inTemplate));
                case TEMPLATE_INSTANCE -> fixed(instance(in), children);
                case FRAGMENT_HEADER -> in.skip("fragment header", 3);
                case INSTRUCTION_TARGET -> children.add(instruction(in));
                default -> {
                    if (!value(in, token, inTemplate, children)) {
                        throw unexpected(offset, token, END_OF_STREAM, FRAGMENT_HEADER);
                    }
                }
            }
        }
    }

    /// Reads one part of a text, if the token starts one.
    private boolean value(Cursor in, int token, boolean inTemplate, List<Pattern> out) {
        switch (token) {
            case VALUE, VALUE | MORE -> {
                int type = in.u8("value type");
                if (type == ValueReader.BINARY_XML) {
                    fixed(nested(in.window("nested binary XML", in.u16("value length"))), out);
                } else {
                    out.add(new Pattern.Fixed(ValueReader.unsized(in, type, flaws)));
                }
            }
            case CDATA, CDATA | MORE -> out.add(text(in.utf16("CDATA section", in.u16("CDATA length"))));
            case CHARACTER, CHARACTER | MORE -> out.add(text(String.valueOf((char) in.u16("character reference"))));
            case ENTITY, ENTITY | MORE -> out.add(text(entity(name(in))));
            case NORMAL_SUBSTITUTION, OPTIONAL_SUBSTITUTION -> {
                if (!inTemplate) {
                    throw unexpected(in.offset() - 1, token, END_OF_STREAM, INSTRUCTION_DATA);
                }
                out.add(new Pattern.Slot(in.u16("substitution index")));
                in.skip("substitution type", 1); // the instance says the type that it has
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Pattern instruction(Cursor in) {
        String target = name(in);
        Cursor ahead = in.fork();
        if (ahead.u8("token") != INSTRUCTION_DATA) {
            return new Pattern.Fixed(new XmlInstruction(target, ""));
        }
        in.skip("token", 1);
        return new Pattern.Fixed(
                new XmlInstruction(target, in.utf16("instruction data", in.u16("instruction length"))));
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }

    private static Pattern text(String text) {
        return new Pattern.Fixed(new BinXmlValue.Text(text));
    }

    private static void fixed(List<XmlElement> roots, List<Pattern> out) {
        for (XmlElement root : roots) {
            out.add(new Pattern.Fixed(root));
        }
    }

    /// An element that does not depend on values is made at once, for all instances.
    private Pattern simplest(
            Cursor in, String name, List<Pattern.Attribute> attributes, List<Pattern> children, int dependency) {
        if (dependency == Pattern.NO_DEPENDENCY && isFixed(children) && areFixed(attributes)) {
            var fixed = new ArrayList<XmlAttribute>(attributes.size());
            for (Pattern.Attribute attribute : attributes) {
                if (attribute instanceof Pattern.FixedAttribute(XmlAttribute alone)) {
                    fixed.add(alone);
                }
            }
            var nodes = new ArrayList<XmlNode>(children.size());
            for (Pattern child : children) {
                if (child instanceof Pattern.Fixed(XmlNode node)) {
                    nodes.add(node);
                }
            }
            return new Pattern.Fixed(trees.made(name, fixed, nodes, in.offset()));
        }
        trees.count(1 + attributes.size() + children.size(), in.offset());
        return new Pattern.Element(name, List.copyOf(attributes), List.copyOf(children), dependency);
    }

    private static boolean areFixed(List<Pattern.Attribute> attributes) {
        for (Pattern.Attribute attribute : attributes) {
            if (!(attribute instanceof Pattern.FixedAttribute)) {
                return false;
            }
        }
        return true;
    }

    private static Pattern.Attribute attribute(String name, List<Pattern> value) {
        return isFixed(value)
                ? new Pattern.FixedAttribute(new XmlAttribute(name, TreeBuilder.parts(value, List.of())))
                : new Pattern.OpenAttribute(name, List.copyOf(value));
    }

    private static boolean isFixed(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            if (!(pattern instanceof Pattern.Fixed)) {
                return false;
            }
        }
        return true;
    }

    // ---- names ----

    /// A name is given by its place in the chunk; where it is first used, it lies right here.
    private String name(Cursor in) {
        long at = in.u32("name offset");
        String name = names.get(at);
        if (name == null) {
            name = nameAt(at);
            keptNameCharacters += name.length();
            if (keptNameCharacters <= Limits.KEPT_NAME_CHARACTERS) {
                names.put(at, name);
            } else { // read again for each use, which must not be for nothing
                trees.count(1 + name.length() / Limits.NODE_COST, in.offset());
            }
        }
        boolean isHere = at == in.offset() - chunkOffset;
        nameUses.accept(new NameUse((int) (in.offset() - chunkOffset) - 4, (int) at, isHere, name));
        if (isHere) {
            in.skip("name", NAME_HEADER_SIZE + 2L * name.length() + 2); // ends with a NUL
        }
        return name;
    }

    /// Stored are the length and a NUL behind the name; where they differ, the first of both ends it.
    private String nameAt(long place) {
        Cursor in = at(place, "name offset");
        in.skip("next name of the same hash", 4);
        in.skip("name hash", 2);
        int units = in.u16("name length");
        long offset = in.offset();
        String name = in.utf16("name", Math.min(Math.min(units, Limits.NAME_CHARACTERS + 1), in.remaining() / 2));
        int end = name.indexOf('\0');
        if (end < 0 && name.length() > Limits.NAME_CHARACTERS) {
            throw new MalformedException(new Damage.OverLimit("name", offset, Limits.NAME_CHARACTERS));
        }
        return end < 0 ? name : name.substring(0, end);
    }

    /// A cursor from a place in the chunk to the chunk's end.
    private Cursor at(long placeInChunk, String field) {
        Cursor there = Cursor.over(chunk, length, chunkOffset);
        there.skip(field, placeInChunk);
        return there;
    }

    // ---- templates ----

    private List<XmlElement> instance(Cursor in) {
        instances++;
        in.skip("template instance version", 1);
        in.skip("template id", 4);
        long definition = in.u32("template definition offset");
        Template template = template(definition);
        if (definition == in.offset() - chunkOffset) {
            in.skip("template definition", template.end() - definition);
        }
        List<Substitution> values = values(in);
        var roots = new ArrayList<XmlElement>(1);
        for (Pattern pattern : template.patterns()) {
            switch (pattern) {
                case Pattern.Element element -> roots.add(trees.build(element, values, in.offset()));
                case Pattern.Fixed(XmlElement element) -> roots.add(element);
                case Pattern.Fixed fixed -> {} // a fragment's top level holds elements only
                case Pattern.Slot slot -> {}
            }
        }
        return roots;
    }

    private Template template(long place) {
        Template known = templates.get(place);
        if (known != null) {
            return known;
        }
        Cursor in = at(place, "template definition offset");
        if (!templatesInProgress.add(place)) {
            throw new MalformedException(new Damage.OverLimit("template inside itself", in.offset(), 0));
        }
        try {
            int before = trees.nodes();
            Template template = definition(in);
            keptTemplateNodes += trees.nodes() - before;
            if (keptTemplateNodes <= Limits.KEPT_TEMPLATE_NODES) {
                templates.put(place, template);
            }
            return template;
        } finally {
            templatesInProgress.remove(place);
        }
    }

    /// Ends at its own end token: its size says nothing more, and may lie, which would cost every
    /// record that uses the template.
    private Template definition(Cursor in) {
        in.skip("next template offset", 4);
        in.skip("template GUID", 16);
        in.skip("template definition size", 4);
        List<Pattern> patterns = fragment(in, true);
        return new Template(patterns, in.offset() - chunkOffset);
    }

    /// The values of an instance: a table of sizes and types, then the bytes one behind the other.
    /// What is missing at the end is null; the record is worth having without it.
    private List<Substitution> values(Cursor in) {
        long count = in.u32("substitution count");
        Cursor table = in.window("substitution table", count * 4);
        var values = new ArrayList<Substitution>((int) count);
        boolean cut = false;
        while (table.remaining() > 0) {
            int size = table.u16("value size");
            int type = table.u8("value type");
            table.skip("value flags", 1);
            if (!cut && size > in.remaining()) {
                flaws.accept(new Damage.Truncated("value", in.offset(), size, in.remaining()));
                in.skip("value", in.remaining()); // no tokens: the values of a wrong table
                cut = true;
            }
            if (cut) {
                values.add(ValueReader.NO_VALUE);
            } else if (type == ValueReader.BINARY_XML && size > 0) {
                values.add(new Substitution.Fragment(whatIsSound(in.window("nested binary XML", size))));
            } else {
                values.add(ValueReader.sized(in, type, size, flaws));
            }
        }
        return values;
    }

    /// The elements of a nested fragment, or none if it is damaged: that costs the fragment, not the
    /// record around it. Limits hold for the record as a whole.
    private List<XmlElement> whatIsSound(Cursor in) {
        int depthHere = depth;
        try {
            return nested(in);
        } catch (MalformedException e) {
            if (e.damage() instanceof Damage.OverLimit) {
                throw e;
            }
            depth = depthHere;
            flaws.accept(e.damage());
            return List.of();
        }
    }

    private List<XmlElement> nested(Cursor in) {
        var roots = new ArrayList<XmlElement>(1);
        for (Pattern pattern : fragment(in, false)) {
            if (pattern instanceof Pattern.Fixed(XmlElement root)) {
                roots.add(root);
            }
        }
        return roots;
    }

    // ---- limits ----

    private void descend(Cursor in) {
        if (++depth > Limits.DEPTH) {
            throw new MalformedException(new Damage.OverLimit("element depth", in.offset(), Limits.DEPTH));
        }
    }

    private void ascend() {
        depth--;
    }

    private static MalformedException unexpected(long offset, int token, int min, int max) {
        return new MalformedException(new Damage.OutOfRange("token", offset, token, min, max));
    }
}
