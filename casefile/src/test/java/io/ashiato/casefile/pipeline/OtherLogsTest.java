package io.ashiato.casefile.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.model.ItemOutcome;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
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

    @BeforeAll
    static void compileRules() throws IOException {
        rules = Optional.of(RuleSet.compile(Shared.rules(path -> true)));
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
                argumentSet(
                        "Azure sign-ins of a storage account",
                        """
                        {"records":[{"time":"2024-05-06T07:08:09.123Z","operationName":"Sign-in activity","category":
                        "SignInLogs","tenantId":"t","resultType":"50053","resultDescription":"locked","properties":
                        {"userAgent":"azurehound/1","conditionalAccessStatus":"notApplied"}}]}""",
                        "azure/signinlogs",
                        "Account Lockout"),
                argumentSet(
                        "Azure sign-ins of Log Analytics",
                        """
                        {"TimeGenerated":"2024-05-06T07:08:09.123Z","OperationName":"Sign-in activity","Category":
                        "SignInLogs","ResultType":"50126","ResultDescription":
                        "Invalid username or password or Invalid on-premises username or password.","TenantId":"t"}""",
                        "azure/signinlogs",
                        ""),
                argumentSet(
                        "Azure directory audit",
                        """
                        {"time":"2024-05-06T07:08:09Z","category":"AuditLogs","tenantId":"t","operationName":
                        "Add owner to application","properties":{"loggedByService":"Core Directory","result":"success"}}""",
                        "azure/auditlogs",
                        "Added Owner To Application"),
                argumentSet(
                        "Azure risk",
                        """
                        {"time":"2024-05-06T07:08:09Z","category":"UserRiskEvents","tenantId":"t","operationName":
                        "User Risk Detection","properties":{"riskEventType":"anonymizedIPAddress"}}""",
                        "azure/riskdetection",
                        "Anonymous IP Address"),
                argumentSet(
                        "Azure activity",
                        """
                        {"records":[{"time":"2024-05-06T07:08:09Z","resourceId":"/SUBSCRIPTIONS/X","operationName":
                        "MICROSOFT.KEYVAULT/VAULTS/DELETE","category":"Administrative","resultType":"Success"}]}""",
                        "azure/activitylogs",
                        "Azure Key Vault Modified or Deleted"),
                argumentSet(
                        "Microsoft 365, record in a row of an export",
                        """
                        [{"RecordType":"15","CreationDate":"2024-05-06T07:08:09Z","AuditData":
                        "{\\"CreationTime\\":\\"2024-05-06T07:08:09\\",\\"Operation\\":\\"UserLoggedIn\\",\\"Workload\\":\\"AzureActiveDirectory\\",\\"ApplicationId\\":\\"9ba1a5c7-f17a-4de9-a1f1-6178c8d51223\\",\\"ResultStatus\\":\\"Success\\",\\"RequestType\\":\\"Cmsi:Cmsi\\"}"}]""",
                        "m365/audit",
                        "Azure Login Bypassing Conditional Access Policies"),
                argumentSet(
                        "Google Cloud",
                        """
                        [{"insertId":"1","logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity","timestamp":
                        "2024-05-06T07:08:09.1Z","protoPayload":{"serviceName":"compute.googleapis.com","methodName":
                        "v1.compute.firewalls.delete"}}]""",
                        "gcp/gcp.audit",
                        "Google Cloud Firewall Modified or Deleted"),
                argumentSet(
                        "Okta",
                        """
                        {"published":"2024-05-06T07:08:09.123Z","eventType":"system.api_token.create","actor":
                        {"alternateId":"a@example.org"},"outcome":{"result":"SUCCESS"}}""",
                        "okta/okta",
                        "Okta API Token Created"),
                argumentSet(
                        "GitHub",
                        """
                        {"@timestamp":1714979289123,"action":"org.disable_two_factor_requirement","actor":"a","org":"o"}""",
                        "github/audit",
                        "Github High Risk Configuration Disabled"),
                argumentSet(
                        "Kubernetes",
                        """
                        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"1","verb":"create","objectRef":
                        {"resource":"pods","subresource":"exec"},"requestReceivedTimestamp":"2024-05-06T07:08:09Z"}""",
                        "kubernetes/audit",
                        "Potential Remote Command Execution In Pod Container"),
                argumentSet(
                        "Zeek, JSON",
                        """
                        {"ts":1714979289.123456,"uid":"C1","id.orig_h":"192.0.2.1","id.orig_p":1,"id.resp_h":"198.51.100.1","id.resp_p":53,"query":"pool.minergate.com","qtype_name":"A","rejected":false,"Z":0}
                        """,
                        "zeek/dns",
                        "DNS Events Related To Mining Pools"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void rulesOfItsSourceFire(String log, String channel, String titles, @TempDir Path folder) throws IOException {
        HuntRun run = HuntRun.of(rules.orElseThrow(), folder, "log", log.getBytes(UTF_8));

        assertThat(run.summary().reading().items()).extracting(item -> item.outcome().state())
                .containsExactly(ItemOutcome.State.READ);
        assertThat(run.summary().hosts().getFirst().channels())
                .extracting(coverage -> coverage.channel())
                .contains(channel);
        assertThat(run.summary().hosts()).allSatisfy(host -> assertThat(host.first()).isPresent());
        if (titles.isEmpty()) {
            assertThat(run.titles()).isEmpty();
        } else {
            assertThat(run.titles()).contains(titles.split(", "));
        }
    }
}
