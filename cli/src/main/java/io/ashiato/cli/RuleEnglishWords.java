package io.ashiato.cli;

import java.util.List;
import java.util.Locale;

/// English.
final class RuleEnglishWords implements RuleWords {
    @Override
    public String fitsNoRule(String option, String pattern) {
        return option + " " + pattern
                + " fits no rule: an id, a title, a tag or a file is wanted, with * for any text.";
    }

    @Override
    public String placeholdersUnreadable(String file, String reason) {
        return file + " cannot be read as a file of placeholders: " + reason
                + ". Name a YAML file with lines such as "
                + "'Administrators: [alice, bob]'.";
    }

    @Override
    public String mappingUnreadable(String file, String reason) {
        return file + " cannot be read: " + reason + ". Name a mapping as docs/mapping.md describes it.";
    }

    @Override
    public String mappingWrong(String file, String reason) {
        return file + " is no mapping: " + reason + ". docs/mapping.md describes the form.";
    }

    @Override
    public String nothingLeft(long leftOut) {
        return "no rule is left: --level, --status, --include and --exclude leave out all " + number(leftOut)
                + ". Ask for less.";
    }

    @Override
    public String runs() {
        return "runs";
    }

    @Override
    public String listed(long running, long refused) {
        return counted(running, "rule") + " can run, " + number(refused) + " cannot run.";
    }

    @Override
    public String noExamples() {
        return "no example lies beside these rules: for NAME.yml they are NAME.positive.jsonl and NAME.negative.jsonl.";
    }

    @Override
    public String passed() {
        return "ok  ";
    }

    @Override
    public String failed() {
        return "FAIL";
    }

    @Override
    public String examples(long positive, long negative) {
        return "(" + number(positive) + " positive, " + number(negative) + " negative)";
    }

    @Override
    public String failure(ExampleResult.Kind kind, String detail) {
        return switch (kind) {
            case NOT_MATCHED -> "should match and does not";
            case MATCHED -> "should not match and does, by " + detail;
            case NO_EVENT -> "no event: " + detail;
            case CANNOT_READ -> "cannot be read: " + detail;
            case TOO_FEW -> "too few events match: " + detail;
            case NO_SUCH_RULE -> "no rule has the id " + detail;
            case DOES_NOT_RUN -> "the rule cannot run: " + detail;
        };
    }

    @Override
    public String tested(long passed, long failed, long without) {
        return number(passed) + " passed, " + number(failed) + " failed; " + counted(without, "file")
                + " of rules without examples.";
    }

    @Override
    public String covered(long techniques, long rules, long without) {
        return counted(rules, "rule") + " for " + counted(techniques, "technique") + "; " + number(without)
                + " more name no technique.";
    }

    @Override
    public String unknownTechniques(List<String> ids) {
        return "left out, being unknown to ATT&CK: " + String.join(", ", ids) + ".";
    }

    @Override
    public String outputExists(String path) {
        return path + " exists already and is left as it is. Give another -o.";
    }

    @Override
    public String cannotWrite(String path, String reason) {
        return "cannot write " + path + " (" + reason + ").";
    }

    private static String counted(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
