package io.ashiato.readers.evtx;

import io.ashiato.model.FieldNames;
import org.jspecify.annotations.Nullable;

/// A record whose fields lie where a [RecordForm] says.
final class FormedRecord extends LaneRecord {
    private @Nullable RecordForm form;
    private int innerBase;

    FormedRecord(InstanceReader<FieldCodes> instances, ValueTexts texts, RecentTexts recent) {
        super(instances, texts, recent);
    }

    /// Turns to a record whose values were just read; those of the first template from number 0 on.
    ///
    /// @param base number of the first value of the second template
    void turnTo(RecordForm next, int base) {
        form = next;
        innerBase = base;
    }

    private RecordForm form() {
        if (form == null) {
            throw new IllegalStateException("no record was read");
        }
        return form;
    }

    private int base(RecordForm of, int field) {
        return of.isInner(field) ? innerBase : 0;
    }

    @Override
    public FieldNames names() {
        return form().names();
    }

    @Override
    public boolean has(int field) {
        RecordForm here = form();
        int base = base(here, field);
        int guard = here.guard(field);
        if (guard >= 0 && instances.slots().isNull(base + guard)) {
            return false;
        }
        int slot = here.slot(field);
        return slot < 0 || here.staysEmpty(field) || !instances.slots().isEmpty(base + slot);
    }

    @Override
    public int kind(int field) {
        RecordForm here = form();
        int slot = here.slot(field);
        int kind = slot < 0 ? TEXT_ONLY : instances.slots().kind(base(here, field) + slot);
        return SlotTable.isEmptyKind(kind) ? TEXT_ONLY : kind;
    }

    @Override
    public int at(int field) {
        RecordForm here = form();
        return instances.slots().at(base(here, field) + here.slot(field));
    }

    @Override
    public String text(int field) {
        String constant = form().constant(field);
        if (constant != null) {
            return constant;
        }
        int kind = kind(field);
        if (kind == TEXT_ONLY) {
            return "";
        }
        return field == ofRole(EVENT_ID)
                ? recentText(field) // of all fields this is asked for most often
                : texts.text(instances.chunk(), at(field), kind);
    }

    @Override
    int ofRole(int role) {
        for (int field : form().ofRole(role)) {
            if (has(field)) {
                return field;
            }
        }
        return NO_ROLE;
    }

    @Override
    int timeSlot() {
        return form().timeSlot();
    }
}
