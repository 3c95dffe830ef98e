package io.ashiato.readers.evtx;

import java.util.Locale;

/// A reason why a recovered record is less than [RecoveryCertainty#WHOLE].
public enum RecoveryDoubt {
    /// The record's first four bytes are others.
    SIGNATURE_OVERWRITTEN,
    /// The size behind the record is not the one before it, or neither fits.
    SIZE_DIFFERS,
    /// The time in the record's header is neither of the years 1970 to 2099 nor none.
    TIME_UNLIKELY,
    /// A value does not fit its type; it is given as bytes.
    VALUE_DAMAGED,
    /// The template is not where the record says, but another place in the same chunk has one of the
    /// same id, which the values fit. The id is 32 bits of a GUID.
    TEMPLATE_BY_ID,
    /// The record ends before its binary XML does.
    CUT(Cost.CONTENT),
    /// Neither its size nor the end of its binary XML is where it should be: other bytes lie there, and
    /// any value may be one of theirs.
    END_OVERWRITTEN(Cost.NAMES),
    /// Where the chunk began is unknown, so that no template and no name can be looked up.
    CHUNK_UNKNOWN(Cost.NAMES),
    /// Where the template should lie there is another one, or none.
    TEMPLATE_GONE(Cost.NAMES),
    /// The template begins rightly, but its tokens do not lead to its end.
    TEMPLATE_OVERWRITTEN(Cost.NAMES),
    /// A name that is needed does not have its hash any more.
    NAME_OVERWRITTEN(Cost.NAMES),
    /// The binary XML cannot be read.
    BODY_UNREADABLE(Cost.NAMES);

    private enum Cost {
        NOTHING,
        CONTENT,
        NAMES
    }

    private final Cost cost;

    RecoveryDoubt() {
        this(Cost.NOTHING);
    }

    RecoveryDoubt(Cost cost) {
        this.cost = cost;
    }

    /// Whether something of the record is missing for this reason.
    public boolean costsContent() {
        return cost != Cost.NOTHING;
    }

    /// Whether names are missing for this reason.
    boolean costsNames() {
        return cost == Cost.NAMES;
    }

    /// As it is written: `template-gone`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
