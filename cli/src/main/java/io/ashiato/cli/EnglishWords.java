package io.ashiato.cli;

import io.ashiato.model.Assessment;
import io.ashiato.model.HostSummary;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.SampleMatch;
import io.ashiato.publish.language.CalendarDate;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.render.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// English.
final class EnglishWords implements Words {
    private static final int HOSTS_NAMED = 3;

    @Override
    public Language language() {
        return Language.ENGLISH;
    }

    @Override
    public String noSuchEvidence(String path) {
        return "no such file or folder: " + path + ". Give files, folders or archives that exist.";
    }

    @Override
    public String noEvidence(List<String> folders) {
        return "no evidence in " + String.join(", ", folders)
                + ": there is no file in it. Give files, folders or archives.";
    }

    @Override
    public String caseExists(String path, String suggestion) {
        return path + " exists already and is left as it is. Give another -o, such as -o " + suggestion + ".";
    }

    @Override
    public String cannotWriteCase(String path, String reason) {
        return "cannot write the case to " + path + " (" + reason + "). Give an -o in a folder that you may write to.";
    }

    @Override
    public String caseInsideEvidence(String path, String evidence) {
        return path + " lies inside the evidence " + evidence + ": give an -o outside of it.";
    }

    @Override
    public String noFileToDump(String path) {
        return path
                + " is no file or folder: dump takes event logs (.evtx), archives and folders, or - for standard input.";
    }

    @Override
    public String cannotRead(String path, String reason) {
        return path + " cannot be read (" + reason + ").";
    }

    @Override
    public String caseNeedsName() {
        return "-o needs the name of a new folder for the case, such as -o my-case.";
    }

    @Override
    public String rulesMissing(String path) {
        return "no such file or folder of rules: " + path + ".";
    }

    @Override
    public String rulesEmpty(String path) {
        return "no rule in " + path + ": there is no .yml file below it.";
    }

    @Override
    public String rulesUnreadable(String path, String reason) {
        return "the rules in " + path + " cannot be read (" + reason + ").";
    }

    @Override
    public String noRules() {
        return "no rules to run: --no-default-rules needs at least one --rules DIR.";
    }

    @Override
    public String badDate(String text) {
        return text + " is no date. Write --date 2026-11-23 or 2026-11-23T03:00:00Z, SOURCE_DATE_EPOCH in seconds.";
    }

    @Override
    public String badThreads(int threads) {
        return "--threads " + threads + " is out of range. Give a number from 1 to 256.";
    }

    @Override
    public String notOneOf(String option, String given, String choices) {
        return option + " " + given + " is not known. Choose from: " + choices + ".";
    }

    @Override
    public String notAnEventLog(String path, String kind) {
        return path + " is no Windows event log (.evtx): its content is " + kind + ".";
    }

    @Override
    public String badSettings(String path, String reason) {
        return path + " holds no settings of Ashiato that can be read: " + reason + ".";
    }

    @Override
    public String settingsUsed(String path, boolean amongEvidence, boolean invented) {
        return path
                + (amongEvidence ? "; it lies in the folder given as evidence, --no-settings leaves it out" : "")
                + (invented ? "; it names knowledge that is marked as invented" : "");
    }

    @Override
    public String settingsLeadOut(String file, String path) {
        return file + " names " + path + ", which lies outside its folder. If you trust it, give it with --settings.";
    }

    @Override
    public String noSuchSettings(String path) {
        return "there are no settings " + path + ".";
    }

    @Override
    public String settingsAndNone() {
        return "--settings and --no-settings exclude each other.";
    }

    @Override
    public String tooLargeForFacts(String path, String limit) {
        return path + " is larger than what is read of its kind (" + limit + "), and was skipped.";
    }

    @Override
    public String noFactsOfKind(String path, String kind) {
        return path + " is skipped: there is no reader of facts for its kind, " + kind + ".";
    }

    @Override
    public String damaged(String path, long places) {
        return path + " is damaged in " + counted(places, "place") + ": what could be read was printed.";
    }

    @Override
    public String defaultRulesMissing(String path) {
        return "the rules that come with Ashiato are missing from " + path + ": unpack the distribution again.";
    }

    @Override
    public String diskFull(String what) {
        return "no space left while writing (" + what + "). Free some, then run the same command again;"
                + " nothing was left behind.";
    }

    @Override
    public String machineFailed(String reason) {
        return "reading or writing failed: " + reason + ".";
    }

    @Override
    public String outOfMemory(String what) {
        return "the memory is used up (" + what + "): give the program more, such as ASHIATO_JAVA_OPTS=-Xmx2g.";
    }

    @Override
    public String bug(String what) {
        return "this is a bug in Ashiato (" + what
                + "). No evidence was changed. Run again with --debug and send what it prints.";
    }

    @Override
    public Stage stage() {
        return new Stage(
                "Settings",
                "Evidence",
                "Reading",
                "Detecting",
                "Findings",
                "Hiding",
                "Programs",
                "Attribution",
                "Campaign",
                "Report",
                "Exports");
    }

    @Override
    public String evidence(long items, String size, List<String> hosts) {
        return counted(items, "item") + ", " + size + ", " + hosts(hosts);
    }

    private static String hosts(List<String> hosts) {
        return switch (hosts.size()) {
            case 0 -> "no host named";
            case 1 -> "host " + hosts.getFirst();
            default ->
                hosts.size() <= HOSTS_NAMED
                        ? "hosts " + String.join(", ", hosts.subList(0, hosts.size() - 1)) + " and " + hosts.getLast()
                        : number(hosts.size()) + " hosts";
        };
    }

    @Override
    public String reading(long events, long logs, String seconds) {
        return counted(events, "event") + " from " + counted(logs, "log") + "   " + seconds + " s";
    }

    @Override
    public String readingNow(long items, String size, String path) {
        return counted(items, "item") + ", " + size + "  " + path;
    }

    @Override
    public String writingNow() {
        return "writing results";
    }

    @Override
    public String detecting(long detections, long matched, long loaded) {
        return counted(detections, "detection") + " by " + number(matched) + " of " + counted(loaded, "rule");
    }

    @Override
    public String rulesNotRun(long rules) {
        return counted(rules, "rule") + " could not run: ashiato rules lint DIR lists them";
    }

    @Override
    public String silentSources(long sources) {
        return counted(sources, "log source") + " that rules ask for had no event: see the report's coverage";
    }

    @Override
    public String findings(long findings, long hosts, long accounts, Optional<Instant> first, Optional<Instant> last) {
        String time = first.isPresent() && last.isPresent()
                ? ", " + day(first.get()) + " to " + day(last.get()) + " UTC"
                : "";
        return counted(findings, "finding") + ", " + counted(hosts, "host") + ", " + counted(accounts, "account")
                + time;
    }

    @Override
    public String hiding(List<Assessment.Tampering> tampering) {
        String proven = named(tampering, Assessment.TamperingVerdict.PROVEN, "proven");
        String suspicious = named(tampering, Assessment.TamperingVerdict.SUSPICIOUS, "suspicious");
        return proven.isEmpty() && suspicious.isEmpty()
                ? "none seen"
                : proven + (proven.isEmpty() || suspicious.isEmpty() ? "" : "; ") + suspicious;
    }

    private static String named(
            List<Assessment.Tampering> tampering, Assessment.TamperingVerdict verdict, String word) {
        List<String> hosts = tampering.stream()
                .filter(t -> t.verdict() == verdict)
                .map(Assessment.Tampering::host)
                .toList();
        return hosts.isEmpty()
                ? ""
                : word + " on "
                        + (hosts.size() <= HOSTS_NAMED
                                ? hosts.stream().map(Visible::of).collect(Collectors.joining(", "))
                                : number(hosts.size()) + " hosts");
    }

    @Override
    public String attribution(Assessment.Attribution attribution) {
        if (attribution.named().isPresent()) {
            Hypothesis first = attribution.hypotheses().getFirst();
            return Visible.of(first.name()) + ", "
                    + Terms.of(first.likelihood()).english() + " ("
                    + first.likelihood().low() + "-" + first.likelihood().high() + "%), confidence "
                    + Terms.of(first.confidence()).english();
        }
        return "nobody is named: "
                + attribution.refusal().map(EnglishWords::refusal).orElse("nothing was assessed");
    }

    private static String refusal(Assessment.Refusal refusal) {
        return switch (refusal) {
            case NOTHING_POINTS -> "nothing points to anyone who is known";
            case NO_INTRUSION -> "no sign of an intrusion";
            case ONLY_TECHNIQUES -> "techniques alone name no one";
            case ONLY_PUBLIC_TOOLS -> "public tools alone name no one";
            case ONE_KIND_OF_EVIDENCE -> "only one independent kind of evidence, two are needed";
            case TOO_WEAK -> "the evidence is too weak";
            case CONTRADICTED -> "the evidence contradicts itself and may be planted";
            case COMPETING -> "two explanations are nearly as likely";
        };
    }

    @Override
    public String campaign(Assessment.Campaign campaign) {
        if (campaign.likelihood().isEmpty()) {
            return "no link to a known campaign";
        }
        return campaign.name().map(Visible::of).orElse("linked to published reports")
                + campaign.since()
                        .map(since -> ", since "
                                + Visible.of(CalendarDate.of(since.date()).english()))
                        .orElse("")
                + (campaign.countries().isEmpty()
                        ? ""
                        : "; target countries reported: "
                                + number(campaign.countries().size()));
    }

    @Override
    public String samples(List<SampleMatch> samples) {
        SampleMatch first = samples.getFirst();
        return counted(samples.size(), "resemblance") + " to known programs; " + Visible.of(first.family())
                + ": " + number(first.matchedFunctions()) + " of " + number(first.ownFunctions())
                + " own functions match";
    }

    @Override
    public String unread(long items) {
        return counted(items, "item") + " could not be read, or only in part: the report's evidence list says why";
    }

    @Override
    public String huntSummary(long detections, long rules, String seconds, String size, String rate) {
        return counted(detections, "detection") + " by " + counted(rules, "rule") + " in " + seconds + " s (" + size
                + ", " + rate + "/s).";
    }

    @Override
    public String read(long items, long events, List<HostSummary> hosts) {
        long channels = hosts.stream()
                .flatMap(host -> host.channels().stream())
                .map(channel -> channel.channel().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return counted(items, "item") + ", " + counted(events, "event") + ", " + counted(hosts.size(), "host") + ", "
                + counted(channels, "channel") + ".";
    }

    @Override
    public String nothingRead(long items) {
        return "no event could be read from " + counted(items, "item")
                + "; of logs, Windows event logs (.evtx) are read.";
    }

    @Override
    public String unreadDetails(long items) {
        return counted(items, "item") + " could not be read, or only in part:";
    }

    @Override
    public String lintSummary(long rules, long problems) {
        return counted(rules, "rule") + " can run, " + counted(problems, "problem") + ".";
    }

    @Override
    public HuntWords hunt() {
        return new HuntEnglishWords();
    }

    @Override
    public RuleWords rules() {
        return new RuleEnglishWords();
    }

    @Override
    public ExplainWords explain() {
        return new ExplainEnglishWords();
    }

    @Override
    public RecoveryWords recovery() {
        return new RecoveryEnglishWords();
    }

    @Override
    public KnowledgeWords knowledge() {
        return new KnowledgeEnglishWords();
    }

    @Override
    public JudgementWords judgement() {
        return new JudgementEnglishWords();
    }

    @Override
    public UsageWords usage() {
        return new UsageEnglishWords();
    }

    @Override
    public DumpWords dump() {
        return new DumpEnglishWords();
    }

    @Override
    public SampleWords samples() {
        return new SampleEnglishWords();
    }

    private static String counted(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
