package io.ashiato.sigma.rule;

import io.ashiato.sigma.rule.Modifier.Group;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Search;
import io.ashiato.sigma.syntax.Similar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The modifiers of a field, known to make sense together.
///
/// They apply from left to right, so what encodes a text has to stand before what says where it lies.
final class ModifierChain {
    private static final Set<Group> MANY_ALLOWED = EnumSet.of(Group.LINK, Group.TEXT, Group.REGEX_FLAG);

    private final List<Modifier> modifiers;

    private ModifierChain(List<Modifier> modifiers) {
        this.modifiers = modifiers;
    }

    boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    /// The first modifier of that group.
    Optional<Modifier> of(Group group) {
        return modifiers.stream().filter(m -> m.group() == group).findFirst();
    }

    /// Nothing when a problem was reported.
    static Optional<ModifierChain> read(Search.Item item, Problems problems) {
        int before = problems.count();
        var modifiers = new ArrayList<Modifier>();
        for (Search.Item.Word word : item.modifiers()) {
            Optional<Modifier> modifier = Modifier.of(word.text());
            if (modifier.isEmpty()) {
                problems.add(
                        ProblemCode.UNKNOWN_MODIFIER,
                        word.place(),
                        "unknown modifier '" + word.text() + "'" + Similar.hint(word.text(), Modifier.words()));
                continue;
            }
            conflict(modifiers, modifier.get())
                    .ifPresent(reason -> problems.add(ProblemCode.MODIFIERS_DO_NOT_COMBINE, word.place(), reason));
            modifiers.add(modifier.get());
        }
        return problems.count() > before ? Optional.empty() : Optional.of(new ModifierChain(modifiers));
    }

    /// Why a modifier cannot stand behind the others.
    private static Optional<String> conflict(List<Modifier> before, Modifier next) {
        if (before.contains(next)) {
            return Optional.of("modifier '" + next.word() + "' stands twice");
        }
        if (next.group() == Group.REGEX_FLAG && !before.contains(Modifier.RE)) {
            return Optional.of("modifier '" + next.word() + "' belongs behind 're'");
        }
        for (Modifier earlier : before) {
            boolean sameGroup = earlier.group() == next.group() && !MANY_ALLOWED.contains(next.group());
            if (sameGroup || !combine(earlier, next)) {
                return Optional.of("modifier '" + next.word() + "' cannot stand behind '" + earlier.word() + "'");
            }
        }
        return Optional.empty();
    }

    /// Whether `later` may stand anywhere behind `earlier`, both being of different groups or of a
    /// group that allows many.
    private static boolean combine(Modifier earlier, Modifier later) {
        if (later == Modifier.ALL || earlier == Modifier.ALL) {
            return earlier != Modifier.EXISTS && later != Modifier.EXISTS;
        }
        if (later == Modifier.NEQ || earlier == Modifier.NEQ) {
            Modifier other = earlier == Modifier.NEQ ? later : earlier;
            return other.group() != Group.ORDER && other != Modifier.EXISTS;
        }
        return switch (earlier.group()) {
            case TEXT -> isTextual(later.group()) || (earlier == Modifier.EXPAND && takesPlaceholders(later));
            case UTF16 ->
                later.group() == Group.BASE64 || later.group() == Group.POSITION || later.group() == Group.CASE;
            case BASE64 -> later.group() == Group.POSITION || later.group() == Group.CASE;
            // windash and expand say what the text is, in whichever order they are written.
            case POSITION -> later.group() == Group.TEXT || later.group() == Group.CASE || later == Modifier.FIELDREF;
            case CASE -> later.group() == Group.TEXT || later.group() == Group.POSITION || later == Modifier.FIELDREF;
            case KIND ->
                switch (earlier) {
                    case RE -> later.group() == Group.REGEX_FLAG || later == Modifier.EXPAND;
                    case CIDR -> later == Modifier.EXPAND;
                    case FIELDREF -> later.group() == Group.POSITION || later.group() == Group.CASE;
                    default -> false;
                };
            case REGEX_FLAG -> later.group() == Group.REGEX_FLAG || later == Modifier.EXPAND;
            case DATE -> later.group() == Group.ORDER;
            case ORDER -> false;
            case LINK -> true;
        };
    }

    private static boolean isTextual(Group group) {
        return switch (group) {
            case TEXT, POSITION, CASE -> true;
            case UTF16, BASE64 -> true;
            case KIND, REGEX_FLAG, DATE, ORDER, LINK -> false;
        };
    }

    /// Patterns and networks may come from a list too.
    private static boolean takesPlaceholders(Modifier kind) {
        return kind == Modifier.RE || kind == Modifier.CIDR || kind.group() == Group.REGEX_FLAG;
    }
}
