package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes [RuleTables] of rules.
final class RuleCompiler {
    private final FieldSlots slots = new FieldSlots();
    private final int eventIdSlot = slots.slot(List.of(CompiledRules.EVENT_ID));
    private final Checks checks = new Checks(slots);
    private final Conditions conditions = new Conditions();
    private final Map<EventFilter, List<Integer>> variantsOfFilter = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> rules = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();

    // Of literals, by number, and of those of one slot.
    private final List<Literal> literals = new ArrayList<>();
    private final List<List<Integer>> checksOf = new ArrayList<>();
    private final Map<Integer, Map<Literal, Integer>> literalsOf = new HashMap<>();

    RuleCompiler(List<CompiledRules.Input> inputs) {
        for (int rule = 0; rule < inputs.size(); rule++) {
            CompiledRules.Input input = inputs.get(rule);
            for (EventFilter filter : input.filters()) {
                variantsOfFilter.computeIfAbsent(filter, f -> new ArrayList<>()).add(nodes.size());
                nodes.add(checks.node(input.detection(), filter));
                rules.add(rule);
                sources.add(input.source());
            }
        }
    }

    RuleTables tables() {
        int[] entries = nodes.stream().mapToInt(conditions::add).toArray();
        var untriggered = new BitSet();
        IntLists wakes = wakes(untriggered);
        for (int check = 0; check < checks.count(); check++) {
            addLiterals(check);
        }
        int[] asked = asked();
        return new RuleTables(
                slots.names(),
                array(rules),
                array(sources),
                entries,
                conditions.code(),
                List.copyOf(variantsOfFilter.keySet()),
                lists(variantsOfFilter.values().stream().toList()),
                untriggered.stream().toArray(),
                wakes,
                asked,
                Arrays.stream(asked).mapToObj(checks::get).toList(),
                LiteralTable.of(literals),
                literalsOfSlot(),
                lists(checksOf),
                slotsOfVariant(),
                keywordsOfVariant(),
                readOfVariant());
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static IntLists lists(List<List<Integer>> lists) {
        return IntLists.of(lists.stream().map(RuleCompiler::array).toArray(int[][]::new));
    }

    private IntLists wakes(BitSet untriggered) {
        var triggers = new Triggers(checks, eventIdSlot);
        int[][] wakes = new int[checks.count()][];
        Arrays.fill(wakes, CompiledRules.NONE);
        for (int variant = 0; variant < nodes.size(); variant++) {
            Optional<Set<Integer>> chosen = triggers.of(nodes.get(variant));
            if (chosen.isEmpty()) {
                untriggered.set(variant);
            }
            for (int check : chosen.orElse(Set.of())) {
                wakes[check] = Arrays.copyOf(wakes[check], wakes[check].length + 1);
                wakes[check][wakes[check].length - 1] = variant;
            }
        }
        return IntLists.of(wakes);
    }

    private void addLiterals(int check) {
        switch (checks.get(check)) {
            case Check.Value value -> addLiterals(check, value.slot());
            case Check.AnyText keyword -> addLiterals(check, EventValues.NONE);
            case Check.Found found -> {}
            case Check.Absent absent -> {}
            case Check.Present present -> {}
            case Check.Reference reference -> {}
        }
    }

    private void addLiterals(int check, int slot) {
        for (Literal literal : checks.literals(check)) {
            // Where the text lies decides which index has it, not whether finding it is enough.
            Literal sought = new Literal(literal.text(), literal.anchor(), true);
            Map<Literal, Integer> known = literalsOf.computeIfAbsent(slot, s -> new LinkedHashMap<>());
            Integer id = known.get(sought);
            if (id == null) {
                id = literals.size();
                known.put(sought, id);
                literals.add(sought);
                checksOf.add(new ArrayList<>());
            }
            checksOf.get(id).add(check);
        }
    }

    private IntLists literalsOfSlot() {
        int[][] all = new int[slots.count() + 1][];
        for (int slot = 0; slot < slots.count(); slot++) {
            all[slot] =
                    array(List.copyOf(literalsOf.getOrDefault(slot, Map.of()).values()));
        }
        all[slots.count()] = array(
                List.copyOf(literalsOf.getOrDefault(EventValues.NONE, Map.of()).values()));
        return IntLists.of(all);
    }

    /// The checks that are more than a literal.
    private int[] asked() {
        var asked = new BitSet();
        for (int check = 0; check < checks.count(); check++) {
            List<Literal> found = checks.literals(check);
            asked.set(check, found.isEmpty() || !found.get(0).exact());
        }
        return asked.stream().toArray();
    }

    private IntLists slotsOfVariant() {
        return byVariant((check, into) -> {
            if (checks.get(check) instanceof Check.Value value && literalsOf.containsKey(value.slot())) {
                into.set(value.slot());
            }
        });
    }

    private IntLists keywordsOfVariant() {
        return byVariant((check, into) -> {
            if (checks.get(check) instanceof Check.AnyText
                    && !checks.literals(check).isEmpty()) {
                into.set(check);
            }
        });
    }

    /// What the outcome of a variant depends on beside the slots and keywords above.
    private IntLists readOfVariant() {
        return byVariant((check, into) -> {
            switch (checks.get(check)) {
                case Check.Found found -> {}
                case Check.Value value -> {
                    if (!literalsOf.containsKey(value.slot())) {
                        into.set(value.slot());
                    }
                }
                case Check.AnyText text -> {
                    if (text.test() instanceof ValueTest.Matches
                            || checks.literals(check).isEmpty()) {
                        into.set(slots.count());
                    }
                }
                case Check.Absent absent -> into.set(absent.slot());
                case Check.Present present -> into.set(present.slot());
                case Check.Reference reference -> {
                    into.set(reference.slot());
                    into.set(reference.other());
                }
            }
        });
    }

    private interface Collector {
        void collect(int check, BitSet into);
    }

    private IntLists byVariant(Collector collector) {
        int[][] found = new int[nodes.size()][];
        var into = new BitSet();
        for (int variant = 0; variant < found.length; variant++) {
            collect(nodes.get(variant), collector, into);
            found[variant] = into.stream().toArray();
            into.clear();
        }
        return IntLists.of(found);
    }

    private static void collect(Node node, Collector collector, BitSet into) {
        switch (node) {
            case Node.All all -> {
                for (Node part : all.parts) {
                    collect(part, collector, into);
                }
            }
            case Node.Any any -> {
                for (Node part : any.parts) {
                    collect(part, collector, into);
                }
            }
            case Node.Not not -> collect(not.inner(), collector, into);
            case Node.Leaf leaf -> collector.collect(leaf.check(), into);
        }
    }
}
