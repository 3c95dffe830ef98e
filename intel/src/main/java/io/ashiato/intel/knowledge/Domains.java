package io.ashiato.intel.knowledge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Which domain lies below which, where strangers share a suffix.
final class Domains {
    /// A host name has at most 127 labels; more are not looked at.
    private static final int MAX_LABELS = 127;

    private final Set<String> shared;

    /// @param shared suffixes below which anybody can have a name, such as `co.jp`, `us.org` or
    ///     `publicvm.com`
    Domains(Set<String> shared) {
        this.shared = Set.copyOf(shared);
    }

    /// The one spelling: lower case, no brackets around dots, no dot at the end.
    static String spelled(String domain) {
        String plain = domain.replace("[.]", ".").toLowerCase(Locale.ROOT).strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /// The domain and those above it that still belong to one owner, the longest first. A name that is itself
    /// a shared suffix stands for itself only: nothing below it belongs to who published it.
    Stream<String> ownAndParents(String domain) {
        return Stream.iterate(domain, name -> !name.isEmpty(), Domains::parent)
                .limit(MAX_LABELS)
                .filter(name -> name.equals(domain) || (name.indexOf('.') > 0 && !shared.contains(name)));
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
