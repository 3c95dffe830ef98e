package io.ashiato.cli.example.adminday;

import io.ashiato.cli.example.host.Account;
import io.ashiato.cli.example.host.Address;
import io.ashiato.cli.example.host.Desk;
import java.time.Instant;
import java.util.List;

/// The invented company: its hosts and people, and when the example takes place, on 12 and 13 November 2019.
final class Estate {
    static final Address WORKSTATION = new Address("10.20.30.11", "OPS-WS03.midori.example");
    static final Address FILE_SERVER = new Address("10.20.31.20", "FILE-04.midori.example");
    static final Address MONITOR = new Address("10.20.31.40", "MON-01.midori.example");
    static final Address BACKUP_SERVER = new Address("10.20.31.25", "BK-01.midori.example");

    /// The administrator, whose workstation it is.
    static final Account HAYASHI = account(1204, "k.hayashi");

    static final Account DEPLOYMENT = account(1231, "svc-deploy");
    static final Account MONITORING = account(1232, "svc-monitor");

    static final Desk DESK = new Desk(
            HAYASHI,
            FILE_SERVER,
            "\\\\FILE-04\\Operations\\2019-11\\",
            "2019-11",
            List.of(
                    FILE_SERVER,
                    new Address("10.20.31.10", "DC-01.midori.example"),
                    new Address("10.20.31.51", "tickets.midori.example"),
                    new Address("10.20.31.52", "wiki.midori.example")),
            List.of(
                    "Get-Service -ComputerName FILE-04 | Where-Object Status -ne Running",
                    "Get-ADComputer -Identity FILE-04 -Properties LastLogonDate",
                    "Test-NetConnection FILE-04 -Port 445",
                    "Get-SmbShare -CimSession FILE-04 | Select-Object Name, Path",
                    "Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 5"),
            List.of(
                    new Desk.Span(at("11-11 23:38:20"), at("11-12 09:20:41")),
                    new Desk.Span(at("11-12 23:41:55"), at("11-13 09:06:12"))),
            at("11-13 10:00:00"),
            2);

    private Estate() {}

    private static Account account(int relativeId, String name) {
        return new Account("S-1-5-21-2417730912-905518847-3318842205-" + relativeId, "MIDORI", name);
    }

    /// @param monthDayTime `11-12 01:12:41`, UTC; the year is 2019
    static Instant at(String monthDayTime) {
        return Instant.parse("2019-" + monthDayTime.replace(' ', 'T') + "Z");
    }
}
