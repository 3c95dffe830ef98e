package io.ashiato.readers.jsonlog;

import java.util.List;

/// What tells the records of one cloud service, and where they say what an event needs.
///
/// @param marks values that each record has
/// @param channel for which the table of log sources has rules
/// @param times places of when it happened, the nearer before the wider
/// @param actions places of what happened
/// @param providers places of the part of the service that tells it
record CloudSource(int marks, String channel, List<String> times, List<String> actions, List<String> providers) {
    static final CloudSource CLOUDTRAIL = new CloudSource(
            Mark.EVENT_NAME | Mark.EVENT_SOURCE | Mark.AWS,
            "aws/cloudtrail",
            places("eventTime"),
            places("eventName"),
            places("eventSource"));

    static final CloudSource MICROSOFT_365 = new CloudSource(
            Mark.OPERATION | Mark.WORKLOAD,
            "m365/audit",
            places("CreationTime", "CreationDate", "TimeGenerated"),
            places("Operation"),
            places("Workload"));

    /// Alerts of Microsoft's cloud access broker, with the names that rules for `m365` use.
    static final CloudSource DEFENDER_CLOUD_APPS = new CloudSource(
            Mark.EVENT_NAME | Mark.EVENT_SOURCE,
            "m365/audit",
            places("eventTime", "timestamp", "CreationTime"),
            places("eventName"),
            places("eventSource"));

    static final CloudSource GOOGLE_CLOUD = new CloudSource(
            Mark.PROTO_PAYLOAD,
            "gcp/gcp.audit",
            places("timestamp", "data.timestamp", "receiveTimestamp"),
            places("protoPayload.methodName", "data.protoPayload.methodName"),
            places("protoPayload.serviceName", "data.protoPayload.serviceName"));

    static final CloudSource KUBERNETES = new CloudSource(
            Mark.AUDIT_ID | Mark.VERB,
            "kubernetes/audit",
            places("requestReceivedTimestamp", "stageTimestamp", "metadata.creationTimestamp"),
            places("verb"),
            places("apiVersion"));

    static final CloudSource OKTA = new CloudSource(
            Mark.EVENT_TYPE | Mark.OKTA, "okta/okta", places("published"), places("eventType"), places());

    static final CloudSource BITBUCKET = new CloudSource(
            Mark.AUDIT_TYPE, "bitbucket/audit", places("timestamp", "date"), places("auditType.action"), places());

    static final CloudSource GITHUB = new CloudSource(
            Mark.ACTION | Mark.GITHUB, "github/audit", places("@timestamp", "created_at"), places("action"), places());

    static final CloudSource ONELOGIN = new CloudSource(
            Mark.EVENT_TYPE_ID,
            "onelogin/onelogin.events",
            places("event_timestamp", "created_at"),
            places("event_type_id"),
            places());

    static final CloudSource OPENCANARY = new CloudSource(
            Mark.LOG_TYPE | Mark.NODE_ID,
            "opencanary/application",
            places("utc_time", "local_time"),
            places("logtype"),
            places("node_id"));

    private static List<String> places(String... places) {
        return List.of(places);
    }
}
