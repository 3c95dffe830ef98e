package io.ashiato.sigma.match;

import io.ashiato.sigma.source.EventFilter;
import java.util.List;

/// What [RuleCompiler] makes of rules: numbers and texts, which [CompiledRules] runs and which can be kept between
/// runs. A variant is a rule on the events of one filter; a check is a question that variants share; a literal is a
/// text that makes checks hold.
///
/// @param fields by slot: one field of the event, or two to join
/// @param rules by variant
/// @param sources by variant: the number of its log source
/// @param entries by variant: where its condition begins in `conditions`; ascending but for those that ask nothing
/// @param conditions see [Conditions]
/// @param filters of the events that variants run on
/// @param variantsOfFilter by filter
/// @param untriggered variants that no check wakes
/// @param wakes by check: the variants that it wakes
/// @param asked checks for which it is not enough that a literal is found, ascending
/// @param askedChecks what these are
/// @param literals that are looked for
/// @param literalsOfSlot by slot; behind the last one, those that are looked for in every value
/// @param checksOfLiteral those that it makes true, or that have to be verified then
/// @param slotsOfVariant by variant: slots with literals that it asks for
/// @param keywordsOfVariant by variant: its checks that look for literals in every value
/// @param readOfVariant by variant: slots that its other checks ask for; behind the last one, every value
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RuleTables(
        List<List<String>> fields,
        int[] rules,
        int[] sources,
        int[] entries,
        int[] conditions,
        List<EventFilter> filters,
        IntLists variantsOfFilter,
        int[] untriggered,
        IntLists wakes,
        int[] asked,
        List<Check> askedChecks,
        LiteralTable literals,
        IntLists literalsOfSlot,
        IntLists checksOfLiteral,
        IntLists slotsOfVariant,
        IntLists keywordsOfVariant,
        IntLists readOfVariant) {
    /// @throws IllegalArgumentException if a number leads to nowhere, or a condition would never end
    public RuleTables {
        fields = List.copyOf(fields);
        filters = List.copyOf(filters);
        askedChecks = List.copyOf(askedChecks);
        int variants = rules.length;
        int slots = fields.size();
        int checks = wakes.count();
        require(sources.length == variants && entries.length == variants && asked.length == askedChecks.size());
        require(Conditions.areSound(conditions, entries, checks));
        require(variantsOfFilter.are(filters.size(), variants) && areBelow(untriggered, variants));
        require(wakes.are(checks, variants) && areBelow(asked, checks));
        require(literalsOfSlot.are(slots + 1, literals.count()) && checksOfLiteral.are(literals.count(), checks));
        require(slotsOfVariant.are(variants, slots) && keywordsOfVariant.are(variants, checks));
        require(readOfVariant.are(variants, slots + 1));
        for (Check check : askedChecks) {
            require(check.isWithin(slots));
        }
    }

    /// Whether there are so many rules and log sources that all numbers of theirs are below.
    public boolean areOf(int ruleCount, int sourceCount) {
        return areBelow(rules, ruleCount) && areBelow(sources, sourceCount);
    }

    /// Whether all numbers are from 0 below `bound`.
    static boolean areBelow(int[] numbers, int bound) {
        for (int number : numbers) {
            if (number < 0 || number >= bound) {
                return false;
            }
        }
        return true;
    }

    static void require(boolean isSound) {
        if (!isSound) {
            throw new IllegalArgumentException("tables of rules that do not fit each other");
        }
    }
}
