package io.ashiato.cli.example.host;

/// An account as logs name it.
///
/// @param domain NetBIOS name of the domain, or `NT AUTHORITY`
public record Account(String sid, String domain, String name) {
    public static final Account SYSTEM = new Account("S-1-5-18", "NT AUTHORITY", "SYSTEM");
    public static final Account LOCAL_SERVICE = new Account("S-1-5-19", "NT AUTHORITY", "LOCAL SERVICE");
    public static final Account NETWORK_SERVICE = new Account("S-1-5-20", "NT AUTHORITY", "NETWORK SERVICE");
    /// What Windows writes where there is no account.
    static final Account NOBODY = new Account("S-1-0-0", "-", "-");

    public String qualifiedName() {
        return domain + "\\" + name;
    }
}
