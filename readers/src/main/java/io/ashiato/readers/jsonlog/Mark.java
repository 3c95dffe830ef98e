package io.ashiato.readers.jsonlog;

import java.util.HashMap;
import java.util.Map;

/// Places that tell shapes apart, as bits: a record's bits are those of all its values.
final class Mark {
    /// `System` of a Windows record whose elements became objects.
    static final int SYSTEM_ELEMENT = 1;

    /// What Winlogbeat knows of a Windows record.
    static final int WINLOG = 1 << 1;

    /// The id of an event, its log and its provider beside one another.
    static final int EVENT_ID = 1 << 2;

    static final int CHANNEL = 1 << 3;
    static final int EVENT_DATA = 1 << 4;

    /// A text that may be a record itself: XML, or JSON within JSON.
    static final int EMBEDDED = 1 << 5;

    /// The name of a `Data` that stands beside its value.
    static final int DATA_NAME = 1 << 6;

    /// What happened and where, by the names of AWS CloudTrail.
    static final int EVENT_NAME = 1 << 7;

    static final int EVENT_SOURCE = 1 << 8;
    static final int AWS = 1 << 9;

    /// Microsoft 365: the unified audit log.
    static final int OPERATION = 1 << 10;

    static final int WORKLOAD = 1 << 11;

    /// Azure: what happened, and what only Azure's records have beside it.
    static final int OPERATION_NAME = 1 << 12;

    static final int AZURE = 1 << 13;
    static final int PROTO_PAYLOAD = 1 << 14;
    static final int EVENT_TYPE = 1 << 15;
    static final int OKTA = 1 << 16;
    static final int ACTION = 1 << 17;
    static final int GITHUB = 1 << 18;
    static final int AUDIT_ID = 1 << 19;
    static final int VERB = 1 << 20;
    static final int AUDIT_TYPE = 1 << 21;
    static final int EVENT_TYPE_ID = 1 << 22;
    static final int LOG_TYPE = 1 << 23;
    static final int NODE_ID = 1 << 24;

    /// Zeek: when, and what only its records have beside it.
    static final int TS = 1 << 25;

    static final int ZEEK = 1 << 26;

    private static final Map<String, Integer> MARKS = new HashMap<>();

    static {
        mark(SYSTEM_ELEMENT, "System.EventID", "System.Channel", "System.Provider", "System.TimeCreated");
        mark(WINLOG, "winlog.channel", "winlog.event_id", "winlog.event_data", "winlog.provider_name");
        mark(EVENT_ID, "EventID", "EventCode", "event_id");
        mark(CHANNEL, "Channel", "LogName", "log_name", "source");
        mark(EVENT_DATA, "event_data");
        mark(EMBEDDED, "AuditData", "_raw", "message", "MESSAGE");
    }

    static {
        mark(EVENT_NAME, "eventName");
        mark(EVENT_SOURCE, "eventSource");
        mark(AWS, "awsRegion", "eventVersion", "recipientAccountId");
        mark(OPERATION, "Operation");
        mark(WORKLOAD, "Workload", "RecordType");
        mark(OPERATION_NAME, "operationName", "OperationName", "OperationNameValue", "operationName.value");
        mark(OPERATION_NAME, "activityDisplayName", "ActivityDisplayName", "riskEventType", "RiskEventType");
        mark(OPERATION_NAME, "properties.riskEventType", "conditionalAccessStatus", "ConditionalAccessStatus");
        mark(AZURE, "category", "Category", "resourceId", "ResourceId", "CategoryValue", "tenantId", "TenantId");
        mark(AZURE, "loggedByService", "LoggedByService", "userPrincipalName", "UserPrincipalName", "subscriptionId");
        mark(PROTO_PAYLOAD, "protoPayload.methodName", "protoPayload.serviceName");
        mark(PROTO_PAYLOAD, "data.protoPayload.methodName", "data.protoPayload.serviceName");
        mark(EVENT_TYPE, "eventType");
        mark(OKTA, "legacyEventType", "actor.alternateId", "debugContext.debugData.requestUri", "outcome.result");
        mark(ACTION, "action");
        mark(GITHUB, "_document_id", "org", "repo", "business", "actor_location.country_code");
        mark(AUDIT_ID, "auditID");
        mark(VERB, "verb");
        mark(AUDIT_TYPE, "auditType.action", "auditType.category");
        mark(EVENT_TYPE_ID, "event_type_id");
        mark(LOG_TYPE, "logtype");
        mark(NODE_ID, "node_id");
        mark(TS, "ts");
        mark(ZEEK, "_path", "uid", "fuid", "id.orig_h", "certificate.serial");
    }

    static {
        for (String data : new String[] {"EventData.Data.", "EventData.ComplexData."}) {
            for (String name : new String[] {"#attributes.Name", "@attributes.Name", "$.Name", "@Name", "Name"}) {
                mark(DATA_NAME, data + name);
            }
        }
    }

    private Mark() {}

    private static void mark(int bit, String... places) {
        for (String place : places) {
            MARKS.merge(place, bit, (a, b) -> a | b);
        }
    }

    /// The bits of a place, those of the places around it not among them.
    static int of(String place) {
        return MARKS.getOrDefault(place, 0);
    }
}
