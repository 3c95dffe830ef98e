package io.ashiato.cli.example;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Zips whose members are stored, not deflated: compressed bytes depend on the compression library of the
/// Java in use.
public final class StoredZip {
    private StoredZip() {}

    /// @param time of all members
    public static byte[] of(Map<String, byte[]> members, LocalDateTime time) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(entry(member.getKey(), member.getValue(), time));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /// The same members, stored, with the time that Office writes.
    public static byte[] repacked(byte[] zipped) {
        return of(members(zipped), LocalDateTime.of(1980, 1, 1, 0, 0));
    }

    /// The members in their order.
    public static Map<String, byte[]> members(byte[] zipped) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip of our own can be read", e);
        }
        return members;
    }

    private static ZipEntry entry(String name, byte[] contents, LocalDateTime time) {
        CRC32 checksum = new CRC32();
        checksum.update(contents);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        entry.setSize(contents.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }
}
