package io.ashiato.readers.syslog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.EventXml;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.WindowsRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes events of lines: which program wrote a line says whose log it is.
final class SyslogReader {
    private static final String OTHER = "linux/syslog";
    private static final String SUDO = "linux/sudo";
    private static final Map<String, String> CHANNELS = new HashMap<>();

    static {
        channel("linux/sshd", "sshd", "sshd-session", "dropbear");
        channel(SUDO, "sudo");
        channel("linux/cron", "cron", "crond", "crontab", "anacron", "atd", "fcron");
        channel("linux/vsftpd", "vsftpd");
        channel("linux/clamav", "clamd", "clamav", "clamscan", "freshclam");
        channel("linux/guacamole", "guacd", "guacamole");
        channel(
                "linux/auth",
                List.of(
                        "su",
                        "login",
                        "systemd-logind",
                        "polkitd",
                        "pkexec",
                        "passwd",
                        "chpasswd",
                        "chage",
                        "gpasswd"));
        channel("linux/auth", List.of("useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "gdm"));
        channel("linux/auth", List.of("gdm-password", "lightdm", "sssd", "winbindd", "pam", "unix_chkpwd"));
    }

    private final EventXml xml = new EventXml();

    private static void channel(String channel, String... programs) {
        channel(channel, List.of(programs));
    }

    private static void channel(String channel, List<String> programs) {
        programs.forEach(program -> CHANNELS.put(program, channel));
    }

    Event event(String text, LogItem item, long offset, long number) {
        SyslogLine line = SyslogLine.of(text);
        if (EventXml.mayBe(line.message())) { // Sysmon for Linux
            Optional<WindowsRecord> record = xml.parse(line.message());
            if (record.isPresent()) {
                return record.get().event(item, offset, number);
            }
        }
        String program = name(line.program());
        String channel = CHANNELS.getOrDefault(program, OTHER);
        return new Event(
                line.instant(),
                line.host(),
                channel,
                line.program(),
                "",
                fields(line, channel),
                Fields.NONE,
                item.at(offset, number));
    }

    /// The program without its path and without what some put behind its name, as in `su(pam_unix)`.
    private static String name(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        int end = name.indexOf('(');
        return (end > 0 ? name.substring(0, end) : name).toLowerCase(Locale.ROOT);
    }

    private static Fields fields(SyslogLine line, String channel) {
        var fields = new Fields.Builder();
        add(fields, "timestamp", line.time());
        add(fields, "priority", line.priority());
        add(fields, "program", line.program());
        add(fields, "pid", line.pid());
        fields.add("message", line.message());
        add(fields, "structured_data", line.data());
        if (channel.equals(SUDO)) {
            sudo(line.message(), fields);
        }
        return fields.build();
    }

    private static void add(Fields.Builder fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(name, value);
        }
    }

    /// What sudo tells of a command: `NAME : TTY=... ; PWD=... ; USER=... ; COMMAND=...`; the command is the last.
    private static void sudo(String message, Fields.Builder fields) {
        int colon = message.indexOf(" : ");
        if (colon < 0) {
            return;
        }
        fields.add("invoking_user", message.substring(0, colon).strip());
        String rest = message.substring(colon + 3);
        int command = rest.indexOf("COMMAND=");
        String before = command < 0 ? rest : rest.substring(0, command);
        for (String part : before.split(" ; ", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.add(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        if (command >= 0) {
            fields.add("COMMAND", rest.substring(command + "COMMAND=".length()));
        }
    }
}
