package io.ashiato.cli.example.host;

/// A logon of an account on one host.
///
/// @param id the logon id, `LogonId` in events
/// @param terminal number of the terminal session, 0 for services
/// @param integrity `Medium`, `High` or `System`
public record Session(Account account, long id, int terminal, String integrity) {
    public static final Session SYSTEM = new Session(Account.SYSTEM, 0x3e7, 0, "System");
    public static final Session LOCAL_SERVICE = new Session(Account.LOCAL_SERVICE, 0x3e5, 0, "System");
    public static final Session NETWORK_SERVICE = new Session(Account.NETWORK_SERVICE, 0x3e4, 0, "System");

    public Session elevated() {
        return new Session(account, id - 0x2e, terminal, "High");
    }
}
