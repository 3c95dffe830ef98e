package io.ashiato.cli.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The files of the example.
final class FirstLookLogs {
    /// Decides all that chance decides; another one gives other noise around the same story.
    private static final long SEED = 20191002;

    private static final LocalDateTime COLLECTED = LocalDateTime.of(2019, 10, 9, 13, 24, 10);

    private FirstLookLogs() {}

    /// A folder of the server's logs in a zip, as responders hand it over.
    static final String ZIP = "APP-02.zip";

    /// All files by their paths below the example's folder: the workstation's logs as they are, those of the
    /// server in a zip.
    static SortedMap<String, byte[]> files() {
        return files(true);
    }

    /// The same days without the story.
    static SortedMap<String, byte[]> filesWithoutIntrusion() {
        return files(false);
    }

    private static SortedMap<String, byte[]> files(boolean intrusion) {
        Machine workstation = workstation();
        Machine server = server();
        WorkstationDays workstationDays = new WorkstationDays(workstation);
        ServerDays serverDays = new ServerDays(server);
        workstationDays.happen();
        serverDays.happen();
        if (intrusion) {
            new Intrusion(workstation, server, workstationDays, serverDays).happen();
        }

        SortedMap<String, byte[]> files = new TreeMap<>();
        workstation.logs.files().forEach((name, bytes) -> files.put("FIN-WS07/" + name, bytes));
        SortedMap<String, byte[]> zipped = new TreeMap<>();
        server.logs.files().forEach((name, bytes) -> zipped.put("APP-02/" + name, bytes));
        files.put(ZIP, zip(zipped));
        return files;
    }

    private static Machine workstation() {
        Machine machine = new Machine(Network.WORKSTATION, "6b3f0a52", new Chance(SEED));
        machine.logs.open(SysmonEvents.CHANNEL, 48_210);
        machine.logs.open(SecurityEvents.CHANNEL, 211_406);
        machine.logs.open(SystemEvents.CHANNEL, 9_340);
        machine.logs.open(PowerShellEvents.CHANNEL, 1_288);
        machine.logs.open(DefenderEvents.CHANNEL, 702);
        machine.logs.open(TaskSchedulerEvents.CHANNEL, 5_017);
        return machine;
    }

    /// A server without Sysmon, as so often.
    private static Machine server() {
        Machine machine = new Machine(Network.APPLICATION_SERVER, "c19d7e04", new Chance(SEED + 1));
        machine.logs.open(SecurityEvents.CHANNEL, 1_804_332);
        machine.logs.open(SystemEvents.CHANNEL, 22_871);
        machine.logs.open(TaskSchedulerEvents.CHANNEL, 14_560);
        return machine;
    }

    /// Stored, not deflated: compressed bytes depend on the compression library of the Java in use.
    private static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(entry(member.getKey(), member.getValue()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] contents) {
        CRC32 checksum = new CRC32();
        checksum.update(contents);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(COLLECTED);
        entry.setSize(contents.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }
}
