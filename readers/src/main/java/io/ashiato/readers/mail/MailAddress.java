package io.ashiato.readers.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One mailbox of a header field, `"Display name" <user@host>`.
///
/// @param name decoded, empty where there is none
/// @param address as written, without angle brackets
record MailAddress(String name, String address) {
    /// The part behind the `@`, in lower case.
    Optional<String> domain() {
        int at = address.lastIndexOf('@');
        return at < 0 || at == address.length() - 1
                ? Optional.empty()
                : Optional.of(address.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    /// All mailboxes of a field; groups are dissolved, comments dropped.
    ///
    /// @param raw as [HeaderFields.Field#raw]
    static List<MailAddress> parse(String raw) {
        var found = new ArrayList<MailAddress>();
        for (String one : split(raw)) {
            int open = one.lastIndexOf('<');
            int close = one.indexOf('>', Math.max(open, 0));
            String address =
                    open < 0 ? withoutComments(one) : one.substring(open + 1, close < 0 ? one.length() : close);
            String name = open < 0 ? "" : unquoted(one.substring(0, open).strip());
            if (!address.isBlank()) {
                found.add(new MailAddress(HeaderText.decode(name).strip(), HeaderText.decode(address.strip())));
            }
        }
        return found;
    }

    /// Cuts at commas and semicolons that lie in no quotes, comments or angle brackets.
    private static List<String> split(String raw) {
        var pieces = new ArrayList<String>();
        int start = 0;
        int comments = 0;
        boolean quoted = false;
        boolean angle = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                comments++;
            } else if (!quoted && c == ')') {
                comments = Math.max(0, comments - 1);
            } else if (!quoted && (c == '<' || c == '>')) {
                angle = c == '<';
            } else if (!quoted && comments == 0 && !angle && (c == ',' || c == ';')) {
                pieces.add(raw.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(raw.substring(Math.min(start, raw.length())));
        return pieces;
    }

    private static String withoutComments(String text) {
        var kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return kept.toString();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    /// As it is shown: `Display name <user@host>`.
    String shown() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
