package io.ashiato.cli.example.copycat;

import io.ashiato.cli.example.host.Account;
import io.ashiato.cli.example.host.Address;
import io.ashiato.cli.example.host.Desk;
import java.time.Instant;
import java.util.List;

/// The invented company: its hosts and people, and when the example takes place, on 18 and 19 February 2020.
final class Shop {
    static final Address WORKSTATION = new Address("10.20.50.14", "SALES-05.hanamori.example");
    static final Address FILE_SERVER = new Address("10.20.51.12", "FILE-02.hanamori.example");
    static final Address MONITOR = new Address("10.20.51.40", "MON-01.hanamori.example");

    /// The user who opens the lure.
    static final Account MORITA = account(1310, "y.morita");
    /// Administrator, whose password is found on the workstation.
    static final Account OGAWA = account(1302, "adm-ogawa");

    static final Account MONITORING = account(1322, "svc-monitor");

    static final Desk DESK = new Desk(
            MORITA,
            FILE_SERVER,
            "\\\\FILE-02\\Sales\\2020-02\\",
            "2020-02",
            List.of(
                    FILE_SERVER,
                    new Address("10.20.51.10", "DC-01.hanamori.example"),
                    new Address("10.20.51.51", "orders.hanamori.example"),
                    new Address("10.20.51.52", "stock.hanamori.example")),
            List.of(
                    "Get-ChildItem \\\\FILE-02\\Sales\\2020-02 | Sort-Object LastWriteTime",
                    "Test-NetConnection FILE-02 -Port 445",
                    "Get-Printer | Select-Object Name, PrinterStatus"),
            List.of(
                    new Desk.Span(at("02-17 23:52:18"), at("02-18 09:31:44")),
                    new Desk.Span(at("02-18 23:50:02"), at("02-19 05:00:00"))),
            at("02-19 05:00:00"),
            2);

    private Shop() {}

    private static Account account(int relativeId, String name) {
        return new Account("S-1-5-21-3306711842-2871150463-1190448517-" + relativeId, "HANAMORI", name);
    }

    /// @param monthDayTime `02-18 01:12:41`, UTC; the year is 2020
    static Instant at(String monthDayTime) {
        return Instant.parse("2020-" + monthDayTime.replace(' ', 'T') + "Z");
    }
}
