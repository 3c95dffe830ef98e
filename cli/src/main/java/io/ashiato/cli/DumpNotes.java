package io.ashiato.cli;

import io.ashiato.model.EvidenceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What `dump` tells beside what it prints: what was damaged, left out or empty, and which option tells more.
final class DumpNotes {
    private final Commands.Shared shared;
    private final boolean quiet;
    private final Set<Hint> hints;
    private final Set<Hint> named = EnumSet.noneOf(Hint.class);
    private final List<String> withoutLog = new ArrayList<>();
    private boolean mayHoldRecords;
    private long others;
    private LogTally all = LogTally.NOTHING;
    private boolean whole = true;

    /// @param quiet whether to say nothing of what cost nothing
    /// @param hints the options to name, which are those that are not given
    DumpNotes(Commands.Shared shared, boolean quiet, Set<Hint> hints) {
        this.shared = shared;
        this.quiet = quiet;
        this.hints = Set.copyOf(hints);
    }

    /// Something could not be read, or only in part.
    void gap(String sentence) {
        whole = false;
        tell(sentence);
    }

    /// A log was read.
    ///
    /// @param isSelection whether only some of its records were wanted
    void log(String shown, LogTally tally, boolean isSelection) {
        all = all.plus(tally);
        if (tally.lost() > 0) {
            gap(shared.words().damaged(shown, tally.lost()) + hints(Hint.STATISTICS, Hint.RECOVER));
        }
        if (tally.wrongChecksums() > 0 && hints.contains(Hint.STATISTICS)) { // else they were just printed
            note(shared.words().dump().wrongChecksums(shown, tally.wrongChecksums()) + hints(Hint.STATISTICS));
        }
        if (tally.records() + tally.lost() == 0 && !isSelection && hints.contains(Hint.RECOVER)) {
            note(shared.words().dump().noRecords(shown) + hints(Hint.RECOVER));
        }
    }

    /// A file that was named is no log.
    void noLog(String shown, EvidenceKind kind) {
        gap(shared.words().notAnEventLog(shown, kind.id()) + (kind == EvidenceKind.UNKNOWN ? hints(Hint.CARVE) : ""));
    }

    /// A folder or an archive holds no log.
    ///
    /// @param holdsUnknown whether there is something in it whose kind is not known
    void noLogIn(String shown, boolean holdsUnknown) {
        withoutLog.add(shown);
        mayHoldRecords |= holdsUnknown;
    }

    /// Items beside logs were left out.
    void leftOut(long items) {
        others += items;
    }

    /// Behind the last log.
    ///
    /// @param isSelection whether only some records were wanted
    /// @return the exit code
    int end(boolean isSelection) {
        DumpWords words = shared.words().dump();
        if (!withoutLog.isEmpty()) {
            gap(words.noLogIn(withoutLog) + (mayHoldRecords ? hints(Hint.CARVE) : ""));
        } else if (isSelection && all.records() + all.lost() == 0) {
            note(words.nothingSelected() + hints(Hint.STATISTICS));
        }
        if (others > 0) {
            note(words.otherItems(others));
        }
        return whole ? ExitCode.DONE : ExitCode.DONE_WITH_GAPS;
    }

    /// Each hint stands behind the first sentence that it belongs to: folders have many logs.
    private String hints(Hint... wanted) {
        var text = new StringBuilder();
        for (Hint hint : wanted) {
            if (hints.contains(hint) && named.add(hint)) {
                text.append(shared.words().dump().hint(hint));
            }
        }
        return text.toString();
    }

    private void note(String sentence) {
        if (!quiet) {
            tell(sentence);
        }
    }

    /// Tells something that was asked for.
    void tell(String sentence) {
        shared.terminal().out().flush(); // on a terminal, what is told follows what it is about
        shared.terminal().err().println("ashiato: " + sentence);
        shared.terminal().err().flush();
    }
}
