package io.ashiato.readers.evtx;

import io.ashiato.bytes.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes [JsonCode] of a template, which writes what [EvtxJson] writes of the tree.
///
/// Whatever depends on values in a way that real templates do not know (two members of one name, a text in two
/// parts, a `Data` whose name is a value) is not compiled but left to the plain reader.
final class JsonCompiler {
    private static final String ATTRIBUTES_OF_OBJECT = "\"#attributes\":{";
    private static final int ATTRIBUTES_OF_LEAF = ATTRIBUTES_OF_OBJECT.length() + 1;

    private final List<int[]> steps = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final StringBuilder pending = new StringBuilder();
    private final List<Set<String>> keys = new ArrayList<>();
    private final Map<Integer, Integer> uses = new HashMap<>();

    private JsonCompiler() {}

    /// Code for a record of which this is the outermost template: an object with one member, and a line feed.
    static JsonCode record(TemplateDefinition template) {
        var compiler = new JsonCompiler();
        try {
            for (Pattern pattern : template.patterns()) {
                if (isElement(pattern)) {
                    compiler.pending.append('{');
                    compiler.key(name(pattern));
                    compiler.element(pattern, false);
                    compiler.pending.append("}\n");
                    return compiler.code(Set.of());
                }
            }
            return JsonCode.NONE;
        } catch (NotCompiledException e) {
            return JsonCode.NONE;
        }
    }

    /// Code for a template inside a record: its elements as members.
    static JsonCode members(TemplateDefinition template) {
        var compiler = new JsonCompiler();
        var names = new HashSet<String>();
        try {
            for (Pattern pattern : template.patterns()) {
                if (isElement(pattern)) {
                    compiler.member(pattern, names);
                }
            }
            return names.isEmpty() ? JsonCode.NONE : compiler.code(names);
        } catch (NotCompiledException e) {
            return JsonCode.NONE;
        }
    }

    private JsonCode code(Set<String> names) {
        step(JsonCode.END, 0, 0);
        int[] flat = steps.stream().flatMapToInt(Arrays::stream).toArray();
        int most = uses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new JsonCode(flat, text.toByteArray(), List.copyOf(keys), Set.copyOf(names), most);
    }

    // ---- steps ----

    private int step(int what, int a, int b) {
        byte[] fixed = pending.toString().getBytes(StandardCharsets.UTF_8);
        steps.add(new int[] {what, a, b, text.size(), fixed.length});
        text.writeBytes(fixed);
        pending.setLength(0);
        return steps.size() - 1;
    }

    private void valueStep(int what, int slot, int b) {
        uses.merge(slot, 1, Integer::sum);
        step(what, slot, b);
    }

    /// A place to jump to: fixed text before it is written by those who come by, not by those who jump.
    private int here() {
        if (!pending.isEmpty()) {
            step(JsonCode.TEXT, 0, 0);
        }
        return steps.size() * JsonCode.WIDTH;
    }

    private void jumpHere(int step) {
        int target = here();
        steps.get(step)[2] = target;
    }

    private void close() {
        int last = pending.length() - 1;
        if (last >= 0 && pending.charAt(last) == ',') {
            pending.setCharAt(last, '}');
        } else {
            step(JsonCode.CLOSE, 0, 0);
        }
    }

    private void key(String name) {
        JsonText.quote(pending, name);
        pending.append(':');
    }

    // ---- elements ----

    private static boolean isElement(Pattern pattern) {
        return pattern instanceof Pattern.Element || pattern instanceof Pattern.Fixed(XmlElement element);
    }

    private static String name(Pattern element) {
        return switch (element) {
            case Pattern.Element(String name, var a, var c, int d) -> name;
            case Pattern.Fixed(XmlElement fixed) -> fixed.name();
            case Pattern.Fixed fixed -> "";
            case Pattern.Slot slot -> "";
        };
    }

    private void member(Pattern pattern, Set<String> taken) throws NotCompiledException {
        String name = name(pattern);
        take(name, taken);
        key(name);
        element(pattern, EvtxJson.isDataContainer(name));
        pending.append(',');
    }

    private static void take(String key, Set<String> taken) throws NotCompiledException {
        if (EvtxJson.isReserved(key) || !taken.add(key)) {
            throw new NotCompiledException();
        }
    }

    private void element(Pattern pattern, boolean isContainer) throws NotCompiledException {
        if (pattern instanceof Pattern.Fixed(XmlElement fixed)) {
            pending.append(EvtxJson.value(fixed, isContainer));
            return;
        }
        if (!(pattern instanceof Pattern.Element element)) {
            throw new NotCompiledException();
        }
        List<Pattern> children = children(element);
        if (children.stream().anyMatch(JsonCompiler::isElement)) {
            object(element, children, isContainer);
        } else {
            leaf(element, children, isContainer);
        }
    }

    /// The children that show: no instructions, no empty values.
    private static List<Pattern> children(Pattern.Element element) {
        var children = new ArrayList<Pattern>();
        for (Pattern child : element.children()) {
            boolean shows = switch (child) {
                case Pattern.Fixed(BinXmlValue value) -> !value.isEmpty();
                case Pattern.Fixed(XmlInstruction instruction) -> false;
                case Pattern.Fixed fixed -> true;
                case Pattern.Element inner -> true;
                case Pattern.Slot slot -> true;
            };
            if (shows) {
                children.add(child);
            }
        }
        return children;
    }

    /// An element without elements inside, unless a value brings some.
    private void leaf(Pattern.Element element, List<Pattern> children, boolean isContainer)
            throws NotCompiledException {
        List<Pattern.Attribute> attributes = attributes(element.attributes());
        if (attributes.isEmpty()) {
            content(children, isContainer, JsonCode.ELEMENT);
            return;
        }
        attributes("{" + ATTRIBUTES_OF_OBJECT, attributes);
        if (children.isEmpty()) {
            step(JsonCode.EMPTY_LEAF, 0, ATTRIBUTES_OF_LEAF);
        } else if (children.size() == 1 && children.getFirst() instanceof Pattern.Slot(int slot)) {
            valueStep(JsonCode.LEAF, slot, ATTRIBUTES_OF_LEAF);
        } else {
            throw new NotCompiledException();
        }
    }

    /// All that an element without attributes holds.
    private void content(List<Pattern> children, boolean isContainer, int form) throws NotCompiledException {
        if (children.isEmpty()) {
            pending.append(form == JsonCode.DATA ? "\"\"" : "null");
        } else if (children.size() == 1 && children.getFirst() instanceof Pattern.Slot(int slot)) {
            // A container names the members of a fragment otherwise if they are `Data`.
            keys.add(isContainer ? Set.of(EvtxJson.DATA) : Set.of());
            valueStep(JsonCode.CONTENT, slot, form | (keys.size() - 1) << 1);
        } else {
            fixedText(children);
        }
    }

    private void fixedText(List<Pattern> children) throws NotCompiledException {
        var values = new ArrayList<BinXmlValue>();
        for (Pattern child : children) {
            if (!(child instanceof Pattern.Fixed(BinXmlValue value))) {
                throw new NotCompiledException();
            }
            values.add(value);
        }
        pending.append(EvtxJson.content(values));
    }

    /// An element with elements inside.
    private void object(Pattern.Element element, List<Pattern> children, boolean isContainer)
            throws NotCompiledException {
        pending.append('{');
        List<Pattern.Attribute> attributes = attributes(element.attributes());
        if (!attributes.isEmpty()) {
            attributes(ATTRIBUTES_OF_OBJECT, attributes);
            if (attributes.stream().allMatch(Pattern.FixedAttribute.class::isInstance)) {
                close();
                pending.append(',');
            } else {
                step(JsonCode.ATTRIBUTES, 0, ATTRIBUTES_OF_OBJECT.length());
            }
        }
        var taken = new HashSet<String>();
        if (isContainer) {
            container(children, taken);
        } else {
            boolean hasFragment = false;
            for (Pattern child : children) {
                if (child instanceof Pattern.Slot(int slot)) {
                    if (hasFragment) {
                        throw new NotCompiledException(); // two of them may name the same
                    }
                    hasFragment = true;
                    keys.add(taken); // and what is added to it until the object ends
                    valueStep(JsonCode.MEMBERS, slot, keys.size() - 1);
                } else if (isElement(child)) {
                    optional(child, () -> member(child, taken));
                } else {
                    throw new NotCompiledException();
                }
            }
        }
        close();
    }

    /// Opens the object of the attributes and writes them, each with a comma behind it.
    private void attributes(String opening, List<Pattern.Attribute> attributes) throws NotCompiledException {
        var taken = new HashSet<String>();
        pending.append(opening);
        for (Pattern.Attribute attribute : attributes) {
            switch (attribute) {
                case Pattern.FixedAttribute(XmlAttribute fixed) -> {
                    attributeKey(fixed.name(), taken);
                    pending.append(EvtxJson.content(fixed.value())).append(',');
                }
                case Pattern.OpenAttribute open -> {
                    int before = utf8Length();
                    attributeKey(open.name(), taken);
                    valueStep(JsonCode.ATTRIBUTE, slot(open), utf8Length() - before);
                }
            }
        }
    }

    private int utf8Length() {
        return pending.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private void attributeKey(String name, Set<String> taken) throws NotCompiledException {
        if (!taken.add(name)) {
            throw new NotCompiledException();
        }
        key(name);
    }

    /// The attributes that may show.
    private static List<Pattern.Attribute> attributes(List<Pattern.Attribute> all) {
        return all.stream()
                .filter(attribute ->
                        !(attribute instanceof Pattern.FixedAttribute(XmlAttribute fixed) && fixed.isEmpty()))
                .toList();
    }

    private static int slot(Pattern.OpenAttribute attribute) throws NotCompiledException {
        return attribute.onlySlot().orElseThrow(NotCompiledException::new);
    }

    private interface Part {
        void write() throws NotCompiledException;
    }

    /// Writes an element unless the value that it depends on is null.
    private void optional(Pattern pattern, Part part) throws NotCompiledException {
        if (pattern instanceof Pattern.Element element && element.dependency() != Pattern.NO_DEPENDENCY) {
            int toEnd = step(JsonCode.IF_NULL, element.dependency(), 0);
            part.write();
            jumpHere(toEnd);
        } else {
            part.write();
        }
    }

    // ---- EventData and UserData ----

    private void container(List<Pattern> children, Set<String> taken) throws NotCompiledException {
        List<Pattern> unnamed = children.stream()
                .filter(child -> isData(child) && dataName(child).isEmpty())
                .toList();
        boolean unnamedWritten = false;
        for (Pattern child : children) {
            if (!isElement(child)) {
                throw new NotCompiledException();
            }
            if (!isData(child)) {
                optional(child, () -> member(child, taken));
            } else if (!dataName(child).isEmpty()) {
                optional(child, () -> namedData(child, taken));
            } else if (!unnamedWritten) {
                unnamedWritten = true;
                optional(child, () -> unnamedData(unnamed, taken));
            }
        }
    }

    private void namedData(Pattern data, Set<String> taken) throws NotCompiledException {
        take(dataName(data), taken);
        key(dataName(data));
        dataContent(data);
        pending.append(',');
    }

    private void unnamedData(List<Pattern> unnamed, Set<String> taken) throws NotCompiledException {
        if (unnamed.size() != 1) {
            throw new NotCompiledException();
        }
        take(EvtxJson.DATA, taken);
        key(EvtxJson.DATA);
        pending.append("{\"#text\":");
        dataContent(unnamed.getFirst());
        pending.append("},");
    }

    private void dataContent(Pattern data) throws NotCompiledException {
        if (data instanceof Pattern.Fixed(XmlElement fixed)) {
            pending.append(EvtxJson.dataValue(fixed));
            return;
        }
        if (!(data instanceof Pattern.Element element)) {
            throw new NotCompiledException();
        }
        List<Pattern> children = children(element);
        for (Pattern.Attribute attribute : attributes(element.attributes())) {
            boolean isName = attribute instanceof Pattern.FixedAttribute(XmlAttribute fixed)
                    && fixed.name().equals(EvtxJson.NAME);
            if (!isName) { // a further attribute, or a name that is a value
                throw new NotCompiledException();
            }
        }
        if (children.stream().anyMatch(JsonCompiler::isElement)) {
            throw new NotCompiledException();
        }
        content(children, false, JsonCode.DATA);
    }

    private static boolean isData(Pattern pattern) {
        return name(pattern).equals(EvtxJson.DATA);
    }

    /// The fixed name of a `Data`; a name that is a value cannot be a key.
    private static String dataName(Pattern data) {
        return switch (data) {
            case Pattern.Fixed(XmlElement fixed) -> EvtxJson.dataName(fixed);
            case Pattern.Element element -> {
                for (Pattern.Attribute attribute : element.attributes()) {
                    if (attribute instanceof Pattern.FixedAttribute(XmlAttribute fixed)
                            && fixed.name().equals(EvtxJson.NAME)) {
                        yield fixed.text();
                    }
                }
                yield "";
            }
            case Pattern.Fixed fixed -> "";
            case Pattern.Slot slot -> "";
        };
    }
}
