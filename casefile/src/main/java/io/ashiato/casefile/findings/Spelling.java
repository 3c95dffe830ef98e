package io.ashiato.casefile.findings;

import io.ashiato.model.Finding;
import io.ashiato.model.TamperingFact;
import java.util.List;
import java.util.Optional;

/// One spelling for each host and account: logs write them with and without capitals, and a reader must not take
/// `PC1` and `pc1` for two computers.
public record Spelling(HostLedger hosts, AccountLedger accounts) {
    public List<Finding> ofFindings(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.withNames(
                        hosts.spelling(f.host()),
                        account(f.account()),
                        f.observations().stream()
                                .map(o -> o.withNames(hosts.spelling(o.host()), account(o.account())))
                                .toList()))
                .toList();
    }

    public List<TamperingFact> ofFacts(List<TamperingFact> facts) {
        return facts.stream()
                .map(f -> f.withNames(hosts.spelling(f.host()), account(f.account())))
                .toList();
    }

    private Optional<String> account(Optional<String> name) {
        return name.map(accounts::spelling);
    }
}
