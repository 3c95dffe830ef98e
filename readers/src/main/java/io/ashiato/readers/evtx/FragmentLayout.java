package io.ashiato.readers.evtx;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the parts of a fragment of binary XML lie, and what is wrong with what they need. All places
/// are counted from the start of the chunk.
///
/// @param end behind its last token
/// @param doubts of the fragment's own tokens, names and templates; those of fragments in values are there
record FragmentLayout(List<Part> parts, int end, Set<RecoveryDoubt> doubts) {
    /// A part on the top level: an instance of a template, or an element.
    ///
    /// @param values of the instance; none for an element
    /// @param doubts whether the instance's template can be relied on
    /// @param templateAt where its template lies, if that is not where the instance says
    record Part(int at, int end, List<Value> values, Set<RecoveryDoubt> doubts, Optional<Integer> templateAt) {
        /// Whether it can be read with its names, and all in it.
        boolean isNamedThroughout() {
            return hasNames(doubts)
                    && values.stream()
                            .flatMap(value -> value.nested().stream())
                            .allMatch(FragmentLayout::isNamedThroughout);
        }
    }

    /// A value of an instance.
    ///
    /// @param descriptorAt where its size and type stand
    /// @param size as far as the value is there
    /// @param nested what it is if it is binary XML, with that one's own parts
    record Value(int descriptorAt, int type, int at, int size, boolean isCut, List<FragmentLayout> nested) {}

    /// Whether the parts on the top level can be read with their names.
    boolean isNamed() {
        return hasNames(doubts) && parts.stream().allMatch(part -> hasNames(part.doubts()));
    }

    /// Whether all of it can be read with its names.
    boolean isNamedThroughout() {
        return hasNames(allDoubts());
    }

    private static boolean hasNames(Set<RecoveryDoubt> doubts) {
        return doubts.stream().noneMatch(RecoveryDoubt::costsNames);
    }

    /// The doubts of this fragment and of all in it.
    Set<RecoveryDoubt> allDoubts() {
        Set<RecoveryDoubt> all = EnumSet.noneOf(RecoveryDoubt.class);
        collect(all);
        return all;
    }

    private void collect(Set<RecoveryDoubt> all) {
        all.addAll(doubts);
        for (Part part : parts) {
            all.addAll(part.doubts());
            for (Value value : part.values()) {
                value.nested().forEach(nested -> nested.collect(all));
            }
        }
    }

    /// Behind the last part that is there: from here on a reader would not find what it expects.
    int partsEnd() {
        return parts.isEmpty() ? end : parts.getLast().end();
    }

    boolean hasValues() {
        return parts.stream().anyMatch(part -> !part.values().isEmpty());
    }
}
