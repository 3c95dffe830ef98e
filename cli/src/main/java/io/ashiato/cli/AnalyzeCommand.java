package io.ashiato.cli;

import io.ashiato.casefile.Analysis;
import io.ashiato.casefile.store.CaseExistsException;
import io.ashiato.casefile.store.CaseFolder;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.Assessment;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Finding;
import io.ashiato.model.HostSummary;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Tlp;
import io.ashiato.publish.Publication;
import io.ashiato.publish.language.DiagnosticText;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The main job: evidence in, report out.
@CommandLine.Command(
        name = "analyze",
        description = "Read evidence, find what an intruder did, and write a case folder with report and exports.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ashiato analyze examples/first-look -o my-case",
            "  ashiato analyze collection.zip --rules sigma/rules/windows -o case-17 --tlp amber+strict"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final String REPORT = "report/";
    private static final String EXPORTS = "exports/";

    private final Commands.Shared shared;

    @CommandLine.Mixin
    private EvidenceParameters evidence = new EvidenceParameters();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "CASE",
            required = true,
            description = "The case folder to make; it must not exist, or be empty.")
    private String output = "";

    @CommandLine.Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @Option(
            names = "--tlp",
            paramLabel = "LABEL",
            description = "Who may read the report: clear, green, amber (default), amber+strict, red.")
    private String tlp = "amber";

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Date of the report, in UTC (default: SOURCE_DATE_EPOCH, else now).")
    private Optional<String> date = Optional.empty();

    @CommandLine.Mixin
    private SettingsOptions settingsOptions = new SettingsOptions();

    @CommandLine.Mixin
    private KnowledgeOptions knowledgeOptions = new KnowledgeOptions();

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    AnalyzeCommand(Commands.Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws IOException {
        Words words = shared.words();
        options.check(words);
        Tlp label = label(words);
        Instant runDate = RunDate.of(date, shared.environment(), shared.clock(), words);
        int threads = options.threads(words);
        SettingsOptions.Loaded loaded = settingsOptions.load(evidence, words);
        Settings settings = loaded.settings();
        KnowledgeOptions.Loaded knowledge = knowledgeOptions.load(settings.knowledge(), words);
        refuseInside(loaded.evidence(), words);
        RuleCache cache = RuleCache.of(shared.environment(), loaded.evidence().arguments());
        RuleFolders.Loaded rules = ruleOptions.compile(RuleChoice.ALL, cache, words);
        try (CaseFolder folder = folder(runDate, words)) {
            return analyze(
                    folder,
                    new Analysis(
                            loaded.evidence(),
                            rules.rules(),
                            rules.problems(),
                            Version.text(),
                            runDate,
                            label,
                            evidence.hints(words),
                            new Analysis.Background(
                                    knowledge.ready(), knowledge.used(), settings.victim(), loaded.used()),
                            threads));
        } catch (CaseExistsException e) {
            throw caseExists(words);
        }
    }

    private int analyze(CaseFolder folder, Analysis analysis) throws IOException {
        var lines = new StageLines(shared.terminal(), shared.words(), options.quiet());
        Analysis.Background background = analysis.background();
        background
                .settings()
                .ifPresent(used -> lines.done(
                        shared.words().stage().settings(),
                        shared.words()
                                .settingsUsed(
                                        Visible.of(used.path()),
                                        used.amongEvidence(),
                                        background.used().hasInvented())));
        long started = System.nanoTime();
        noteStart(folder, analysis);
        IncidentCase incident = analysis.run(folder, lines);
        List<Publication> reports = Publication.reports(incident);
        for (Publication report : reports) {
            folder.write(REPORT + report.fileName(), report.content()::writeTo);
        }
        for (Publication export : Publication.exports(incident)) {
            folder.write(EXPORTS + export.fileName(), export.content()::writeTo);
        }
        folder.finish();
        tell(incident, analysis, lines, System.nanoTime() - started);
        tellResults(reports, lines);
        boolean nothing = incident.events() == 0 && incident.artefacts().isEmpty();
        boolean gaps = nothing || unread(incident) > 0;
        return gaps ? ExitCode.DONE_WITH_GAPS : ExitCode.DONE;
    }

    /// The case's own beginning: what made it. Neither the machine nor its user is noted.
    private static void noteStart(CaseFolder folder, Analysis analysis) throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("program", analysis.program());
        facts.put("rules", Integer.toString(analysis.rules().loaded()));
        folder.note("started", facts);
        if (analysis.background().settings().isPresent()) {
            folder.note("settings", analysis.background().settings().get().custody());
        }
    }

    private Tlp label(Words words) {
        String asked = "TLP:" + tlp.toUpperCase(Locale.ROOT);
        return Arrays.stream(Tlp.values())
                .filter(known -> known.label().equals(asked))
                .findFirst()
                .orElseThrow(() -> CommandException.wrongUse(
                        words.notOneOf("--tlp", Visible.of(tlp), "clear, green, amber, amber+strict, red")));
    }

    /// A case among the evidence would change it, and be evidence of the next run.
    private void refuseInside(EvidenceArguments.Found found, Words words) {
        Path target = RealPaths.of(target(words));
        for (EvidenceArguments.Argument argument : found.arguments()) {
            if (Files.isDirectory(argument.real()) && target.startsWith(argument.real())) {
                throw CommandException.wrongUse(words.caseInsideEvidence(
                        EvidenceParameters.quoted(output), EvidenceParameters.quoted(argument.asGiven())));
            }
        }
    }

    private Path target(Words words) {
        if (output.isBlank()) {
            throw CommandException.wrongUse(words.caseNeedsName());
        }
        try {
            return Path.of(output);
        } catch (InvalidPathException e) {
            throw CommandException.wrongUse(words.caseNeedsName());
        }
    }

    private CaseFolder folder(Instant runDate, Words words) throws CaseExistsException {
        try {
            return CaseFolder.create(target(words), runDate);
        } catch (CaseExistsException e) {
            throw e;
        } catch (IOException e) {
            throw CommandException.failed(
                    words.cannotWriteCase(EvidenceParameters.quoted(output), Visible.of(Reasons.of(e))));
        }
    }

    /// The first name of the form `my-case-2` that is free.
    private CommandException caseExists(Words words) {
        String base = withoutSlash(output);
        int number = 2;
        while (number < 1000 && Files.exists(Path.of(base + "-" + number))) {
            number++;
        }
        return CommandException.wrongUse(
                words.caseExists(EvidenceParameters.quoted(output), Visible.of(base + "-" + number)));
    }

    private void tell(IncidentCase incident, Analysis analysis, StageLines lines, long nanos) {
        Words words = shared.words();
        Words.Stage stage = words.stage();
        lines.done(
                stage.evidence(),
                words.evidence(
                        incident.items().size(),
                        StageLines.size(incident.items().stream()
                                .mapToLong(item -> Math.max(0, item.size()))
                                .sum()),
                        incident.hosts().stream()
                                .map(HostSummary::name)
                                .map(Visible::of)
                                .toList()));
        lines.done(stage.reading(), words.reading(incident.events(), logs(incident), StageLines.seconds(nanos)));
        lines.done(
                stage.detecting(),
                words.detecting(
                        incident.detections(),
                        incident.rules().matched(),
                        incident.rules().loaded()));
        if (!analysis.ruleProblems().isEmpty()) {
            lines.done("", words.rulesNotRun(analysis.ruleProblems().size()));
        }
        if (!incident.rules().silent().isEmpty()) {
            lines.done("", words.silentSources(incident.rules().silent().size()));
        }
        lines.done(stage.findings(), findings(incident));
        lines.done(
                stage.hiding(),
                words.hiding(incident.assessments().stream()
                        .filter(Assessment.Tampering.class::isInstance)
                        .map(Assessment.Tampering.class::cast)
                        .toList()));
        if (!incident.samples().isEmpty()) {
            lines.done(stage.programs(), words.samples(incident.samples()));
        }
        for (Assessment assessment : incident.assessments()) {
            switch (assessment) {
                case Assessment.Attribution attribution ->
                    lines.done(stage.attribution(), words.attribution(attribution));
                case Assessment.Campaign campaign -> lines.done(stage.campaign(), words.campaign(campaign));
                case Assessment.Intrusion intrusion -> {} // told by the findings
                case Assessment.Tampering tampering -> {} // told above
            }
        }
        incident.diagnostics().stream()
                .filter(d -> d.code() == DiagnosticCode.EVENT_STORE_ABSENT
                        || d.code() == DiagnosticCode.REGEX_GIVEN_UP
                        || d.code() == DiagnosticCode.CORRELATIONS_CUT)
                .forEach(d -> lines.done("", DiagnosticText.sentence(d.code(), words.language())));
        if (incident.events() == 0) {
            lines.done("", words.nothingRead(incident.items().size()));
        }
        if (unread(incident) > 0) {
            lines.done("", words.unread(unread(incident)));
        }
    }

    private String findings(IncidentCase incident) {
        List<Finding> findings = incident.findings();
        return shared.words()
                .findings(
                        findings.size(),
                        findings.stream()
                                .map(f -> f.host().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count(),
                        findings.stream()
                                .flatMap(f -> f.account().stream())
                                .map(account -> account.toLowerCase(Locale.ROOT))
                                .distinct()
                                .count(),
                        findings.stream().flatMap(f -> f.start().stream()).min(Instant::compareTo),
                        findings.stream().flatMap(f -> f.end().stream()).max(Instant::compareTo));
    }

    /// The results: these lines go to standard output, the paths of the reports alone when quiet.
    private void tellResults(List<Publication> reports, StageLines lines) {
        Words.Stage stage = shared.words().stage();
        String folder = Visible.of(withoutSlash(output)) + "/";
        List<String> pages = reports.stream()
                .map(Publication::fileName)
                .filter(name -> name.endsWith(".html"))
                .map(name -> folder + REPORT + name)
                .toList();
        if (options.quiet()) {
            pages.forEach(shared.terminal().out()::println);
        } else {
            shared.terminal().out().println(lines.labelled(stage.report(), String.join("   ", pages)));
            shared.terminal()
                    .out()
                    .println(
                            lines.labelled(stage.exports(), folder + EXPORTS + " (STIX, MISP, Navigator, Sigma, CSV)"));
        }
        shared.terminal().out().flush();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static long logs(IncidentCase incident) {
        return incident.items().stream()
                .filter(item -> item.kind() == EvidenceKind.EVTX)
                .count();
    }

    private static long unread(IncidentCase incident) {
        return Unread.items(incident.diagnostics());
    }
}
