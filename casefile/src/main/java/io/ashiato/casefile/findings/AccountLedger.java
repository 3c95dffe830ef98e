package io.ashiato.casefile.findings;

import io.ashiato.model.AccountSummary;
import io.ashiato.model.Detection;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which accounts acted in events that rules matched, where and when. Detections come in order of time.
public final class AccountLedger {
    /// Accounts kept, and hosts of each: names come from the evidence.
    private static final int MAX_ACCOUNTS = 5_000;

    private static final int MAX_HOSTS = 1_000;

    private final Map<String, Account> accounts = new HashMap<>();

    public void observe(Detection detection) {
        Actors.account(detection.event()).ifPresent(name -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (accounts.size() < MAX_ACCOUNTS || accounts.containsKey(key)) {
                accounts.computeIfAbsent(key, k -> new Account(name)).add(detection);
            }
        });
    }

    /// The account's name as it was first written.
    public String spelling(String name) {
        Account known = accounts.get(name.toLowerCase(Locale.ROOT));
        return known == null ? name : known.name;
    }

    /// The accounts, those with most detections first.
    public List<AccountSummary> finish() {
        return accounts.values().stream()
                .map(a -> new AccountSummary(a.name, List.copyOf(a.hosts.values()), a.first, a.last, a.detections))
                .sorted(Comparator.comparingLong(AccountSummary::detections)
                        .reversed()
                        .thenComparing(a -> a.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static final class Account {
        private final String name;
        private final Map<String, String> hosts = new TreeMap<>();
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();
        private long detections;

        Account(String name) {
            this.name = name;
        }

        void add(Detection detection) {
            detections++;
            String host = detection.event().host();
            if (hosts.size() < MAX_HOSTS) {
                hosts.putIfAbsent(host.toLowerCase(Locale.ROOT), host);
            }
            first = first.or(() -> detection.event().time());
            last = detection.event().time().or(() -> last);
        }
    }
}
