package io.ashiato.readers.evtx;

import io.ashiato.model.Fields;
import java.util.ArrayList;
import java.util.List;

/// Makes [FieldCode] of a template.
///
/// Whatever real templates do not have (names that are values, elements that depend on two values) is left to the
/// plain reader.
final class FieldCompiler {
    private static final int ALWAYS = -1;
    private static final int NONE = -1;

    /// Of all names and constants; the largest template of the public corpora has a few thousand.
    private static final int MOST_CHARACTERS = 1 << 16;

    private final List<FieldCode.Field> fields = new ArrayList<>();
    private int characters;
    private int timeSlot = NONE;
    private boolean hasSystem;
    private boolean hasTimeCreated;

    private FieldCompiler() {}

    /// Code for a record of which this is the outermost template: the parts are inside its root.
    static FieldCode record(TemplateDefinition template) {
        for (Pattern pattern : template.patterns()) {
            if (pattern instanceof Pattern.Element root) {
                return compiled(root.children());
            }
            if (pattern instanceof Pattern.Fixed(XmlElement root)) {
                return FieldCode.NONE; // an event without a single value
            }
        }
        return FieldCode.NONE;
    }

    /// Code for a template inside a record: its roots are parts of the event.
    static FieldCode parts(TemplateDefinition template) {
        return compiled(roots(template));
    }

    /// Code for a template inside a part of a record: its roots are fields.
    static FieldCode leaves(TemplateDefinition template) {
        var compiler = new FieldCompiler();
        List<Pattern> roots = roots(template);
        try {
            compiler.leaves(roots, "", ALWAYS);
        } catch (NotCompiledException e) {
            return FieldCode.NONE;
        }
        return new FieldCode(List.copyOf(compiler.fields), NONE, false, !roots.isEmpty());
    }

    private static List<Pattern> roots(TemplateDefinition template) {
        return template.patterns().stream()
                .filter(pattern -> pattern instanceof Pattern.Element || pattern instanceof Pattern.Fixed)
                .map(FieldCompiler::undepending)
                .toList();
    }

    /// The root of a template is there whatever its value says.
    private static Pattern undepending(Pattern root) {
        return root instanceof Pattern.Element(String name, var attributes, var children, int dependency)
                ? new Pattern.Element(name, attributes, children, Pattern.NO_DEPENDENCY)
                : root;
    }

    private static FieldCode compiled(List<Pattern> parts) {
        var compiler = new FieldCompiler();
        try {
            for (Pattern part : parts) {
                compiler.part(part);
            }
        } catch (NotCompiledException e) {
            return FieldCode.NONE;
        }
        if (parts.isEmpty() || compiler.hasSystem != (compiler.timeSlot != NONE)) {
            return FieldCode.NONE; // System always tells the time
        }
        return new FieldCode(List.copyOf(compiler.fields), compiler.timeSlot, compiler.hasSystem, true);
    }

    private void add(FieldCode.Field field) throws NotCompiledException {
        fields.add(field);
        characters += switch (field) {
            case FieldCode.Fixed(String name, String value, boolean isSystem, int guard) ->
                name.length() + value.length();
            case FieldCode.Valued valued -> valued.name().length();
            case FieldCode.Content content -> content.name().length();
            case FieldCode.Part part -> 0;
        };
        if (characters > MOST_CHARACTERS) {
            throw new NotCompiledException();
        }
    }

    private void part(Pattern part) throws NotCompiledException {
        switch (part) {
            case Pattern.Slot(int slot) -> add(new FieldCode.Part(slot));
            case Pattern.Fixed(XmlElement element) -> fixedPart(element);
            case Pattern.Fixed nothing -> {}
            case Pattern.Element element -> {
                int guard = guard(element, ALWAYS);
                switch (element.name()) {
                    case EvtxEvents.SYSTEM -> {
                        if (hasSystem || guard != ALWAYS) {
                            throw new NotCompiledException();
                        }
                        hasSystem = true;
                        system(element, guard);
                    }
                    case EvtxEvents.EVENT_DATA -> eventData(element, guard);
                    case EvtxEvents.RENDERING_INFO -> {
                        attributes(element, element.name(), false, guard);
                        leaves(element.children(), EvtxEvents.RENDERING_INFO + "_", guard);
                    }
                    default -> anyPart(element, guard);
                }
            }
        }
    }

    private void fixedPart(XmlElement element) throws NotCompiledException {
        if (element.name().equals(EvtxEvents.SYSTEM)) {
            throw new NotCompiledException();
        }
        var found = new Fields.Builder();
        EvtxEvents.data(element, found);
        fixed(found, false, ALWAYS);
    }

    private void fixed(Fields.Builder found, boolean isSystem, int guard) throws NotCompiledException {
        Fields all = found.build();
        for (int i = 0; i < all.size(); i++) {
            add(new FieldCode.Fixed(all.name(i), all.value(i), isSystem, guard));
        }
    }

    /// The value that must not be null for the element to be there.
    private static int guard(Pattern.Element element, int outer) throws NotCompiledException {
        if (element.dependency() == Pattern.NO_DEPENDENCY) {
            return outer;
        }
        if (outer != ALWAYS) {
            throw new NotCompiledException();
        }
        return element.dependency();
    }

    // ---- System ----

    private void system(Pattern.Element parent, int outer) throws NotCompiledException {
        for (Pattern child : parent.children()) {
            switch (child) {
                case Pattern.Fixed(XmlElement element) -> {
                    if (element.name().equals(EvtxEvents.TIME_CREATED)) {
                        throw new NotCompiledException();
                    }
                    var found = new Fields.Builder();
                    EvtxEvents.system(new XmlElement("", List.of(), List.of(element)), found);
                    fixed(found, true, outer);
                }
                case Pattern.Fixed text -> {}
                case Pattern.Slot slot -> throw new NotCompiledException(); // may be elements
                case Pattern.Element element -> {
                    int guard = guard(element, outer);
                    if (element.name().equals(EvtxEvents.TIME_CREATED)) {
                        time(element, guard);
                    }
                    text(element, element.name(), true, false, false, guard);
                    attributes(element, element.name(), true, guard);
                    if (hasElements(element)) {
                        throw new NotCompiledException();
                    }
                }
            }
        }
    }

    private void time(Pattern.Element element, int guard) throws NotCompiledException {
        if (guard != ALWAYS || hasTimeCreated) {
            throw new NotCompiledException();
        }
        hasTimeCreated = true;
        for (Pattern.Attribute attribute : element.attributes()) {
            switch (attribute) {
                case Pattern.FixedAttribute(XmlAttribute fixed) -> {
                    if (fixed.name().equals(EvtxEvents.SYSTEM_TIME)) {
                        throw new NotCompiledException();
                    }
                }
                case Pattern.OpenAttribute open -> {
                    if (open.name().equals(EvtxEvents.SYSTEM_TIME)) {
                        if (timeSlot != NONE) {
                            throw new NotCompiledException();
                        }
                        timeSlot = slot(open);
                    }
                }
            }
        }
    }

    // ---- the other parts ----

    private void eventData(Pattern.Element eventData, int outer) throws NotCompiledException {
        for (Pattern child : eventData.children()) {
            switch (child) {
                case Pattern.Fixed fixed -> {
                    var found = new Fields.Builder();
                    EvtxEvents.data(new XmlElement(eventData.name(), List.of(), List.of(fixed.node())), found);
                    fixed(found, false, outer);
                }
                case Pattern.Slot(int slot) ->
                    add(new FieldCode.Valued(eventData.name(), slot, false, false, false, outer));
                case Pattern.Element element -> {
                    int guard = guard(element, outer);
                    if (!EvtxEvents.isData(element.name())) {
                        leaf(element, "", guard);
                    } else if (hasElements(element)) {
                        throw new NotCompiledException();
                    } else {
                        text(element, dataName(element), false, true, true, guard);
                    }
                }
            }
        }
    }

    private static String dataName(Pattern.Element data) throws NotCompiledException {
        for (Pattern.Attribute attribute : data.attributes()) {
            switch (attribute) {
                case Pattern.FixedAttribute(XmlAttribute fixed) -> {
                    if (fixed.name().equals(EvtxJson.NAME)) {
                        return fixed.text().isEmpty() ? data.name() : fixed.text();
                    }
                }
                case Pattern.OpenAttribute open -> {
                    if (open.name().equals(EvtxJson.NAME)) {
                        throw new NotCompiledException();
                    }
                }
            }
        }
        return data.name();
    }

    /// UserData and whatever else stands beside System.
    private void anyPart(Pattern.Element part, int guard) throws NotCompiledException {
        if (part.children().size() == 1 && part.children().getFirst() instanceof Pattern.Slot(int slot)) {
            attributes(part, part.name(), false, guard);
            add(new FieldCode.Content(part.name(), slot, guard));
        } else {
            inside(part, "", guard);
        }
    }

    private void inside(Pattern.Element parent, String prefix, int guard) throws NotCompiledException {
        attributes(parent, prefix + parent.name(), false, guard);
        text(parent, prefix + parent.name(), false, false, false, guard);
        leaves(parent.children(), prefix, guard);
    }

    private void leaves(List<Pattern> children, String prefix, int outer) throws NotCompiledException {
        for (Pattern child : children) {
            switch (child) {
                case Pattern.Fixed(XmlElement element) -> {
                    var found = new Fields.Builder();
                    EvtxEvents.leaf(element, prefix, found);
                    fixed(found, false, outer);
                }
                case Pattern.Fixed text -> {}
                case Pattern.Slot slot -> {} // as text it was dealt with; as fragment it is refused there
                case Pattern.Element element -> leaf(element, prefix, guard(element, outer));
            }
        }
    }

    private void leaf(Pattern.Element element, String prefix, int guard) throws NotCompiledException {
        if (!hasElements(element)) {
            text(element, prefix + element.name(), false, true, false, guard);
            attributes(element, prefix + element.name(), false, guard);
        } else if (hasElementsAlways(element)) {
            inside(element, prefix, guard);
        } else {
            throw new NotCompiledException(); // with elements or without, it is another thing
        }
    }

    private static boolean hasElements(Pattern.Element element) {
        return element.children().stream()
                .anyMatch(
                        child -> child instanceof Pattern.Element || child instanceof Pattern.Fixed(XmlElement inner));
    }

    private static boolean hasElementsAlways(Pattern.Element element) {
        return element.children().stream()
                .anyMatch(child -> child instanceof Pattern.Fixed(XmlElement inner)
                        || (child instanceof Pattern.Element open && open.dependency() == Pattern.NO_DEPENDENCY));
    }

    // ---- texts and attributes ----

    /// The text between the tags as a field.
    private void text(
            Pattern.Element element, String name, boolean isSystem, boolean staysEmpty, boolean repeats, int guard)
            throws NotCompiledException {
        var fixedText = new StringBuilder();
        int slot = -1;
        for (Pattern child : element.children()) {
            switch (child) {
                case Pattern.Fixed(BinXmlValue value) -> fixedText.append(value.text());
                case Pattern.Fixed nothing -> {}
                case Pattern.Element inner -> {}
                case Pattern.Slot(int index) -> {
                    if (slot >= 0) {
                        throw new NotCompiledException();
                    }
                    slot = index;
                }
            }
        }
        if (slot >= 0 && !fixedText.isEmpty()) {
            throw new NotCompiledException();
        }
        if (slot >= 0) {
            add(new FieldCode.Valued(name, slot, isSystem, staysEmpty, repeats, guard));
        } else if (staysEmpty || !fixedText.isEmpty()) {
            add(new FieldCode.Fixed(name, fixedText.toString(), isSystem, guard));
        }
    }

    private void attributes(Pattern.Element element, String name, boolean isSystem, int guard)
            throws NotCompiledException {
        for (Pattern.Attribute attribute : element.attributes()) {
            switch (attribute) {
                case Pattern.FixedAttribute(XmlAttribute fixed) -> {
                    if (!fixed.isEmpty() && EvtxEvents.isFact(fixed.name())) {
                        add(new FieldCode.Fixed(name + "_" + fixed.name(), fixed.text(), isSystem, guard));
                    }
                }
                case Pattern.OpenAttribute open -> {
                    if (EvtxEvents.isFact(open.name())) {
                        add(new FieldCode.Valued(name + "_" + open.name(), slot(open), isSystem, false, false, guard));
                    }
                }
            }
        }
    }

    private static int slot(Pattern.OpenAttribute attribute) throws NotCompiledException {
        return attribute.onlySlot().orElseThrow(NotCompiledException::new);
    }
}
