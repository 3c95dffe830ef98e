package io.ashiato.readers.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of a mail's sender fields name another organisation than `From` does. Mailing services do that too: it is a
/// fact, and no verdict.
final class SenderMismatch {
    /// Second levels under which countries register names.
    private static final Set<String> REGISTRIES =
            Set.of("co", "or", "ac", "go", "ne", "gr", "ed", "lg", "ad", "com", "net", "org", "gov", "edu", "gob");

    private static final Pattern ADDRESS_IN_NAME = Pattern.compile("[\\w.+-]{1,64}@([\\w.-]{1,255})");

    private SenderMismatch() {}

    /// `reply_to`, `return_path`, `display_name`: the latter where the name that is shown is itself an address.
    static List<String> in(MailAddress from, Optional<MailAddress> replyTo, Optional<MailAddress> returnPath) {
        var found = new ArrayList<String>();
        if (differ(from.domain(), replyTo.flatMap(MailAddress::domain))) {
            found.add("reply_to");
        }
        if (differ(from.domain(), returnPath.flatMap(MailAddress::domain))) {
            found.add("return_path");
        }
        Matcher shown = ADDRESS_IN_NAME.matcher(from.name());
        if (shown.find() && differ(from.domain(), Optional.of(shown.group(1)))) {
            found.add("display_name");
        }
        return found;
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !organisation(one.get()).equals(organisation(other.get()));
    }

    /// The registered part of a domain, as far as that is known without a list of all registries.
    private static String organisation(String domain) {
        String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.");
        int count = labels.length;
        boolean country = count >= 3 && labels[count - 1].length() == 2 && REGISTRIES.contains(labels[count - 2]);
        int kept = Math.min(count, country ? 3 : 2);
        return String.join(".", List.of(labels).subList(count - kept, count));
    }
}
