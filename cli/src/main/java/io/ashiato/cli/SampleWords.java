package io.ashiato.cli;

import io.ashiato.samples.Likeness;

/// What `ashiato compare` and `ashiato knowledge add-samples` say, one method a message.
interface SampleWords {
    String noProgram(String path, String kind);

    String programTooLarge(String path, String most);

    String noCode(String path);

    String noPrograms(String path);

    String tooManyFiles(String path, long most);

    String twoPrograms();

    String pairsNeedFolder();

    String noKnownSamples();

    String badFeatures(String family, String sha256);

    /// Two programs and how alike they are, in words.
    String likeness(String one, String other, Likeness likeness);

    String resemblesNone(String path, long known);

    /// A known program, for the place of the second in [#likeness].
    String known(String family, String source);

    String needsText(String option);

    String featuresTooLarge(String path);

    String samplesAdded(String path, long added, long known);

    /// A folder with fewer than two programs.
    String noPairs(String folder, int programs);
}
