package io.ashiato.cli;

import java.util.List;

/// What all commands say of arguments that they do not understand. None ends in a full stop: [#help] follows.
interface UsageWords {
    String noOption(String given);

    String noCommand(String given);

    /// An argument more than the command takes.
    String tooMany(String given);

    /// Behind [#noOption] or [#noCommand].
    String didYouMean(String name);

    /// @param labels of arguments and options that the command cannot do without
    String missing(List<String> labels);

    String missingCommand(List<String> commands);

    /// @param label of what is to stand behind the option
    String missingValue(String option, String label);

    String noNumber(String option, String given);

    String takesNoValue(String option);

    String badValue(String option, String given);

    String givenTwice(String option);

    /// Where to read more; with the blank or whatever stands before it.
    String help(String command);
}
