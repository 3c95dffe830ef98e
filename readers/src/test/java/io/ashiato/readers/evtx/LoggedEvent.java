package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.slot;
import static io.ashiato.readers.evtx.WrittenNode.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An event to be written into a log, the way that Windows logs events: System as one template,
/// EventData or UserData as a second one inside it. Immutable: each method gives a changed copy.
public final class LoggedEvent {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private record Datum(String name, WrittenValue value) {}

    private final String provider;
    private final int eventId;
    private final String channel;
    private Optional<UUID> providerGuid;
    private Optional<Integer> qualifiers = Optional.empty();
    private int version;
    private int level = 4;
    private int task;
    private int opcode;
    private long keywords = 0x8000_0000_0000_0000L;
    private Instant time = Instant.EPOCH;
    private Optional<UUID> activityId = Optional.empty();
    private int processId = 4;
    private int threadId = 8;
    private String computer = "";
    private Optional<String> userSid = Optional.empty();
    private List<Datum> data = List.of();
    private Optional<WrittenNode.Element> userData = Optional.empty();
    private Optional<WrittenNode.Element> renderingInfo = Optional.empty();

    private LoggedEvent(String provider, int eventId, String channel) {
        this.provider = provider;
        this.eventId = eventId;
        this.channel = channel;
        this.providerGuid = Optional.of(UUID.nameUUIDFromBytes(WrittenValue.utf16(provider)));
    }

    private LoggedEvent(LoggedEvent other) {
        this(other.provider, other.eventId, other.channel);
        providerGuid = other.providerGuid;
        qualifiers = other.qualifiers;
        version = other.version;
        level = other.level;
        task = other.task;
        opcode = other.opcode;
        keywords = other.keywords;
        time = other.time;
        activityId = other.activityId;
        processId = other.processId;
        threadId = other.threadId;
        computer = other.computer;
        userSid = other.userSid;
        data = other.data;
        userData = other.userData;
        renderingInfo = other.renderingInfo;
    }

    /// An event of 1970, of an informational level, by the process 4, with empty EventData. The
    /// provider's GUID is made from its name.
    public static LoggedEvent of(String provider, int eventId, String channel) {
        return new LoggedEvent(provider, eventId, channel);
    }

    public LoggedEvent providerGuid(UUID guid) {
        var copy = new LoggedEvent(this);
        copy.providerGuid = Optional.of(guid);
        return copy;
    }

    /// As a provider of before Windows Vista logs it: without a GUID, with qualifiers.
    public LoggedEvent classic(int newQualifiers) {
        var copy = new LoggedEvent(this);
        copy.providerGuid = Optional.empty();
        copy.qualifiers = Optional.of(newQualifiers);
        copy.keywords = 0x80_0000_0000_0000L;
        return copy;
    }

    public LoggedEvent kind(int newVersion, int newLevel, int newTask, int newOpcode, long newKeywords) {
        var copy = new LoggedEvent(this);
        copy.version = newVersion;
        copy.level = newLevel;
        copy.task = newTask;
        copy.opcode = newOpcode;
        copy.keywords = newKeywords;
        return copy;
    }

    public LoggedEvent at(Instant newTime) {
        var copy = new LoggedEvent(this);
        copy.time = newTime;
        return copy;
    }

    public LoggedEvent on(String newComputer) {
        var copy = new LoggedEvent(this);
        copy.computer = newComputer;
        return copy;
    }

    /// @param sid of the user in `Security`; `S-1-5-18`, for example
    public LoggedEvent by(int newProcessId, int newThreadId, String sid) {
        var copy = new LoggedEvent(this);
        copy.processId = newProcessId;
        copy.threadId = newThreadId;
        copy.userSid = Optional.of(sid);
        return copy;
    }

    public LoggedEvent activity(UUID newActivityId) {
        var copy = new LoggedEvent(this);
        copy.activityId = Optional.of(newActivityId);
        return copy;
    }

    /// With one more `Data`; an empty name makes one without a name.
    public LoggedEvent with(String name, WrittenValue value) {
        var copy = new LoggedEvent(this);
        var more = new ArrayList<>(data);
        more.add(new Datum(name, value));
        copy.data = List.copyOf(more);
        return copy;
    }

    public LoggedEvent with(String name, String value) {
        return with(name, WrittenValue.text(value));
    }

    /// With UserData in place of EventData.
    public LoggedEvent userData(WrittenNode.Element content) {
        var copy = new LoggedEvent(this);
        copy.userData = Optional.of(content);
        return copy;
    }

    /// With the texts that a forwarded event carries: RenderingInfo, behind the event's own data.
    public LoggedEvent rendered(String culture, String message, String levelText) {
        var copy = new LoggedEvent(this);
        copy.renderingInfo = Optional.of(element(
                        "RenderingInfo",
                        element("Message", text(message)),
                        element("Level", text(levelText)),
                        element("Channel", text(channel)))
                .with("Culture", culture));
        return copy;
    }

    Instant time() {
        return time;
    }

    /// The event as binary XML.
    WrittenNode.Instance xml(long recordId) {
        var values = new ArrayList<WrittenValue>();
        var system = new ArrayList<WrittenNode>();
        WrittenNode.Element named = element("Provider").with("Name", provider);
        system.add(
                providerGuid.map(guid -> named.with("Guid", "{" + guid + "}")).orElse(named));
        WrittenNode.Element id = element("EventID", put(values, WrittenValue.u16(eventId)));
        system.add(qualifiers
                .map(number -> id.with("Qualifiers", put(values, WrittenValue.u16(number))))
                .orElse(id));
        system.add(element("Version", put(values, WrittenValue.u8(version))));
        system.add(element("Level", put(values, WrittenValue.u8(level))));
        system.add(element("Task", put(values, WrittenValue.u16(task))));
        system.add(element("Opcode", put(values, WrittenValue.u8(opcode))));
        system.add(element("Keywords", put(values, WrittenValue.hex64(keywords))));
        system.add(element("TimeCreated").with("SystemTime", put(values, WrittenValue.filetime(time))));
        system.add(element("EventRecordID", put(values, WrittenValue.u64(recordId))));
        WrittenValue activity = activityId.map(WrittenValue::guid).orElseGet(WrittenValue::none);
        system.add(element("Correlation").with("ActivityID", put(values, activity, 0x0F)));
        system.add(element("Execution")
                .with("ProcessID", put(values, WrittenValue.u32(processId)))
                .with("ThreadID", put(values, WrittenValue.u32(threadId))));
        system.add(element("Channel", text(channel)));
        system.add(element("Computer", text(computer)));
        WrittenValue user = userSid.map(WrittenValue::sid).orElseGet(WrittenValue::none);
        system.add(element("Security").with("UserID", put(values, user, 0x13)));
        var parts = new ArrayList<WrittenNode>(List.of(body()));
        renderingInfo.ifPresent(parts::add);
        WrittenNode body = put(values, WrittenValue.xml(parts.toArray(WrittenNode[]::new)));
        WrittenNode.Element event = element("Event", element("System", system.toArray(WrittenNode[]::new)), body)
                .with("xmlns", NAMESPACE);
        return new WrittenNode.Instance(event, values);
    }

    private WrittenNode body() {
        if (userData.isPresent()) {
            return new WrittenNode.Instance(element("UserData", userData.get()), List.of());
        }
        var values = new ArrayList<WrittenValue>();
        var children = new ArrayList<WrittenNode>();
        for (Datum datum : data) {
            WrittenNode.Element plain = element("Data", put(values, datum.value()));
            children.add(datum.name().isEmpty() ? plain : plain.with("Name", datum.name()));
        }
        return new WrittenNode.Instance(element("EventData", children.toArray(WrittenNode[]::new)), values);
    }

    private static WrittenNode put(List<WrittenValue> values, WrittenValue value) {
        return put(values, value, value.type());
    }

    private static WrittenNode put(List<WrittenValue> values, WrittenValue value, int type) {
        values.add(value);
        return slot(values.size() - 1, type);
    }
}
