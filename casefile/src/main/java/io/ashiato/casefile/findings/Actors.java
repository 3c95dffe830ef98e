package io.ashiato.casefile.findings;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.util.Optional;

/// Who acted in an event, as the event itself names them.
public final class Actors {
    private Actors() {}

    /// The acting account, `DOMAIN\name` where the event gives both parts.
    public static Optional<String> account(Event event) {
        Fields data = event.data();
        return isLogon(event)
                ? qualified(data, "TargetDomainName", "TargetUserName").or(() -> subject(event))
                : subject(event);
    }

    /// The acting program, as a path where the event gives one.
    public static Optional<String> process(Event event) {
        return event.data()
                .firstTelling("Image", "NewProcessName", "SourceImage", "ProcessName", "Process Name", "Application");
    }

    /// A logon is the act of the account that logs on; its subject is the service that let it in.
    private static boolean isLogon(Event event) {
        return event.channel().equalsIgnoreCase("Security")
                && (event.eventId().equals("4624") || event.eventId().equals("4625"));
    }

    private static Optional<String> subject(Event event) {
        Fields data = event.data();
        return data.firstTelling("User", "SourceUser")
                .or(() -> qualified(data, "SubjectDomainName", "SubjectUserName"))
                .or(() -> data.firstTelling("AccountName", "UserContext"))
                .or(() -> event.system().firstTelling("Security_UserID").flatMap(Actors::wellKnown));
    }

    private static Optional<String> qualified(Fields data, String domainField, String nameField) {
        return data.firstTelling(nameField)
                .map(name -> data.firstTelling(domainField)
                        .map(domain -> domain + "\\" + name)
                        .orElse(name));
    }

    /// The names that Windows itself gives to these identifiers; any other identifier stands for itself.
    private static Optional<String> wellKnown(String sid) {
        return Optional.of(
                switch (sid) {
                    case "S-1-5-18" -> "NT AUTHORITY\\SYSTEM";
                    case "S-1-5-19" -> "NT AUTHORITY\\LOCAL SERVICE";
                    case "S-1-5-20" -> "NT AUTHORITY\\NETWORK SERVICE";
                    default -> sid;
                });
    }
}
