package io.ashiato.readers;

import java.util.Map;

/// What the user says of a log that no reader knows: which log source it is, and where its records say what an
/// event needs.
///
/// @param channel that the log source's rules see: a channel of Windows, or `product/service` or
///     `product/category`
/// @param time name of the field with the time; records without that field are not of this log
/// @param host name of the field with the computer, `""` where none has it
/// @param eventId name of the field with the id of the event, `""` where none has it
/// @param separator between the columns of CSV
/// @param fields name in the log -> name in rules; fields that are not listed keep their names
public record LogMapping(
        String channel, String time, String host, String eventId, char separator, Map<String, String> fields) {
    public LogMapping {
        fields = Map.copyOf(fields);
    }

    /// What rules call a field of the log.
    public String nameOf(String field) {
        return fields.getOrDefault(field, field);
    }
}
