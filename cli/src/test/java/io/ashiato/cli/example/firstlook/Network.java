package io.ashiato.cli.example.firstlook;

import io.ashiato.cli.example.host.Address;
import io.ashiato.cli.example.host.Desk;
import java.time.Instant;
import java.util.List;

/// The hosts of the story, and when it takes place: switched on in the morning (23:40 UTC, 08:40 in Japan),
/// off over the weekend of 5 and 6 October.
final class Network {
    static final Address WORKSTATION = new Address("10.20.4.17", "FIN-WS07.corp.example");
    static final Address APPLICATION_SERVER = new Address("10.20.8.22", "APP-02.corp.example");
    static final Address TANAKAS_WORKSTATION = new Address("10.20.4.31", "IT-WS02.corp.example");
    static final Address FILE_SERVER = new Address("10.20.0.15", "FS-01.corp.example");
    static final Address BACKUP_SERVER = new Address("10.20.0.25", "BK-01.corp.example");
    static final Address MONITOR = new Address("10.20.0.40", "MON-01.corp.example");

    static final Desk DESK = new Desk(
            People.SATO,
            FILE_SERVER,
            "\\\\FS-01\\Finance\\2019-10\\",
            "2019-10",
            List.of(
                    FILE_SERVER,
                    new Address("10.20.0.10", "DC-01.corp.example"),
                    new Address("10.20.0.51", "intranet.corp.example"),
                    new Address("10.20.0.52", "tickets.corp.example"),
                    new Address("10.20.0.53", "erp.corp.example")),
            List.of(
                    "Get-ADUser -Identity k.mori -Properties LockedOut, LastLogonDate",
                    "Unlock-ADAccount -Identity k.mori",
                    "Get-Service -ComputerName FS-01 | Where-Object Status -ne Running",
                    "Test-NetConnection FS-01 -Port 445",
                    "Get-ChildItem \\\\FS-01\\Finance\\2019-10 | Sort-Object LastWriteTime | Select-Object -Last 20",
                    "Get-ADGroupMember 'Finance-Approvers' | Select-Object Name",
                    "Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 5",
                    "Get-MpComputerStatus | Select-Object AntivirusSignatureLastUpdated"),
            List.of(
                    new Desk.Span(at("10-02 00:03:11"), at("10-02 09:12:40")),
                    new Desk.Span(at("10-02 23:41:06"), at("10-03 09:31:15")),
                    new Desk.Span(at("10-03 23:44:52"), at("10-04 09:05:33")),
                    new Desk.Span(at("10-06 23:39:27"), at("10-07 09:48:02")),
                    new Desk.Span(at("10-07 23:42:18"), at("10-08 09:16:54")),
                    new Desk.Span(at("10-08 23:40:35"), at("10-09 04:00:00"))),
            at("10-09 04:00:00"),
            2);

    private Network() {}

    /// @param monthDayTime `10-03 01:12:41`, UTC; the year is 2019
    static Instant at(String monthDayTime) {
        return Instant.parse("2019-" + monthDayTime.replace(' ', 'T') + "Z");
    }
}
