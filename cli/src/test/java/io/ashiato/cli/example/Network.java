package io.ashiato.cli.example;

import java.time.Instant;

/// The hosts of the story, and when it takes place.
final class Network {
    static final Address WORKSTATION = new Address("10.20.4.17", "FIN-WS07.corp.example");
    static final Address APPLICATION_SERVER = new Address("10.20.8.22", "APP-02.corp.example");
    static final Address TANAKAS_WORKSTATION = new Address("10.20.4.31", "IT-WS02.corp.example");
    static final Address DOMAIN_CONTROLLER = new Address("10.20.0.10", "DC-01.corp.example");
    static final Address FILE_SERVER = new Address("10.20.0.15", "FS-01.corp.example");
    static final Address BACKUP_SERVER = new Address("10.20.0.25", "BK-01.corp.example");
    static final Address MONITOR = new Address("10.20.0.40", "MON-01.corp.example");

    private Network() {}

    /// @param monthDayTime `10-03 01:12:41`, UTC; the year is 2019
    static Instant at(String monthDayTime) {
        return Instant.parse("2019-" + monthDayTime.replace(' ', 'T') + "Z");
    }
}
