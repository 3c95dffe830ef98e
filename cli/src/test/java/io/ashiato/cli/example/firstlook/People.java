package io.ashiato.cli.example.firstlook;

import io.ashiato.cli.example.host.Account;

/// The accounts of the invented company.
final class People {
    /// Administrator in the finance department, whose workstation is broken into.
    static final Account SATO = account(1107, "j.sato");
    /// Administrator of the application servers.
    static final Account TANAKA = account(1112, "a.tanaka");
    /// Account of the wallet service.
    static final Account WALLET_SERVICE = account(1130, "svc-wallet");

    static final Account BACKUP_SERVICE = account(1121, "svc-backup");
    static final Account MONITORING_SERVICE = account(1122, "svc-monitor");

    private People() {}

    private static Account account(int relativeId, String name) {
        return new Account("S-1-5-21-1004336348-1177238915-682003330-" + relativeId, "CORP", name);
    }
}
