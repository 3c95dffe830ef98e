package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;

/// A record of a cloud service: values keep their places, names joined by dots, as rules write them
/// (`userIdentity.type`). Objects and arrays are there as text too. The event's id is what happened.
final class CloudLog extends RecordShape {
    /// Around records that went through Google's message queue.
    private static final String QUEUE = "data.protoPayload";

    private static final String ADMIN_SERVICE = "admin.googleapis.com";
    private static final String LOGIN_SERVICE = "login.googleapis.com";

    private final CloudSource source;

    CloudLog(int number, CloudSource source) {
        super(number);
        this.source = source;
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.has(source.marks());
    }

    @Override
    boolean wantsWholes() {
        return true;
    }

    @Override
    FieldRole role(FieldPath path) {
        String text = path.text();
        return FieldRole.present(text.startsWith(QUEUE) ? text.substring("data.".length()) : text);
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        record.collect(this, data, data);
        String provider = record.first(source.providers()).orElse("");
        return new Event(
                record.first(source.times()).flatMap(LogTime::parse),
                "",
                channel(provider),
                provider,
                record.first(source.actions()).orElse(""),
                data.build(),
                Fields.NONE,
                item.at(offset, number));
    }

    /// Google writes what happens in its Workspace into the same log.
    private String channel(String provider) {
        return switch (provider) {
            case ADMIN_SERVICE -> "gcp/google_workspace.admin";
            case LOGIN_SERVICE -> "gcp/google_workspace.login";
            default -> source.channel();
        };
    }
}
