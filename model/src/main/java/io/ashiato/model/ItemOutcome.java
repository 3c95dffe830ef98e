package io.ashiato.model;

/// What was read of an evidence item.
///
/// @param records records that were read whole
/// @param damaged records or chunks that were lost or read in part
public record ItemOutcome(State state, long records, long damaged) {
    /// How much of an item was read. The reasons are in the diagnostics of the same path.
    public enum State {
        /// Everything that the reader looks for was read.
        READ,
        /// Some was read and some was damaged.
        READ_IN_PART,
        /// An archive or folder: its members are items of their own.
        UNPACKED,
        /// The kind is known or unknown, but no reader exists for it in this version; hashed only.
        NO_READER,
        /// It could not be read.
        NOT_READ
    }

    /// Whether something that a reader looks for could not be read.
    public boolean incomplete() {
        return state == State.NOT_READ || state == State.READ_IN_PART;
    }

    public static ItemOutcome of(State state) {
        return new ItemOutcome(state, 0, 0);
    }
}
