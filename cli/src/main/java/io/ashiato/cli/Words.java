package io.ashiato.cli;

import io.ashiato.model.Assessment;
import io.ashiato.model.HostSummary;
import io.ashiato.model.SampleMatch;
import io.ashiato.publish.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the program says on the terminal, one method a message, so that a language without one does not compile.
/// Text from evidence or the command line comes in quoted and made visible.
interface Words {
    Language language();

    static Words in(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishWords();
            case JAPANESE -> new JapaneseWords();
        };
    }

    // Wrong use

    String noSuchEvidence(String path);

    String noEvidence(List<String> folders);

    String caseExists(String path, String suggestion);

    String cannotWriteCase(String path, String reason);

    String caseNeedsName();

    String caseInsideEvidence(String path, String evidence);

    String noFileToDump(String path);

    String cannotRead(String path, String reason);

    String rulesMissing(String path);

    String rulesEmpty(String path);

    String rulesUnreadable(String path, String reason);

    String noRules();

    String badDate(String text);

    String badThreads(int threads);

    String notOneOf(String option, String given, String choices);

    String notAnEventLog(String path, String kind);

    String badSettings(String path, String reason);

    /// Settings that nobody named would bring in what lies elsewhere.
    String settingsLeadOut(String file, String path);

    String noSuchSettings(String path);

    /// `--settings` and `--no-settings` together.
    String settingsAndNone();

    /// On the line of the settings: which file, that it came with the evidence, and that knowledge in it is invented.
    String settingsUsed(String path, boolean amongEvidence, boolean invented);

    String tooLargeForFacts(String path, String limit);

    String noFactsOfKind(String path, String kind);

    String damaged(String path, long places);

    // Failures

    String defaultRulesMissing(String path);

    String diskFull(String what);

    String machineFailed(String reason);

    String bug(String what);

    String outOfMemory(String what);

    // Stages: the first column's names, then their lines

    Stage stage();

    /// The names of the stages, to be aligned by display width.
    record Stage(
            String settings,
            String evidence,
            String reading,
            String detecting,
            String findings,
            String hiding,
            String programs,
            String attribution,
            String campaign,
            String report,
            String exports) {}

    String evidence(long items, String size, List<String> hosts);

    String reading(long events, long logs, String seconds);

    String readingNow(long items, String size, String path);

    String writingNow();

    String detecting(long detections, long matched, long loaded);

    String rulesNotRun(long rules);

    String silentSources(long sources);

    String findings(long findings, long hosts, long accounts, Optional<Instant> first, Optional<Instant> last);

    String hiding(List<Assessment.Tampering> tampering);

    /// Who is named with what likelihood, or why nobody is.
    String attribution(Assessment.Attribution attribution);

    /// What campaign the case belongs to, since when, in how many countries.
    String campaign(Assessment.Campaign campaign);

    /// How many programs resemble known ones, and the nearest likeness.
    String samples(List<SampleMatch> samples);

    String unread(long items);

    String huntSummary(long detections, long rules, String seconds, String size, String rate);

    String read(long items, long events, List<HostSummary> hosts);

    String unreadDetails(long items);

    String nothingRead(long items);

    String lintSummary(long rules, long problems);

    /// What `ashiato hunt` says at its end.
    HuntWords hunt();

    /// What `ashiato rules` says, and whoever chooses rules.
    RuleWords rules();

    /// What `ashiato rules explain` says.
    ExplainWords explain();

    /// What `ashiato dump` says of recovered records.
    RecoveryWords recovery();

    /// What `ashiato knowledge` says.
    KnowledgeWords knowledge();

    /// What `ashiato attribute` and `ashiato link` say.
    JudgementWords judgement();

    /// What `ashiato compare` and `ashiato knowledge add-samples` say.
    SampleWords samples();

    /// What `ashiato dump` says.
    DumpWords dump();

    /// What all commands say of arguments that they do not understand.
    UsageWords usage();
}
