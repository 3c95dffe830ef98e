package io.ashiato.casefile.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.model.ItemOutcome;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// SigmaHQ's rules on logs that are no event logs of Windows, all rules at once.
class OtherLogsTest {
    private static Optional<RuleSet> rules = Optional.empty();

    /// Rule id -> log source.
    private static final Map<String, String> sources = new HashMap<>();

    @BeforeAll
    static void compileRules() throws IOException {
        RuleSet compiled = RuleSet.compile(Shared.rules(path -> true));
        rules = Optional.of(compiled);
        compiled.rules().forEach(rule -> sources.put(rule.about().id(), rule.source()));
    }

    static Stream<Arguments> logs() {
        return Stream.of(
                argumentSet(
                        "CloudTrail, as it is delivered",
                        """
                        {"Records":[{"eventVersion":"1.08","userIdentity":{"type":"Root","arn":"arn:aws:iam::1:root"},
                        "eventTime":"2024-05-06T07:08:09Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin",
                        "awsRegion":"us-east-1","sourceIPAddress":"203.0.113.5","eventType":"AwsConsoleSignIn"},
                        {"eventVersion":"1.08","eventTime":"2024-05-06T07:09:09Z","eventSource":
                        "cloudtrail.amazonaws.com","eventName":"StopLogging","awsRegion":"us-east-1"}]}""",
                        "aws/cloudtrail",
                        "AWS CloudTrail Important Change, AWS Root Credentials"),
                argumentSet(
                        "CloudTrail, lines",
                        """
                        {"eventVersion":"1.08","eventTime":"2024-05-06T07:08:09Z","eventSource":"ec2.amazonaws.com","eventName":"ModifyInstanceAttribute","awsRegion":"x","requestParameters":{"attribute":"userData","instanceId":"i-1"}}
                        {"eventVersion":"1.08","eventTime":"2024-05-06T07:08:10Z","eventSource":"guardduty.amazonaws.com","eventName":"UpdateDetector","awsRegion":"x","errorCode":null,"requestParameters":{"enable":false}}
                        """,
                        "aws/cloudtrail",
                        "AWS EC2 Startup Shell Script Change, AWS GuardDuty Detector Deleted Or Updated"),
                argumentSet("Azure sign-ins of a storage account", """
                        {"records":[{"time":"2024-05-06T07:08:09.123Z","operationName":"Sign-in activity","category":
                        "SignInLogs","tenantId":"t","resultType":"50053","resultDescription":"locked","properties":
                        {"userAgent":"azurehound/1","conditionalAccessStatus":"notApplied"}}]}""", "azure/signinlogs", "Account Lockout"),
                argumentSet("Azure sign-ins of Log Analytics", """
                        {"TimeGenerated":"2024-05-06T07:08:09.123Z","OperationName":"Sign-in activity","Category":
                        "SignInLogs","ResultType":"50126","ResultDescription":
                        "Invalid username or password or Invalid on-premises username or password.","TenantId":"t"}""", "azure/signinlogs", ""),
                argumentSet("Azure directory audit", """
                        {"time":"2024-05-06T07:08:09Z","category":"AuditLogs","tenantId":"t","operationName":
                        "Add owner to application","properties":{"loggedByService":"Core Directory","result":"success"}}""", "azure/auditlogs", "Added Owner To Application"),
                argumentSet("Azure risk", """
                        {"time":"2024-05-06T07:08:09Z","category":"UserRiskEvents","tenantId":"t","operationName":
                        "User Risk Detection","properties":{"riskEventType":"anonymizedIPAddress"}}""", "azure/riskdetection", "Anonymous IP Address"),
                argumentSet("Azure activity", """
                        {"records":[{"time":"2024-05-06T07:08:09Z","resourceId":"/SUBSCRIPTIONS/X","operationName":
                        "MICROSOFT.KEYVAULT/VAULTS/DELETE","category":"Administrative","resultType":"Success"}]}""", "azure/activitylogs", "Azure Key Vault Modified or Deleted"),
                argumentSet(
                        "Microsoft 365, record in a row of an export",
                        """
                        [{"RecordType":"15","CreationDate":"2024-05-06T07:08:09Z","AuditData":
                        "{\\"CreationTime\\":\\"2024-05-06T07:08:09\\",\\"Operation\\":\\"UserLoggedIn\\",\\"Workload\\":\\"AzureActiveDirectory\\",\\"ApplicationId\\":\\"9ba1a5c7-f17a-4de9-a1f1-6178c8d51223\\",\\"ResultStatus\\":\\"Success\\",\\"RequestType\\":\\"Cmsi:Cmsi\\"}"}]""",
                        "m365/audit",
                        "Azure Login Bypassing Conditional Access Policies"),
                argumentSet("Google Cloud", """
                        [{"insertId":"1","logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity","timestamp":
                        "2024-05-06T07:08:09.1Z","protoPayload":{"serviceName":"compute.googleapis.com","methodName":
                        "v1.compute.firewalls.delete"}}]""", "gcp/gcp.audit", "Google Cloud Firewall Modified or Deleted"),
                argumentSet("Okta", """
                        {"published":"2024-05-06T07:08:09.123Z","eventType":"system.api_token.create","actor":
                        {"alternateId":"a@example.org"},"outcome":{"result":"SUCCESS"}}""", "okta/okta", "Okta API Token Created"),
                argumentSet("GitHub", """
                        {"@timestamp":1714979289123,"action":"org.disable_two_factor_requirement","actor":"a","org":"o"}""", "github/audit", "Github High Risk Configuration Disabled"),
                argumentSet(
                        "Kubernetes", """
                        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"1","verb":"create","objectRef":
                        {"resource":"pods","subresource":"exec"},"requestReceivedTimestamp":"2024-05-06T07:08:09Z"}""", "kubernetes/audit", "Potential Remote Command Execution In Pod Container"),
                argumentSet("Zeek, JSON", """
                        {"ts":1714979289.123456,"uid":"C1","id.orig_h":"192.0.2.1","id.orig_p":1,"id.resp_h":"198.51.100.1","id.resp_p":53,"query":"pool.minergate.com","qtype_name":"A","rejected":false,"Z":0}
                        """, "zeek/dns", "DNS Events Related To Mining Pools"),
                argumentSet("Zeek, its own form", """
                        #separator \\x09
                        #set_separator	,
                        #empty_field	(empty)
                        #unset_field	-
                        #path	http
                        #fields	ts	uid	id.orig_h	id.resp_h	method	host	uri	user_agent	resp_mime_types
                        #types	time	string	addr	addr	string	string	string	string	vector[string]
                        1714979289.123456	C1	192.0.2.1	198.51.100.1	GET	x	/webdav/a.exe	-	application/x-dosexec,x
                        #close	2024-05-06-08-00-00
                        """, "zeek/http", "Executable from Webdav"),
                argumentSet(
                        "auditd",
                        """
                        type=SYSCALL msg=audit(1714979289.123:77): arch=c000003e syscall=59 success=yes exit=0 a0=5581 a1=5582 ppid=1 pid=2 auid=1000 uid=0 comm="chattr" exe="/usr/bin/chattr" key=(null)ARCH=x86_64 SYSCALL=execve UID="root"
                        type=EXECVE msg=audit(1714979289.123:77): argc=3 a0="chattr" a1="-i" a2=2F746D702F6120622E747874
                        type=CWD msg=audit(1714979289.123:77): cwd="/root"
                        type=PROCTITLE msg=audit(1714979289.123:77): proctitle=636861747472002D69
                        """,
                        "linux/auditd",
                        "Remove Immutable File Attribute, Remove Immutable File Attribute - Auditd"),
                argumentSet(
                        "syslog of today's daemons",
                        """
                        2024-05-06T07:08:09.123456+02:00 web crontab[77]: (root) REPLACE (root)
                        2024-05-06T07:08:10.123456+02:00 web sshd[78]: error: buffer_get_string_ret: buffer_get_string_ret error in x
                        2024-05-06T07:08:11.123456+02:00 web sudo: bob : TTY=pts/0 ; PWD=/tmp ; USER=#-1 ; COMMAND=/bin/sh -c id ; x
                        """,
                        "linux/sudo",
                        "Modifying Crontab, Sudo Privilege Escalation CVE-2019-14287 - Builtin"),
                argumentSet("syslog of RFC 5424", """
                        <86>1 2024-05-06T07:08:09.123Z web crontab 77 - [x@1 y="z"] (root) REPLACE (root)
                        """, "linux/cron", "Modifying Crontab"),
                argumentSet("Sysmon for Linux", """
                        2024-05-06T07:08:09.123456+02:00 web sysmon: <Event><System><Provider Name="Linux-Sysmon" Guid="{ff032593-a8d3-4f13-b0d6-01fc615a0f97}"/><EventID>1</EventID><TimeCreated SystemTime="2024-05-06T05:08:09.123456000Z"/><EventRecordID>9</EventRecordID><Channel>Linux-Sysmon/Operational</Channel><Computer>web</Computer></System><EventData><Data Name="Image">/usr/bin/chattr</Data><Data Name="CommandLine">chattr -i /etc/passwd</Data></EventData></Event>
                        """, "Linux-Sysmon/Operational", "Remove Immutable File Attribute"),
                argumentSet("Apache, combined", """
                        203.0.113.5 - - [06/May/2024:07:08:09 +0200] "GET /a?f=../../../etc/passwd HTTP/1.1" 200 12 "-" "Mozilla/5.0 (hydra)"
                        """, "webserver", "Path Traversal Exploitation Attempts"),
                argumentSet("IIS", """
                        #Software: Microsoft Internet Information Services 10.0
                        #Version: 1.0
                        #Date: 2024-05-06 00:00:00
                        #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
                        2024-05-06 07:08:09 192.0.2.1 GET /a f=../../../etc/passwd 443 - 203.0.113.5 Mozilla/5.0+(x) - 200 0 0 5
                        """, "webserver", "Path Traversal Exploitation Attempts"),
                argumentSet("a proxy", """
                        #Software: SGOS 6.7
                        #Fields: date time time-taken c-ip sc-status s-action cs-method cs-host cs-uri-path cs-uri-query cs(User-Agent)
                        2024-05-06 07:08:09 5 203.0.113.5 200 TCP_MISS GET x.example /a - "Mozilla (hydra)"
                        """, "proxy", "Hack Tool User Agent"),
                argumentSet("firewall of Windows", """
                        #Version: 1.5
                        #Software: Microsoft Windows Firewall
                        #Fields: date time action protocol src-ip dst-ip src-port dst-port size
                        2024-05-06 07:08:09 ALLOW TCP 192.0.2.1 198.51.100.1 50001 23 0
                        """, "firewall", ""));
    }

    /// Whatever a log is laid out as.
    @ParameterizedTest
    @MethodSource("logs")
    void noRuleOfWindowsFires(String log, String channel, String titles, @TempDir Path folder) throws IOException {
        HuntRun run = HuntRun.of(rules.orElseThrow(), folder, "log", log.getBytes(UTF_8));

        assertThat(run.detections())
                .extracting(detection -> sources.get(detection.rule().id()))
                .noneMatch(source -> source.startsWith("windows"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void rulesOfItsSourceFire(String log, String channel, String titles, @TempDir Path folder) throws IOException {
        HuntRun run = HuntRun.of(rules.orElseThrow(), folder, "log", log.getBytes(UTF_8));

        assertThat(run.summary().reading().items())
                .extracting(item -> item.outcome().state())
                .containsExactly(ItemOutcome.State.READ);
        assertThat(run.summary().hosts().getFirst().channels())
                .extracting(coverage -> coverage.channel())
                .contains(channel);
        assertThat(run.summary().hosts())
                .allSatisfy(host -> assertThat(host.first()).isPresent());
        if (titles.isEmpty()) {
            assertThat(run.titles()).isEmpty();
        } else {
            assertThat(run.titles()).contains(titles.split(", "));
        }
    }
}
