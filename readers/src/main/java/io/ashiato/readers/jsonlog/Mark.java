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
