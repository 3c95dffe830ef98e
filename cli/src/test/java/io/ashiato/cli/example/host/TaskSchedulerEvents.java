package io.ashiato.cli.example.host;

import static io.ashiato.cli.example.host.Field.guid;
import static io.ashiato.cli.example.host.Field.text;
import static io.ashiato.cli.example.host.Field.uint32;

import java.time.Instant;
import java.util.Optional;

/// Events of the Task Scheduler's operational log.
public final class TaskSchedulerEvents {
    public static final String CHANNEL = "Microsoft-Windows-TaskScheduler/Operational";

    private static final EventProvider PROVIDER =
            EventProvider.manifest("Microsoft-Windows-TaskScheduler", "de7b24ea-73c8-4a09-985d-5bdadcfa9017");

    /// Opcode of an event that begins something, and of one that ends it.
    private static final int START = 1;

    private static final int STOP = 2;

    private final int serviceProcessId;

    public TaskSchedulerEvents(int serviceProcessId) {
        this.serviceProcessId = serviceProcessId;
    }

    public LogEvent started(Instant time, String task, String user, String instance) {
        return event(
                100,
                START,
                time,
                EventPayload.of(text("TaskName", task), text("UserContext", user), guid("InstanceId", instance)));
    }

    public LogEvent finished(Instant time, String task, String user, String instance) {
        return event(
                102,
                STOP,
                time,
                EventPayload.of(text("TaskName", task), text("UserContext", user), guid("InstanceId", instance)));
    }

    public LogEvent registered(Instant time, String task, String user) {
        return event(106, 0, time, EventPayload.of(text("TaskName", task), text("UserContext", user)));
    }

    public LogEvent triggeredByTime(Instant time, String task, String instance) {
        return event(107, 0, time, EventPayload.of(text("TaskName", task), guid("InstanceId", instance)));
    }

    public LogEvent triggeredByUser(Instant time, String task, String user, String instance) {
        return event(
                110,
                0,
                time,
                EventPayload.of(text("TaskName", task), guid("InstanceId", instance), text("UserContext", user)));
    }

    public LogEvent processCreated(Instant time, String task, String path, int processId) {
        return event(
                129,
                0,
                time,
                EventPayload.of(
                        text("TaskName", task),
                        text("Path", path),
                        uint32("ProcessID", processId),
                        uint32("Priority", 16384)));
    }

    public LogEvent updated(Instant time, String task, String user) {
        return event(140, 0, time, EventPayload.of(text("TaskName", task), text("UserName", user)));
    }

    public LogEvent deleted(Instant time, String task, String user) {
        return event(141, 0, time, EventPayload.of(text("TaskName", task), text("UserName", user)));
    }

    public LogEvent actionStarted(Instant time, String task, String action, String instance, int processId) {
        return event(
                200,
                START,
                time,
                EventPayload.of(
                        text("TaskName", task),
                        text("ActionName", action),
                        guid("TaskInstanceId", instance),
                        uint32("EnginePID", processId)));
    }

    public LogEvent actionFinished(Instant time, String task, String action, String instance, int processId) {
        return event(
                201,
                STOP,
                time,
                EventPayload.of(
                        text("TaskName", task),
                        guid("TaskInstanceId", instance),
                        text("ActionName", action),
                        uint32("ResultCode", 0),
                        uint32("EnginePID", processId)));
    }

    private LogEvent event(int id, int opcode, Instant time, EventPayload payload) {
        int version = switch (id) {
            case 200 -> 1;
            case 201 -> 2;
            default -> 0;
        };
        return new LogEvent(
                new EventKind(PROVIDER, id, version, 4, id, opcode, 0x8000000000000000L | (opcode == 0 ? 0 : 1)),
                CHANNEL,
                time,
                serviceProcessId,
                serviceProcessId + 2212,
                Optional.of(Account.SYSTEM.sid()),
                payload);
    }
}
