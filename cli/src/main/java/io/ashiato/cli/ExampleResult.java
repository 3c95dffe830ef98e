package io.ashiato.cli;

import java.util.List;

/// What came of the examples of the rules of one file, or of one published test case.
///
/// @param title of the rule
/// @param author of the rule; may be empty
/// @param file of the rule, or of the case
/// @param positive how many events had to match
/// @param negative how many events must not match
record ExampleResult(String title, String author, String file, long positive, long negative, List<Failure> failures) {
    ExampleResult {
        failures = List.copyOf(failures);
    }

    /// Something that is not as the examples want it.
    ///
    /// @param place a file, with the line behind a colon where it has one
    /// @param detail as [Kind] says
    record Failure(String place, Kind kind, String detail) {}

    /// What is wrong.
    enum Kind {
        /// A positive event does not match.
        NOT_MATCHED,

        /// A negative event matches; the detail is the rule's id.
        MATCHED,

        /// A line is no event; the detail is why.
        NO_EVENT,

        /// A file cannot be read; the detail is why.
        CANNOT_READ,

        /// Fewer events of a log match than wanted; the detail is `found < wanted`.
        TOO_FEW,

        /// No rule has the id that a case names, which is the detail.
        NO_SUCH_RULE,

        /// The rule cannot run; the detail is the first problem.
        DOES_NOT_RUN
    }

    boolean passed() {
        return failures.isEmpty();
    }
}
