package io.ashiato.cli;

import java.util.List;

/// English.
final class UsageEnglishWords implements UsageWords {
    @Override
    public String noOption(String given) {
        return "there is no option '" + given + "'";
    }

    @Override
    public String noCommand(String given) {
        return "there is no command '" + given + "'";
    }

    @Override
    public String tooMany(String given) {
        return "'" + given + "' is one argument too many";
    }

    @Override
    public String didYouMean(String name) {
        return "; did you mean '" + name + "'?";
    }

    @Override
    public String missing(List<String> labels) {
        return String.join(" and ", labels) + (labels.size() == 1 ? " is" : " are") + " missing";
    }

    @Override
    public String missingCommand(List<String> commands) {
        return "a command is missing: " + String.join(", ", commands);
    }

    @Override
    public String missingValue(String option, String label) {
        return option + " needs a value: " + option + " " + label;
    }

    @Override
    public String noNumber(String option, String given) {
        return option + " needs a whole number, and '" + given + "' is none";
    }

    @Override
    public String takesNoValue(String option) {
        return option + " takes no value";
    }

    @Override
    public String badValue(String option, String given) {
        return "'" + given + "' is no value for " + option;
    }

    @Override
    public String givenTwice(String option) {
        return option + " is given more than once";
    }

    @Override
    public String help(String command) {
        return " (" + command + " --help)";
    }
}
