package io.ashiato.readers.jsonlog;

import java.util.HashMap;
import java.util.Map;

/// What shippers call the parts of a Windows record's envelope, and what [io.ashiato.readers.evtx.EvtxEvents]
/// calls them.
final class WindowsNames {
    /// By the names of NXLog, Splunk, old Winlogbeat, and exports of their kind.
    private static final Map<String, String> FLAT = new HashMap<>();

    /// By the names behind `winlog.`.
    private static final Map<String, String> WINLOG = new HashMap<>();

    static {
        flat("EventID", "EventID", "EventCode", "event_id");
        flat("Channel", "Channel", "LogName", "log_name");
        flat("Computer", "Computer", "ComputerName", "Hostname", "computer_name", "MachineName");
        flat(
                "Provider_Name",
                "SourceName",
                "ProviderName",
                "Provider_Name",
                "source_name"); // WMI events have a field Provider
        flat("Provider_Guid", "ProviderGuid", "Provider_Guid", "provider_guid");
        flat("EventRecordID", "RecordNumber", "EventRecordID", "record_number", "RecordId", "RecordID");
        flat("Execution_ProcessID", "ExecutionProcessID", "Execution_ProcessID", "ProcessID");
        flat("Execution_ThreadID", "ExecutionThreadID", "Execution_ThreadID", "ThreadID");
        flat("Security_UserID", "UserID", "Sid", "Security_UserID");
        flat("Correlation_ActivityID", "ActivityID", "Correlation_ActivityID");
        flat("Keywords", "Keywords", "keywords");
        flat("Version", "Version", "version");
        flat("Task", "Task", "TaskValue");
        flat("Opcode", "OpcodeValue");
        flat("Level", "Level", "LevelValue");
        flat("RenderingInfo_Message", "Message", "message");
        flat("RenderingInfo_Task", "Category", "TaskCategory", "task");
        flat("RenderingInfo_Opcode", "Opcode", "OpCode", "opcode");
        winlog("EventID", "event_id");
        winlog("Channel", "channel");
        winlog("Computer", "computer_name");
        winlog("Provider_Name", "provider_name");
        winlog("Provider_Guid", "provider_guid");
        winlog("EventRecordID", "record_id");
        winlog("Execution_ProcessID", "process.pid");
        winlog("Execution_ThreadID", "process.thread.id");
        winlog("Security_UserID", "user.identifier");
        winlog("Correlation_ActivityID", "activity_id");
        winlog("Correlation_RelatedActivityID", "related_activity_id");
        winlog("Version", "version");
        winlog("RenderingInfo_Task", "task");
        winlog("RenderingInfo_Opcode", "opcode");
        winlog("RenderingInfo_Keyword", "keywords");
    }

    private WindowsNames() {}

    private static void flat(String field, String... names) {
        for (String name : names) {
            FLAT.put(name, field);
        }
    }

    private static void winlog(String field, String name) {
        WINLOG.put(name, field);
    }

    /// The envelope's field behind a name at the first level, or `""`.
    static String flat(String name) {
        return FLAT.getOrDefault(name, "");
    }

    /// The envelope's field behind a name below `winlog`, or `""`.
    static String winlog(String name) {
        return WINLOG.getOrDefault(name, "");
    }
}
