package io.ashiato.readers;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Gathers the functions that several tables of one program name: one for each address, with the first name and the
/// first size that any table gives.
public final class FunctionList {
    /// Functions kept of one program; more than the largest programs have.
    private static final int MAX_FUNCTIONS = 1_000_000;

    private final TreeMap<Long, ProgramImage.Function> byAddress = new TreeMap<>(Long::compareUnsigned);

    public void add(ProgramImage.Function function) {
        if (byAddress.size() < MAX_FUNCTIONS || byAddress.containsKey(function.address())) {
            byAddress.merge(function.address(), function, FunctionList::joined);
        }
    }

    public void addAll(Collection<ProgramImage.Function> functions) {
        functions.forEach(this::add);
    }

    /// By address, without repeats; only those whose first byte is code of the sections.
    public List<ProgramImage.Function> within(List<ProgramImage.Section> sections) {
        var code = new TreeMap<Long, Long>(Long::compareUnsigned);
        for (var section : sections) {
            if (section.executable()) {
                code.merge(section.address(), section.address() + section.bytes().length, Math::max);
            }
        }
        return byAddress.values().stream()
                .filter(function -> {
                    var section = code.floorEntry(function.address());
                    return section != null && Long.compareUnsigned(function.address(), section.getValue()) < 0;
                })
                .toList();
    }

    private static ProgramImage.Function joined(ProgramImage.Function first, ProgramImage.Function second) {
        return new ProgramImage.Function(
                first.address(),
                first.size() == 0 ? second.size() : first.size(),
                first.name().isEmpty() ? second.name() : first.name());
    }
}
