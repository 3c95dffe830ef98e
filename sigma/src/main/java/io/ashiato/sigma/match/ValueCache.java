package io.ashiato.sigma.match;

import io.ashiato.model.RecordView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Remembers what was found in values: paths, users and addresses come back thousands of times. Of bounded size; for
/// one thread.
///
/// A value is known by its bytes where it has them, else by its text.
final class ValueCache {
    /// Bytes of a value that is remembered. What is longer is rarely seen twice.
    private static final int MOST_BYTES = 8192;

    /// Bytes of an entry beside its value.
    private static final int ENTRY = 72;

    /// Bytes of the budget for each place of the table: about those of a short value, so that those that lie in the
    /// same places by chance seldom displace each other.
    private static final int BYTES_A_PLACE = 128;

    /// Pairs of places: what was used last stands first.
    private final @Nullable Known[] known;

    /// By place: the hash of what is known there, so that nothing else has to be fetched from memory first.
    private final long[] hashes;

    private final int budget;
    private int spent;

    /// @param budget bytes for all that is remembered; beyond, all is forgotten
    ValueCache(int budget) {
        this.budget = budget;
        this.known = new Known[Integer.highestOneBit(Math.max(2, budget / BYTES_A_PLACE))];
        this.hashes = new long[known.length];
    }

    private static final class Known {
        private final int asked;
        private final int kind;
        private final byte[] value;
        private final String text;
        private final int[] answer;

        Known(int asked, EventValues values, int entry, int[] answer) {
            this.asked = asked;
            this.kind = values.kind(entry);
            boolean isText = kind == RecordView.TEXT_ONLY;
            int at = isText ? 0 : values.at(entry);
            this.value = Arrays.copyOfRange(values.bytes(), at, isText ? 0 : at + (kind & 0xFFFF));
            this.text = isText ? values.text(entry) : "";
            this.answer = answer;
        }

        int size() {
            return ENTRY + value.length + 2 * text.length();
        }

        boolean is(int otherAsked, EventValues values, int entry) {
            if (asked != otherAsked || kind != values.kind(entry)) {
                return false;
            }
            if (kind == RecordView.TEXT_ONLY) {
                return text.equals(values.text(entry));
            }
            int at = values.at(entry);
            return Arrays.equals(value, 0, value.length, values.bytes(), at, at + value.length);
        }
    }

    /// What was remembered of a value.
    ///
    /// @param asked tells apart what values are asked for: a slot; behind all slots, the number of a keyword index;
    ///     below zero, the complement of a check's number
    int @Nullable [] find(int asked, EventValues values, int entry) {
        if (isLong(values, entry)) {
            return null;
        }
        long hash = hash(asked, values, entry);
        int place = place(hash);
        if (hashes[place] != hash) {
            if (hashes[place ^ 1] != hash) {
                return null;
            }
            swap(place, place ^ 1);
        }
        Known found = known[place];
        return found != null && found.is(asked, values, entry) ? found.answer : null;
    }

    private void swap(int a, int b) {
        long hash = hashes[a];
        hashes[a] = hashes[b];
        hashes[b] = hash;
        Known moved = known[a];
        known[a] = known[b];
        known[b] = moved;
    }

    /// Remembers the answer for a value.
    void put(int asked, EventValues values, int entry, int[] answer) {
        if (!isLong(values, entry)) {
            long hash = hash(asked, values, entry);
            int place = place(hash);
            var made = new Known(asked, values, entry, answer);
            Known displaced = known[place ^ 1];
            spent += made.size() - (displaced == null ? 0 : displaced.size());
            swap(place, place ^ 1);
            hashes[place] = hash;
            known[place] = made;
            if (spent > budget) {
                Arrays.fill(known, null);
                Arrays.fill(hashes, 0);
                spent = 0;
            }
        }
    }

    private static boolean isLong(EventValues values, int entry) {
        int kind = values.kind(entry);
        return kind == RecordView.TEXT_ONLY
                ? 2 * values.text(entry).length() > MOST_BYTES
                : (kind & 0xFFFF) > MOST_BYTES;
    }

    private int place(long hash) {
        return (int) (hash >>> 40) & (known.length - 1);
    }

    private static long hash(int asked, EventValues values, int entry) {
        int kind = values.kind(entry);
        long hash = kind == RecordView.TEXT_ONLY
                ? values.text(entry).hashCode() * ByteHash.MIX
                : ByteHash.of(values.bytes(), values.at(entry), kind & 0xFFFF);
        return (hash ^ asked) * ByteHash.MIX;
    }
}
