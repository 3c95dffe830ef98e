package io.ashiato.readers.zone;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the mark that Windows puts on downloaded files.
public final class ZoneIdentifierReader {
    /// A mark holds a few addresses; browsers cut them at two thousand characters.
    private static final int MAX_BYTES = 64 << 10;

    private static final String SECTION = "[zonetransfer]";

    private static final List<String> ZONES =
            List.of("local_machine", "local_intranet", "trusted_sites", "internet", "restricted_sites");

    private ZoneIdentifierReader() {}

    /// @return kind [EvidenceKind#ZONE_IDENTIFIER] even where nothing could be read: then with damage only
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        if (source.size() > MAX_BYTES) {
            damage.add(new Damage.OverLimit("zone identifier", 0, MAX_BYTES));
        }
        Facts.Builder facts = Facts.builder();
        boolean inside = false;
        boolean found = false;
        for (String line : text(source.first(MAX_BYTES)).lines().toList()) {
            String trimmed = line.strip();
            if (trimmed.startsWith("[")) {
                inside = trimmed.toLowerCase(Locale.ROOT).startsWith(SECTION);
                found |= inside;
            } else if (inside) {
                add(trimmed, facts, damage);
            }
        }
        if (!found) {
            damage.add(new Damage.Truncated("ZoneTransfer section", 0, SECTION.length(), 0));
        }
        return new ArtefactReading(EvidenceKind.ZONE_IDENTIFIER, facts.build(), List.of(), damage);
    }

    private static void add(String line, Facts.Builder facts, List<Damage> damage) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String value = line.substring(equals + 1).strip();
        switch (line.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
            case "zoneid" -> addZone(value, facts, damage);
            case "hosturl" -> facts.text("host_url", value);
            case "referrerurl" -> facts.text("referrer_url", value);
            case "hostipaddress" -> facts.text("host_address", value);
            case "lastwriterpackagefamilyname" -> facts.text("last_writer_package", value);
            case "appzoneid" -> facts.text("app_zone_id", value);
            case "appdefinedzoneid" -> facts.text("app_defined_zone_id", value);
            default -> {
                // not a name of the format
            }
        }
    }

    private static void addZone(String value, Facts.Builder facts, List<Damage> damage) {
        if (!value.matches("\\d{1,4}")) {
            damage.add(new Damage.OutOfRange("ZoneId", 0, -1, 0, ZONES.size() - 1L));
            return;
        }
        int zone = Integer.parseInt(value);
        facts.number("zone_id", zone).text("zone", zone < ZONES.size() ? ZONES.get(zone) : "custom");
    }

    private static String text(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length >= 2) {
            int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
            if (mark == 0xFFFE || bytes[1] == 0) {
                charset = StandardCharsets.UTF_16LE;
            } else if (mark == 0xFEFF || bytes[0] == 0) {
                charset = StandardCharsets.UTF_16BE;
            }
        }
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
