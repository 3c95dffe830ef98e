package io.ashiato.sigma.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The field modifiers of Sigma 2.1, `sigma-appendix-modifiers.md`.
enum Modifier {
    CONTAINS(Group.POSITION),
    STARTSWITH(Group.POSITION),
    ENDSWITH(Group.POSITION),
    ALL(Group.LINK),
    NEQ(Group.LINK),
    CASED(Group.CASE),
    EXISTS(Group.KIND),
    RE(Group.KIND),
    I(Group.REGEX_FLAG),
    M(Group.REGEX_FLAG),
    S(Group.REGEX_FLAG),
    CIDR(Group.KIND),
    FIELDREF(Group.KIND),
    LT(Group.ORDER),
    LTE(Group.ORDER),
    GT(Group.ORDER),
    GTE(Group.ORDER),
    MINUTE(Group.DATE),
    HOUR(Group.DATE),
    DAY(Group.DATE),
    WEEK(Group.DATE),
    MONTH(Group.DATE),
    YEAR(Group.DATE),
    WINDASH(Group.TEXT),
    EXPAND(Group.TEXT),
    WIDE(Group.UTF16),
    UTF16LE(Group.UTF16),
    UTF16BE(Group.UTF16),
    UTF16(Group.UTF16),
    BASE64(Group.BASE64),
    BASE64OFFSET(Group.BASE64);

    /// Modifiers that act at the same point; at most one of a group, but of LINK, TEXT and REGEX_FLAG.
    enum Group {
        TEXT,
        UTF16,
        BASE64,
        POSITION,
        CASE,
        KIND,
        REGEX_FLAG,
        DATE,
        ORDER,
        LINK
    }

    private final Group group;

    Modifier(Group group) {
        this.group = group;
    }

    Group group() {
        return group;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Modifier> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
    }

    /// Words long enough to be worth guessing at.
    static List<String> words() {
        return Arrays.stream(values())
                .map(Modifier::word)
                .filter(w -> w.length() > 1)
                .toList();
    }
}
