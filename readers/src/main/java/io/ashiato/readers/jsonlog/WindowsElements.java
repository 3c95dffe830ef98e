package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.WindowsRecord;
import java.util.Optional;
import java.util.Set;

/// A Windows record whose XML became objects: `System` and `EventData` or `UserData`, with or without an `Event`
/// around them. So write evtx_dump, `ashiato dump`, Velociraptor and the common converters of XML.
///
/// Attributes stand under `#attributes` (or another of the converters' names), text beside them under `#text`.
/// Fields get the names that [io.ashiato.readers.evtx.EvtxEvents] gives them.
final class WindowsElements extends RecordShape {
    private static final Set<String> ATTRIBUTES = Set.of("#attributes", "@attributes", "_attributes", "$");
    private static final Set<String> TEXT = Set.of("#text", "_text", "_");

    /// Velociraptor writes `"EventID": {"Value": 1}`; the other converters name the value of a `Data` so.
    private static final String VALUE = "Value";

    private static final String SYSTEM = "System";
    private static final String EVENT_DATA = "EventData";
    private static final String RENDERING_INFO = "RenderingInfo";

    WindowsElements(int number) {
        super(number);
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.has(Mark.SYSTEM_ELEMENT);
    }

    @Override
    FieldRole role(FieldPath path) {
        if (path.depth() == 1) {
            return topLevel(path.name());
        }
        String name = isText(path) ? element(path.parent()) : nameOf(path);
        return switch (path.ancestor(1).name()) {
            case SYSTEM -> name.isEmpty() ? FieldRole.NOTHING : FieldRole.system(systemName(path));
            case RENDERING_INFO ->
                FieldRole.data(isAttribute(path) && path.depth() <= 3 ? name : RENDERING_INFO + "_" + name);
            case EVENT_DATA -> isAttribute(path) && path.depth() <= 3 ? FieldRole.NOTHING : FieldRole.data(name);
            default ->
                name.isEmpty() || ATTRIBUTES.contains(path.ancestor(1).name())
                        ? FieldRole.NOTHING
                        : FieldRole.data(name);
        };
    }

    /// What stands beside System and is no object: the envelope of a tool, or an element with nothing in it.
    private static FieldRole topLevel(String name) {
        return switch (name) {
            case SYSTEM, "UserData", "xmlns" -> FieldRole.NOTHING;
            case "Message" -> FieldRole.present(RENDERING_INFO + "_Message");
            default -> FieldRole.present(name);
        };
    }

    /// The name of a leaf: its own, behind that of its element where it is an attribute.
    private static String nameOf(FieldPath path) {
        if (!isAttribute(path)) {
            return path.name();
        }
        String attribute = plain(path.name());
        return attribute.startsWith("xmlns") ? "" : element(attributeOwner(path)) + "_" + attribute;
    }

    /// System has but elements with text or attributes; some converters write both alike.
    private static String systemName(FieldPath path) {
        FieldPath leaf = isText(path) ? path.parent() : path;
        FieldPath element = leaf.ancestor(2);
        return leaf.depth() <= 2 ? element(element) : element(element) + "_" + plain(leaf.name());
    }

    private static String element(FieldPath path) {
        return path.name();
    }

    private static boolean isText(FieldPath path) {
        return path.depth() > 1
                && (TEXT.contains(path.name())
                        || (path.name().equals(VALUE) && path.depth() == 3 && isIn(path, SYSTEM)));
    }

    private static boolean isIn(FieldPath path, String element) {
        return path.ancestor(1).name().equals(element);
    }

    private static boolean isAttribute(FieldPath path) {
        return path.name().startsWith("@") || ATTRIBUTES.contains(path.parent().name());
    }

    private static FieldPath attributeOwner(FieldPath path) {
        return path.name().startsWith("@") ? path.parent() : path.parent().parent();
    }

    private static String plain(String attribute) {
        return attribute.startsWith("@") ? attribute.substring(1) : attribute;
    }

    /// Moves values that stand beside their names, `{"@Name": "Image", "#text": "C:\\..."}`, to the places of that
    /// name.
    private static void nameData(FlatRecord record) {
        for (int i = 0; i < record.count(); i++) {
            FieldPath name = record.path(i);
            if ((name.marks() & Mark.DATA_NAME) == 0) {
                continue;
            }
            FieldPath eventData = name.ancestor(1);
            if (i + 1 < record.count()
                    && isValueOf(record.path(i + 1), name)
                    && !record.text(i).isEmpty()) {
                record.move(i + 1, eventData.child(record.text(i)));
            }
            record.move(i, eventData.child("#attributes").child("Name")); // no field of its own
        }
    }

    private static boolean isValueOf(FieldPath value, FieldPath name) {
        return value.depth() == 3
                && value.parent() == name.ancestor(2)
                && (isText(value) || value.name().equals(VALUE));
    }

    @Override
    Optional<FieldPlan> plan(LineForm form) {
        return (form.marks() & Mark.DATA_NAME) == 0
                ? Optional.of(new FieldPlan.Builder(this, form.places()).build())
                : Optional.empty(); // values are names of fields
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var system = new Fields.Builder();
        var data = new Fields.Builder();
        record.dropNumbers();
        if (record.has(Mark.DATA_NAME)) {
            nameData(record);
        }
        record.collect(this, system, data);
        Fields envelope = system.build();
        return new WindowsRecord(
                        envelope.first("TimeCreated_SystemTime").flatMap(LogTime::parse), envelope, data.build())
                .event(item, offset, number);
    }
}
