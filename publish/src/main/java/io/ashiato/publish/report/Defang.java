package io.ashiato.publish.report;

import io.ashiato.model.Indicator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes addresses so that nobody follows them by accident.
public final class Defang {
    /// A scheme and a host. The host ends at the first character that cannot be in one.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(h)(tt)(ps?)://([^\\s/\"'<>|;,()]{0,300})|\\b(f)(t)(ps?)://([^\\s/\"'<>|;,()]{0,300})");

    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\d.])((?:\\d{1,3}\\.){2}\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    private Defang() {}

    /// An indicator's value for readers: `hxxps://c2[.]example[.]com`, `203.0.113[.]10`.
    public static String indicator(Indicator indicator) {
        return switch (indicator.kind()) {
            case IPV4 -> IPV4.matcher(indicator.value()).replaceAll("$1[.]$2");
            case IPV6 -> indicator.value().replaceFirst(":", "[:]");
            case DOMAIN -> indicator.value().replace(".", "[.]");
            case URL -> text(indicator.value());
            case MAIL_ADDRESS -> host(indicator.value());
            case MD5, SHA1, SHA256, IMPHASH, FILE_PATH, FILE_NAME -> indicator.value();
        };
    }

    /// Any text: schemes, the hosts behind them, and IPv4 addresses.
    public static String text(String text) {
        var out = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String written = matcher.group(1) != null
                    ? matcher.group(1) + "xx" + matcher.group(3) + "://" + host(matcher.group(4))
                    : matcher.group(5) + "x" + matcher.group(7) + "://" + host(matcher.group(8));
            matcher.appendReplacement(out, Matcher.quoteReplacement(written));
        }
        matcher.appendTail(out);
        return IPV4.matcher(out).replaceAll("$1[.]$2");
    }

    private static String host(String host) {
        return host.replace(".", "[.]").replace("@", "[@]");
    }
}
