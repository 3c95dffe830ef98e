package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import java.util.LinkedHashMap;
import java.util.Map;

/// A record of Zeek as JSON. Where it does not name its log (`_path`), what only records of one log have tells it.
final class ZeekJson extends RecordShape {
    /// A value's place -> the log that alone has it; the first that is there decides.
    private static final Map<String, String> LOGS = new LinkedHashMap<>();

    static {
        LOGS.put("certificate.serial", "x509");
        LOGS.put("endpoint", "dce_rpc");
        LOGS.put("request_type", "kerberos");
        LOGS.put("qclass", "dns");
        LOGS.put("qtype", "dns");
        LOGS.put("rcode", "dns");
        LOGS.put("query", "dns");
        LOGS.put("trans_depth", "http");
        LOGS.put("uri", "http");
        LOGS.put("status_code", "http");
        LOGS.put("keyboard_layout", "rdp");
        LOGS.put("security_protocol", "rdp");
        LOGS.put("domainname", "ntlm");
        LOGS.put("server_nb_computer_name", "ntlm");
        LOGS.put("share_type", "smb_mapping");
        LOGS.put("times.modified", "smb_files");
        LOGS.put("curve", "ssl");
        LOGS.put("cipher", "ssl");
        LOGS.put("server_name", "ssl");
        LOGS.put("helo", "smtp");
        LOGS.put("kex_alg", "ssh");
        LOGS.put("auth_attempts", "ssh");
        LOGS.put("mime_type", "files");
        LOGS.put("conn_state", "conn");
        LOGS.put("note", "notice");
        LOGS.put("action", "smb_files");
    }

    ZeekJson(int number) {
        super(number);
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.has(Mark.TS | Mark.ZEEK);
    }

    @Override
    FieldRole role(FieldPath path) {
        return FieldRole.present(path.text());
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        record.collect(this, data, data);
        String log = record.first("_path").orElseGet(() -> logOf(record));
        return new Event(
                record.first("ts").flatMap(LogTime::parse),
                record.first("_system_name").orElse(""),
                "zeek/" + log,
                "",
                "",
                data.build(),
                Fields.NONE,
                item.at(offset, number));
    }

    private static String logOf(FlatRecord record) {
        for (Map.Entry<String, String> entry : LOGS.entrySet()) {
            if (record.first(entry.getKey()).isPresent()) {
                return entry.getValue();
            }
        }
        return "";
    }
}
