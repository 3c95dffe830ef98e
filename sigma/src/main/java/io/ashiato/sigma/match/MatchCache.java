package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.FieldNames;
import io.ashiato.model.RecordView;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Remembers which rules matched: most records of a log differ from an earlier one only in what no rule asks for, as
/// times, process ids and record numbers. Of bounded size; for one thread.
///
/// A record is known by the plan, its names, and all values that the plan reads, byte by byte. They are given to
/// [#begin] and [#add] in a fixed order, and then [#find] and [#put] are of that record.
final class MatchCache {
    /// Bytes of the values of a record that is remembered. What is longer is rarely seen twice.
    static final int MOST_BYTES = 4096;

    /// Bytes of an entry beside its values and rules.
    private static final int ENTRY = 112;

    /// Bytes of the budget for each place of the table.
    private static final int BYTES_A_PLACE = 96;

    // What stands before each value. Bytes have their kind behind it, which tells their number, and texts their length.
    private static final byte NOTHING = 0;
    private static final byte BYTES = 1;
    private static final byte TEXT = 2;

    /// Bytes of a mark and a number.
    private static final int HEAD = 5;

    /// Pairs of places: what was used last stands first.
    private final @Nullable Known[] known;

    private final long[] hashes;
    private final int budget;
    private int spent;
    private int forgetting;
    private final byte[] key = new byte[MOST_BYTES + HEAD];
    private int length;
    private long hash;

    /// @param budget bytes for all that is remembered; beyond, an eighth is forgotten
    MatchCache(int budget) {
        this.budget = budget;
        this.known = new Known[Integer.highestOneBit(Math.max(2, budget / BYTES_A_PLACE))];
        this.hashes = new long[known.length];
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(Plan plan, FieldNames names, byte[] values, BitSet rules) {
        int size() {
            return ENTRY + values.length + rules.size() / 8;
        }
    }

    /// Forgets all: names, which are kept with their records, are forgotten where they are many.
    void clear() {
        Arrays.fill(known, null);
        Arrays.fill(hashes, 0);
        spent = 0;
    }

    /// Turns to another record.
    void begin() {
        length = 0;
    }

    /// The next value cannot change which rules match.
    void addNothing() {
        if (length <= MOST_BYTES) {
            key[length++] = NOTHING;
        }
    }

    /// The next value. Of records with too much in them nothing is remembered.
    void add(RecordView record, int field) {
        int kind = record.kind(field);
        if (kind == RecordView.TEXT_ONLY) {
            add(record.text(field));
        } else {
            add(BYTES, kind);
            add(record.bytes(), record.at(field), kind & 0xFFFF);
        }
    }

    private void add(byte[] bytes, int at, int size) {
        if (size > MOST_BYTES - length) {
            length = MOST_BYTES + 1;
        } else {
            System.arraycopy(bytes, at, key, length, size);
            length += size;
        }
    }

    private void add(String text) {
        add(TEXT, text.length());
        if (text.length() > (MOST_BYTES - length) / 2) {
            length = MOST_BYTES + 1;
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            key[length++] = (byte) unit;
            key[length++] = (byte) (unit >> 8);
        }
    }

    private void add(byte mark, int number) {
        if (length <= MOST_BYTES) {
            key[length] = mark;
            LittleEndian.put32(key, length + 1, number);
            length += HEAD;
        }
    }

    /// The rules that matched such a record; not to be changed.
    @Nullable
    BitSet find(Plan plan, FieldNames names) {
        if (length > MOST_BYTES) {
            return null;
        }
        hash = (ByteHash.of(key, 0, length) ^ names.hashCode()) * ByteHash.MIX;
        int place = place();
        if (hashes[place] != hash) {
            if (hashes[place ^ 1] != hash) {
                return null;
            }
            toFront(place);
        }
        Known found = known[place];
        return found != null && isThis(found, plan, names) ? found.rules : null;
    }

    /// Remembers the rules that matched the record that was not found just before.
    void put(Plan plan, FieldNames names, BitSet rules) {
        if (length > MOST_BYTES) {
            return;
        }
        var made = new Known(plan, names, Arrays.copyOf(key, length), (BitSet) rules.clone());
        int place = place();
        toFront(place);
        Known displaced = known[place];
        spent += made.size() - (displaced == null ? 0 : displaced.size());
        hashes[place] = hash;
        known[place] = made;
        if (spent > budget) {
            forget();
        }
    }

    /// Makes room for an eighth more, going round through the table: what was forgotten and comes again is soon back.
    private void forget() {
        while (spent > budget - budget / 8) {
            Known forgotten = known[forgetting];
            spent -= forgotten == null ? 0 : forgotten.size();
            known[forgetting] = null;
            hashes[forgetting] = 0;
            forgetting = (forgetting + 1) & (known.length - 1);
        }
    }

    @SuppressWarnings("ReferenceEquality") // plans are made once for each evaluation
    private boolean isThis(Known found, Plan plan, FieldNames names) {
        return found.plan == plan
                && found.names.equals(names)
                && Arrays.equals(found.values, 0, found.values.length, key, 0, length);
    }

    private int place() {
        return (int) (hash >>> 40) & (known.length - 1);
    }

    /// Has what lies in the second place of a pair change with the first.
    private void toFront(int place) {
        long otherHash = hashes[place ^ 1];
        hashes[place ^ 1] = hashes[place];
        hashes[place] = otherHash;
        Known other = known[place ^ 1];
        known[place ^ 1] = known[place];
        known[place] = other;
    }
}
