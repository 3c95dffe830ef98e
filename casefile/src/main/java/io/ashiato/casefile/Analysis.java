package io.ashiato.casefile;

import io.ashiato.bytes.Digests;
import io.ashiato.casefile.advice.CaseRules;
import io.ashiato.casefile.artefacts.ArtefactRegister;
import io.ashiato.casefile.artefacts.DeliveryChains;
import io.ashiato.casefile.artefacts.LureIndicators;
import io.ashiato.casefile.artefacts.ProgramComparer;
import io.ashiato.casefile.findings.AccountLedger;
import io.ashiato.casefile.findings.FindingBuilder;
import io.ashiato.casefile.findings.HostLedger;
import io.ashiato.casefile.findings.IndicatorCollector;
import io.ashiato.casefile.findings.IntrusionJudgement;
import io.ashiato.casefile.findings.Spelling;
import io.ashiato.casefile.judgement.CaseEvidenceBuilder;
import io.ashiato.casefile.pipeline.EvidenceReader;
import io.ashiato.casefile.pipeline.EvidenceReading;
import io.ashiato.casefile.pipeline.MatchedEvent;
import io.ashiato.casefile.pipeline.Progress;
import io.ashiato.casefile.pipeline.ReadingHints;
import io.ashiato.casefile.store.CaseFolder;
import io.ashiato.casefile.store.CaseJson;
import io.ashiato.casefile.store.DetectionJson;
import io.ashiato.casefile.tampering.TamperingVerdicts;
import io.ashiato.casefile.tampering.TamperingWatch;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.intel.judgement.CaseEvidence;
import io.ashiato.intel.judgement.CaseJudgement;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.model.Assessment;
import io.ashiato.model.CaseRule;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.Finding;
import io.ashiato.model.HostSummary;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.RuleCoverage;
import io.ashiato.model.RuleProblem;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.model.Tlp;
import io.ashiato.sigma.RuleSet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The main job: everything that is known of one incident, from its evidence to `case.json`, in a folder that
/// also holds every event and every detection. Reports and exports are made from the case that it returns.
///
/// @param program name and version, as it stands in the case
/// @param date of the run
/// @param ruleProblems of rule files, those of `rules` included
/// @param background what is known beside the evidence
/// @param threads at least 1; the result does not depend on it
public record Analysis(
        EvidenceArguments.Found evidence,
        RuleSet rules,
        List<RuleProblem> ruleProblems,
        String program,
        Instant date,
        Tlp tlp,
        ReadingHints hints,
        Background background,
        int threads) {

    /// What is known beside the evidence.
    ///
    /// @param knowledge published facts, already narrowed to what may be used
    /// @param used how the case names them
    /// @param victim whom the intrusion hit, as the owner of the case says
    /// @param settings that were followed, where there were any
    public record Background(
            Knowledge knowledge, KnowledgeUsed used, CaseEvidence.Victim victim, Optional<SettingsUsed> settings) {
        /// The built-in knowledge alone.
        public static Background builtIn() {
            Knowledge knowledge = Knowledge.builtIn();
            return new Background(
                    knowledge,
                    new KnowledgeUsed(
                            knowledge.version(),
                            Optional.empty(),
                            knowledge.samples().size(),
                            List.of()),
                    CaseEvidence.Victim.UNKNOWN,
                    Optional.empty());
        }
    }

    /// Runs the analysis and writes `events/`, `detections.jsonl`, `case.json` and its schema into the folder.
    ///
    /// @throws IOException if this machine fails to read or write
    public IncidentCase run(CaseFolder folder, Progress progress) throws IOException {
        try (EventStoreChoice events = EventStoreChoice.open(folder)) {
            var run = new Run(folder, events);
            return run.analyze(progress);
        }
    }

    private final class Run {
        private final CaseFolder folder;
        private final EventStoreChoice store;
        private final AttackKnowledge attack = AttackKnowledge.builtIn();
        private final Detections detections;
        private final HostLedger hosts = new HostLedger();
        private final TamperingWatch tampering = new TamperingWatch();
        private final ProgramComparer programs;
        private final ArtefactRegister artefacts;
        private long events;

        Run(CaseFolder folder, EventStoreChoice store) throws IOException {
            this.folder = folder;
            this.store = store;
            this.detections = new Detections(rules, folder.scratch());
            this.programs = new ProgramComparer(background.knowledge().samples());
            this.artefacts = new ArtefactRegister(programs);
        }

        IncidentCase analyze(Progress progress) throws IOException {
            var reader =
                    new EvidenceReader(rules, threads, folder.scratch(), List.of(folder.staging()), hints, progress);
            EvidenceReading reading = reader.read(evidence, event -> () -> event(event), artefacts);
            progress.writing();
            detections.finish();
            custody(reading.items());
            store.finish(folder);

            var findingBuilder = new FindingBuilder(attack);
            var accounts = new AccountLedger();
            var indicators = new IndicatorCollector();
            folder.write("detections.jsonl", out -> detections(out, findingBuilder, accounts, indicators));

            var spelling = new Spelling(hosts, accounts);
            List<Finding> unweighed = spelling.ofFindings(findingBuilder.finish());
            List<TamperingFact> facts = spelling.ofFacts(tampering.finish(damaged(reading.items()), unweighed));
            List<Finding> findings = TamperingVerdicts.weigh(unweighed, facts);
            List<HostSummary> hostSummaries = hosts.finish();
            List<DeliveryChain> chains = DeliveryChains.of(artefacts.artefacts(), findings);
            List<SampleMatch> samples = programs.matches();
            List<Indicator> allIndicators =
                    LureIndicators.join(indicators.finish(findings), artefacts.artefacts(), chains, samples);
            List<Assessment> assessments = assessments(findings, facts, reading.items(), hostSummaries);
            CaseJudgement judgement = CaseJudgement.of(
                    CaseEvidenceBuilder.of(
                            artefacts.artefacts(),
                            chains,
                            samples,
                            allIndicators,
                            findings,
                            assessments,
                            background.victim()),
                    background.knowledge());
            assessments.add(judgement.attribution());
            assessments.add(judgement.campaign());
            String id = caseId(reading.items());
            var incident = new IncidentCase(
                    id,
                    date,
                    program,
                    tlp,
                    AttackKnowledge.VERSION,
                    reading.items(),
                    diagnostics(reading, findingBuilder.dropped(), indicators.leftOut()),
                    events,
                    detections.count(),
                    first(hostSummaries),
                    last(hostSummaries),
                    ruleCoverage(reading.seenSources()),
                    hostSummaries,
                    accounts.finish(),
                    findings,
                    facts,
                    assessments,
                    allIndicators,
                    techniques(findings),
                    artefacts.artefacts(),
                    chains,
                    samples,
                    judgement.relations(),
                    advice(id, findings, allIndicators, chains),
                    background.used());
            folder.write("case.json", out -> write(out, writer -> CaseJson.write(incident, writer)));
            folder.write("case.schema.json", out -> write(out, writer -> writer.write(CaseJson.schema())));
            return incident;
        }

        private List<CaseRule> advice(
                String id, List<Finding> findings, List<Indicator> indicators, List<DeliveryChain> chains)
                throws IOException {
            var advice = new CaseRules(id, date, findings, indicators, chains);
            detections.forEach(detection -> advice.observe(detection.event()));
            return advice.finish();
        }

        private void event(MatchedEvent matchedEvent) throws IOException {
            events++;
            hosts.observe(matchedEvent.event());
            tampering.observe(matchedEvent.event());
            store.add(matchedEvent.event());
            detections.add(matchedEvent);
        }

        private void detections(
                OutputStream out, FindingBuilder findings, AccountLedger accounts, IndicatorCollector indicators)
                throws IOException {
            var json = new DetectionJson();
            detections.forEach(detection -> {
                for (byte[] piece : json.of(detection.event()).line(detection)) {
                    out.write(piece);
                }
                hosts.observe(detection);
                findings.accept(detection);
                accounts.observe(detection);
                indicators.observe(detection);
            });
        }

        private void custody(List<EvidenceItem> items) throws IOException {
            for (EvidenceItem item : items) {
                var facts = new LinkedHashMap<String, String>();
                facts.put("path", item.path());
                facts.put("size", Long.toString(item.size()));
                facts.put("sha256", item.sha256());
                facts.put("outcome", item.outcome().state().name().toLowerCase(Locale.ROOT));
                folder.note("read", facts);
            }
        }

        private List<Diagnostic> diagnostics(EvidenceReading reading, long droppedFindings, long droppedIndicators) {
            var all = new ArrayList<>(reading.diagnostics());
            background.settings().map(SettingsUsed::diagnostic).ifPresent(all::add);
            store.reason()
                    .ifPresent(reason -> all.add(
                            Diagnostic.of(DiagnosticCode.EVENT_STORE_ABSENT, "").with("reason", reason)));
            if (droppedFindings > 0) {
                all.add(Diagnostic.of(DiagnosticCode.FINDINGS_CUT, "").with("more", Long.toString(droppedFindings)));
            }
            if (droppedIndicators > 0) {
                all.add(Diagnostic.of(DiagnosticCode.INDICATORS_CUT, "")
                        .with("more", Long.toString(droppedIndicators)));
            }
            if (background.used().hasInvented()) {
                all.add(Diagnostic.of(DiagnosticCode.KNOWLEDGE_INVENTED, ""));
            }
            if (artefacts.leftOut() > 0) {
                all.add(Diagnostic.of(DiagnosticCode.ARTEFACTS_CUT, "")
                        .with("more", Long.toString(artefacts.leftOut())));
            }
            detections.diagnostic().ifPresent(all::add);
            all.addAll(programs.notCompared());
            if (tampering.leftOut() > 0) {
                all.add(Diagnostic.of(DiagnosticCode.TAMPERING_CUT, "")
                        .with("more", Long.toString(tampering.leftOut())));
            }
            return all;
        }

        private RuleCoverage ruleCoverage(Set<String> seenSources) {
            return new RuleCoverage(
                    rules.loaded(), detections.rulesMatched(), ruleProblems, rules.silentSources(seenSources));
        }

        private Map<String, Technique> techniques(List<Finding> findings) {
            var known = new HashMap<String, Technique>();
            for (Finding finding : findings) {
                for (String id : finding.techniques()) {
                    attack.current(id).ifPresent(technique -> known.put(technique.id(), technique));
                }
            }
            return known;
        }
    }

    /// Logs that lost records by damage.
    private static Set<String> damaged(List<EvidenceItem> items) {
        return items.stream()
                .filter(item -> item.outcome().incomplete() || item.outcome().damaged() > 0)
                .map(EvidenceItem::path)
                .collect(Collectors.toSet());
    }

    private static List<Assessment> assessments(
            List<Finding> findings, List<TamperingFact> facts, List<EvidenceItem> items, List<HostSummary> hosts) {
        var assessments = new ArrayList<Assessment>();
        IntrusionJudgement.of(findings, facts, items).ifPresent(assessments::add);
        assessments.addAll(TamperingVerdicts.of(hosts, facts, findings));
        return assessments;
    }

    /// The same for the same evidence, wherever it lies and whenever it is read.
    private static String caseId(List<EvidenceItem> items) {
        String digests = String.join(
                "\n", items.stream().map(EvidenceItem::sha256).sorted().toList());
        return "AS-"
                + Digests.sha256(digests.getBytes(StandardCharsets.US_ASCII)).substring(0, 10);
    }

    private static Optional<Instant> first(List<HostSummary> hosts) {
        return hosts.stream().flatMap(host -> host.first().stream()).min(Instant::compareTo);
    }

    private static Optional<Instant> last(List<HostSummary> hosts) {
        return hosts.stream().flatMap(host -> host.last().stream()).max(Instant::compareTo);
    }

    private interface Text {
        void writeTo(Writer writer) throws IOException;
    }

    private static void write(OutputStream out, Text text) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.writeTo(writer);
        writer.flush();
    }
}
