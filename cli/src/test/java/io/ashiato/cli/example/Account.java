package io.ashiato.cli.example;

/// An account as logs name it.
///
/// @param domain NetBIOS name of the domain, or `NT AUTHORITY`
record Account(String sid, String domain, String name) {
    private static final String DOMAIN_SID = "S-1-5-21-1004336348-1177238915-682003330-";

    static final Account SYSTEM = new Account("S-1-5-18", "NT AUTHORITY", "SYSTEM");
    static final Account LOCAL_SERVICE = new Account("S-1-5-19", "NT AUTHORITY", "LOCAL SERVICE");
    static final Account NETWORK_SERVICE = new Account("S-1-5-20", "NT AUTHORITY", "NETWORK SERVICE");
    /// What Windows writes where there is no account.
    static final Account NOBODY = new Account("S-1-0-0", "-", "-");

    /// Administrator in the finance department, whose workstation is broken into.
    static final Account SATO = ofDomain(1107, "j.sato");
    /// Administrator of the application servers.
    static final Account TANAKA = ofDomain(1112, "a.tanaka");
    /// Account of the wallet service.
    static final Account WALLET_SERVICE = ofDomain(1130, "svc-wallet");

    static final Account BACKUP_SERVICE = ofDomain(1121, "svc-backup");
    static final Account MONITORING_SERVICE = ofDomain(1122, "svc-monitor");

    private static Account ofDomain(int relativeId, String name) {
        return new Account(DOMAIN_SID + relativeId, "CORP", name);
    }

    String qualifiedName() {
        return domain + "\\" + name;
    }
}
