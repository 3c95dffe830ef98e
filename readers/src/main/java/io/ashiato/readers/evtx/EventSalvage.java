package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Makes the event of a recovered record: what proves itself is read with its names, of the rest the
/// values alone, as `Data` elements without names in an `EventData`, in their order.
final class EventSalvage {
    private static final List<XmlAttribute> NO_ATTRIBUTES = List.of();

    /// In an instance: behind its token, a version byte and the template's id.
    private static final int DEFINITION_OFFSET_AT = 6;

    private final byte[] chunk;
    private final int length;
    private final BinXmlReader binXml;
    private final RecoveryEffort effort;

    EventSalvage(byte[] chunk, int length, long offset, RecoveryEffort effort) {
        this.chunk = chunk;
        this.length = length;
        this.binXml = new BinXmlReader(chunk, length, offset);
        this.effort = effort;
    }

    /// The event of a record whose own template and names are there.
    ///
    /// @param body the record's binary XML
    /// @param doubts what is found to be wrong is added
    XmlElement event(Cursor body, FragmentLayout layout, Set<RecoveryDoubt> doubts) {
        List<FragmentLayout.Value> apart = valuesApart(layout);
        Optional<XmlElement> named;
        try (var patches = new Patches(chunk)) {
            apart.forEach(value -> patches.put(value.descriptorAt() + 2, (byte) ValueReader.NULL));
            relink(layout, patches);
            named = read(body, doubts);
        }
        if (named.isEmpty()) {
            return withoutNames(layout, doubts);
        }
        if (apart.isEmpty()) {
            return named.get();
        }
        var content = new Content(doubts);
        try (var patches = new Patches(chunk)) {
            relink(layout, patches);
            apart.forEach(value -> value.nested().forEach(content::add));
        }
        var children = new ArrayList<>(named.get().children());
        children.addAll(content.children());
        return new XmlElement(named.get().name(), named.get().attributes(), children);
    }

    /// The event of any other record.
    XmlElement withoutNames(FragmentLayout layout, Set<RecoveryDoubt> doubts) {
        var content = new Content(doubts);
        try (var patches = new Patches(chunk)) {
            relink(layout, patches);
            content.add(layout);
        }
        return new XmlElement("Event", NO_ATTRIBUTES, content.children());
    }

    /// Fragments that cannot be read where they stand: cut ones, and those that lost their names.
    private static List<FragmentLayout.Value> valuesApart(FragmentLayout layout) {
        var apart = new ArrayList<FragmentLayout.Value>();
        for (FragmentLayout.Part part : layout.parts()) {
            for (FragmentLayout.Value value : part.values()) {
                if (value.isCut() || !value.nested().stream().allMatch(FragmentLayout::isNamedThroughout)) {
                    apart.add(value);
                }
            }
        }
        return apart;
    }

    /// Leads instances whose template lies elsewhere to that place.
    private static void relink(FragmentLayout layout, Patches patches) {
        for (FragmentLayout.Part part : layout.parts()) {
            part.templateAt().ifPresent(place -> patches.putInt(part.at() + DEFINITION_OFFSET_AT, place));
            part.values().forEach(value -> value.nested().forEach(nested -> relink(nested, patches)));
        }
    }

    /// What the reader of sound records makes of it, within what may still be spent.
    private Optional<XmlElement> read(Cursor fragment, Set<RecoveryDoubt> doubts) {
        long reserve = (long) fragment.remaining() * Limits.RESERVE_PER_BYTE;
        long left = Math.max(reserve, effort.left());
        int mostNodes = (int) Math.min(left / Limits.NODE_COST, Limits.RECORD_NODES);
        try {
            XmlElement element = binXml.record(fragment, mostNodes, flaw -> doubts.add(because(flaw)));
            if (element.unfolded() <= left) {
                effort.spend(element.unfolded());
                return Optional.of(element);
            }
        } catch (MalformedException e) {
            // Told below: it costs the names, not the values.
        } finally {
            effort.spend((long) binXml.nodes() * Limits.NODE_COST);
        }
        doubts.add(RecoveryDoubt.BODY_UNREADABLE);
        return Optional.empty();
    }

    private static RecoveryDoubt because(Damage flaw) {
        return flaw instanceof Damage.Truncated ? RecoveryDoubt.CUT : RecoveryDoubt.VALUE_DAMAGED;
    }

    /// What becomes of fragments whose names are lost: values, and elements that lie in between and
    /// can still be read.
    private final class Content {
        private final List<XmlElement> data = new ArrayList<>();
        private final List<XmlElement> elements = new ArrayList<>();
        private final Set<RecoveryDoubt> doubts;

        Content(Set<RecoveryDoubt> doubts) {
            this.doubts = doubts;
        }

        void add(FragmentLayout fragment) {
            for (FragmentLayout.Part part : fragment.parts()) {
                if (part.values().isEmpty() && part.doubts().contains(RecoveryDoubt.CUT)) {
                    continue; // names alone would look like empty values
                }
                Optional<XmlElement> element =
                        part.isNamedThroughout() ? read(window(part.at(), part.end()), doubts) : Optional.empty();
                element.ifPresentOrElse(elements::add, () -> part.values().forEach(this::add));
            }
        }

        private void add(FragmentLayout.Value value) {
            if (!value.nested().isEmpty()) {
                value.nested().forEach(this::add);
                return;
            }
            Consumer<Damage> flaws = flaw -> doubts.add(because(flaw));
            Cursor in = window(value.at(), value.at() + value.size());
            BinXmlValue read = value.type() == ValueReader.BINARY_XML
                    ? ValueReader.NO_VALUE // empty, or else it is nested
                    : ValueReader.sized(in, value.type(), value.size(), flaws);
            effort.spend(read.length());
            data.add(new XmlElement("Data", NO_ATTRIBUTES, read.isEmpty() ? List.of() : List.of(read)));
        }

        List<XmlElement> children() {
            var children = new ArrayList<XmlElement>();
            if (!data.isEmpty()) {
                children.add(new XmlElement("EventData", NO_ATTRIBUTES, data));
            }
            children.addAll(elements);
            return children;
        }

        private Cursor window(int from, int to) {
            Cursor in = Cursor.over(chunk, Math.min(to, length), 0);
            in.skip("part", from);
            return in;
        }
    }
}
