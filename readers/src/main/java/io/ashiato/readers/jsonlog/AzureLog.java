package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A record of Azure: activity, sign-in, directory audit or risk, as diagnostic settings export it
/// (`properties.appDisplayName`), as Log Analytics keeps it (`AppDisplayName`), or as Graph gives it
/// (`appDisplayName`).
///
/// Rules use all three spellings, so each value is there under the name that it has in the log and under the
/// others.
final class AzureLog extends RecordShape {
    private static final String PROPERTIES = "properties.";

    private static final String[] TIMES = {
        "time",
        "TimeGenerated",
        "createdDateTime",
        "CreatedDateTime",
        "activityDateTime",
        "ActivityDateTime",
        "eventTimestamp",
        "EventTimestamp",
        "detectedDateTime",
        "@timestamp"
    };

    private static final String[] ACTIONS = {
        "operationName",
        "OperationName",
        "operationName.value",
        "OperationNameValue",
        "activityDisplayName",
        "ActivityDisplayName",
        "riskEventType",
        "properties.riskEventType"
    };

    private static final Set<String> DIRECTORY_AUDIT = Set.of("auditlogs", "provisioninglogs");
    private static final Set<String> RISK =
            Set.of("userriskevents", "riskyusers", "serviceprincipalriskevents", "aaduserriskevents", "aadriskyusers");

    AzureLog(int number) {
        super(number);
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.has(Mark.OPERATION_NAME | Mark.AZURE);
    }

    @Override
    boolean wantsWholes() {
        return true;
    }

    @Override
    FieldRole role(FieldPath path) {
        String text = path.text();
        String plain = text.startsWith(PROPERTIES) ? text.substring(PROPERTIES.length()) : text;
        var names = new LinkedHashSet<String>();
        names.add(plain);
        if (!plain.isEmpty()) {
            names.add(plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1));
            names.add(plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
        }
        names.add(capitalised(plain));
        names.remove(text);
        return FieldRole.present(text, new ArrayList<>(names));
    }

    private static String capitalised(String path) {
        var text = new StringBuilder(path.length());
        boolean starts = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            text.append(starts ? Character.toUpperCase(c) : c);
            starts = c == '.';
        }
        return text.toString();
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        record.collect(this, data, data);
        String provider = record.first(
                        "resourceProvider", "ResourceProviderValue", "loggedByService", "LoggedByService")
                .orElse("");
        return new Event(
                record.first(TIMES).flatMap(LogTime::parse),
                "",
                "azure/" + service(record),
                provider,
                record.first(ACTIONS).orElse(""),
                data.build(),
                Fields.NONE,
                item.at(offset, number));
    }

    /// Which of Azure's logs a record is of: by its category, or by what only the records of one log have.
    private static String service(FlatRecord record) {
        List<String> kinds = List.of(
                record.first("category").orElse("").toLowerCase(Locale.ROOT),
                record.first("Category").orElse("").toLowerCase(Locale.ROOT),
                record.first("Type", "type").orElse("").toLowerCase(Locale.ROOT));
        if (record.first("riskEventType", "properties.riskEventType", "RiskEventType")
                        .isPresent()
                || kinds.stream().anyMatch(RISK::contains)) {
            return "riskdetection";
        }
        boolean isSignIn = kinds.stream().anyMatch(kind -> kind.contains("signinlogs"));
        if (isSignIn
                || record.first("conditionalAccessStatus", "ConditionalAccessStatus")
                        .isPresent()) {
            return "signinlogs";
        }
        boolean isAudit = kinds.stream().anyMatch(DIRECTORY_AUDIT::contains)
                || record.first("loggedByService", "LoggedByService", "properties.loggedByService")
                        .isPresent()
                || record.first("activityDisplayName", "ActivityDisplayName").isPresent();
        return isAudit ? "auditlogs" : "activitylogs";
    }
}
