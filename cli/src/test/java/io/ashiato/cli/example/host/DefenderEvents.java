package io.ashiato.cli.example.host;

import static io.ashiato.cli.example.host.Field.text;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Events of Windows Defender's operational log. Their field names contain blanks.
public final class DefenderEvents {
    public static final String CHANNEL = "Microsoft-Windows-Windows Defender/Operational";

    private static final EventProvider PROVIDER =
            EventProvider.manifest("Microsoft-Windows-Windows Defender", "11cd958a-c507-4ef3-b3f2-5fd9dfbd2c78");
    private static final String PRODUCT_VERSION = "4.18.1908.7";

    private final int serviceProcessId;

    public DefenderEvents(int serviceProcessId) {
        this.serviceProcessId = serviceProcessId;
    }

    public LogEvent scanStarted(Instant time, String scanId) {
        return event(1000, 4, time, scan(scanId, text("Scan Resources", "")));
    }

    public LogEvent scanFinished(Instant time, String scanId, int minutes, int seconds) {
        return event(
                1001,
                4,
                time,
                scan(
                        scanId,
                        text("Scan Time Hours", "0"),
                        text("Scan Time Minutes", Integer.toString(minutes)),
                        text("Scan Time Seconds", Integer.toString(seconds))));
    }

    public LogEvent healthy(Instant time, String definitions) {
        return event(
                1150,
                4,
                time,
                text("Product Name", "Windows Defender Antivirus"),
                text("Platform version", PRODUCT_VERSION),
                text("Unused", ""),
                text("Engine version", "1.1.16400.2"),
                text("Signature version", definitions));
    }

    public LogEvent definitionsUpdated(Instant time, String current, String previous) {
        return event(
                2000,
                4,
                time,
                product(
                        text("Current Signature Version", current),
                        text("Previous Signature Version", previous),
                        text("Unused", ""),
                        text("Unused2", ""),
                        text("Unused3", ""),
                        text("Domain", "NT AUTHORITY"),
                        text("User", "SYSTEM"),
                        text("SID", "S-1-5-18"),
                        text("Signature Type Index", "1"),
                        text("Signature Type", "AntiVirus"),
                        text("Update Type Index", "2"),
                        text("Update Type", "Delta"),
                        text("Current Engine Version", "1.1.16400.2"),
                        text("Previous Engine Version", "1.1.16400.2")));
    }

    public LogEvent realTimeProtectionOff(Instant time) {
        return event(5001, 4, time, product());
    }

    public LogEvent settingChanged(Instant time, String before, String after) {
        return event(5007, 4, time, product(text("Old Value", before), text("New Value", after)));
    }

    public LogEvent scanningOff(Instant time) {
        return event(5010, 4, time, product());
    }

    private static Field[] scan(String scanId, Field... end) {
        return product(Stream.concat(
                        Stream.of(
                                text("Scan ID", scanId),
                                text("Scan Type Index", "1"),
                                text("Scan Type", "Antimalware"),
                                text("Scan Parameters Index", "1"),
                                text("Scan Parameters", "Quick Scan"),
                                text("Domain", "NT AUTHORITY"),
                                text("User", "SYSTEM"),
                                text("SID", "S-1-5-18")),
                        Stream.of(end))
                .toArray(Field[]::new));
    }

    private static Field[] product(Field... fields) {
        return Stream.concat(
                        Stream.of(
                                text("Product Name", "Windows Defender Antivirus"),
                                text("Product Version", PRODUCT_VERSION)),
                        Stream.of(fields))
                .toArray(Field[]::new);
    }

    private LogEvent event(int id, int level, Instant time, Field... fields) {
        return new LogEvent(
                new EventKind(PROVIDER, id, 0, level, 0, 0, 0x8000000000000000L),
                CHANNEL,
                time,
                serviceProcessId,
                serviceProcessId + 3104,
                Optional.of(Account.SYSTEM.sid()),
                EventPayload.of(fields));
    }
}
