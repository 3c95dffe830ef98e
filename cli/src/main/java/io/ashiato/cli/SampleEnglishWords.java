package io.ashiato.cli;

import io.ashiato.samples.Likeness;
import java.util.Locale;

/// English.
final class SampleEnglishWords implements SampleWords {
    @Override
    public String noProgram(String path, String kind) {
        return path + " is no Windows or Linux program: its content is " + kind + ".";
    }

    @Override
    public String programTooLarge(String path, String most) {
        return path + " is larger than " + most + " and was not compared.";
    }

    @Override
    public String noCode(String path) {
        return path + " has no x86 or x64 code that can be read.";
    }

    @Override
    public String noPrograms(String path) {
        return "no program in " + path + ". Give a folder with Windows or Linux programs.";
    }

    @Override
    public String tooManyFiles(String path, long most) {
        return path + " holds more than " + most + " files: give a smaller folder.";
    }

    @Override
    public String twoPrograms() {
        return "a comparison needs two programs, or one and --knowledge FILE with known samples.";
    }

    @Override
    public String pairsNeedFolder() {
        return "--pairs needs one folder: ashiato compare FOLDER --pairs.";
    }

    @Override
    public String noKnownSamples() {
        return "the knowledge holds no known sample: make some with ashiato knowledge add-samples.";
    }

    @Override
    public String badFeatures(String family, String sha256) {
        return "the fingerprints of the known sample " + family + ", " + sha256 + ", cannot be read.";
    }

    @Override
    public String likeness(String one, String other, Likeness likeness) {
        String verdict = switch (likeness.verdict()) {
            case NEARLY_IDENTICAL -> "nearly identical";
            case SAME_FAMILY -> "same family";
            case RELATED -> "related";
            case NOTHING_TELLING -> "nothing telling in common";
        };
        return one + " and " + other + ": " + verdict + ": " + likeness.matched() + " of "
                + Math.max(likeness.ownFunctionsA(), likeness.ownFunctionsB()) + " own functions match, "
                + counted(likeness.sharedStrings(), "string") + ", " + counted(likeness.sharedConstants(), "constant")
                + " and " + counted(likeness.sharedImports(), "import") + " shared; score "
                + String.format(Locale.ROOT, "%.2f", likeness.score()) + ".";
    }

    @Override
    public String resemblesNone(String path, long known) {
        return path + " resembles none of " + counted(known, "known sample") + ".";
    }

    @Override
    public String known(String family, String source) {
        return family + " (" + source + ")";
    }

    @Override
    public String needsText(String option) {
        return option + " needs a text that is not empty.";
    }

    @Override
    public String featuresTooLarge(String path) {
        return path + " would become larger than a knowledge file may be, and was left as it is. Give another -o.";
    }

    @Override
    public String samplesAdded(String path, long added, long known) {
        return path + ": " + counted(added, "sample") + " added, " + known
                + " known already. Fingerprints only, no bytes.";
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    @Override
    public String noPairs(String folder, int programs) {
        return folder + " holds " + (programs == 0 ? "no program" : "one program only")
                + ": there is no pair to compare.";
    }
}
