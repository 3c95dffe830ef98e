package io.ashiato.publish.export;

import static io.ashiato.publish.export.StixObjects.ordered;

import io.ashiato.model.Indicator;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An indicator as a STIX pattern, and as the observable that it is.
final class StixPattern {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]{1,64}@[A-Za-z0-9.-]{3,253}");

    private StixPattern() {}

    static String of(Indicator indicator) {
        String value = literal(indicator.value());
        return switch (indicator.kind()) {
            case IPV4 -> "[ipv4-addr:value = " + value + "]";
            case IPV6 -> "[ipv6-addr:value = " + value + "]";
            case DOMAIN -> "[domain-name:value = " + value + "]";
            case URL -> "[url:value = " + value + "]";
            case MD5 -> "[file:hashes.MD5 = " + value + "]";
            case SHA1 -> "[file:hashes.'SHA-1' = " + value + "]";
            case SHA256 -> "[file:hashes.'SHA-256' = " + value + "]";
            case FILE_PATH -> path(indicator.value());
            case FILE_NAME -> "[file:name = " + value + "]";
            case MAIL_ADDRESS -> "[email-addr:value = " + value + "]";
            case IMPHASH -> "[file:extensions.'windows-pebinary-ext'.imphash = " + value + "]";
        };
    }

    private static String literal(String text) {
        return "'" + Json.wellFormed(text).replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String path(String path) {
        String name = name(path);
        String folder = folder(path);
        String file = "file:name = " + literal(name);
        return folder.isEmpty()
                ? "[" + file + "]"
                : "[" + file + " AND file:parent_directory_ref.path = " + literal(folder) + "]";
    }

    private static int separator(String path) {
        return Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    }

    private static String name(String path) {
        String name = path.substring(separator(path) + 1);
        return name.isEmpty() ? path : name;
    }

    private static String folder(String path) {
        int end = separator(path);
        return end <= 0 || end == path.length() - 1 ? "" : path.substring(0, end);
    }

    /// The observable, or nothing where the value has not the form that STIX asks of its kind: evidence
    /// can hold anything, a bundle cannot.
    static Optional<Map<String, Object>> observable(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.kind()) {
            case IPV4 -> simple("ipv4-addr", value, IPV4.matcher(value).matches() && octets(value));
            case IPV6 -> simple("ipv6-addr", value, IPV6.matcher(value).matches() && value.contains(":"));
            case DOMAIN -> simple("domain-name", value, DOMAIN.matcher(value).matches());
            case URL -> simple("url", value, address(value));
            case MD5 -> hash("MD5", value, 32);
            case SHA1 -> hash("SHA-1", value, 40);
            case SHA256 -> hash("SHA-256", value, 64);
            case FILE_PATH, FILE_NAME -> file(name(Json.wellFormed(value)));
            case MAIL_ADDRESS ->
                simple("email-addr", value, MAIL_ADDRESS.matcher(value).matches());
            case IMPHASH -> Optional.empty(); // a property of a file that is not named here
        };
    }

    private static boolean octets(String address) {
        for (String octet : address.split("\\.")) {
            if (Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean address(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute() && uri.getHost() != null && value.chars().allMatch(c -> c > ' ' && c < 127);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Map<String, Object>> simple(String type, String value, boolean valid) {
        if (!valid) {
            return Optional.empty();
        }
        String id = StixId.ofObservable(type, "{\"value\":" + Json.canonical(value) + "}");
        return Optional.of(ordered("type", type, "spec_version", "2.1", "id", id, "value", value));
    }

    private static Optional<Map<String, Object>> hash(String algorithm, String value, int digits) {
        String hash = value.toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{" + digits + "}")) {
            return Optional.empty();
        }
        String id = StixId.ofObservable("file", "{\"hashes\":{\"" + algorithm + "\":\"" + hash + "\"}}");
        return Optional.of(
                ordered("type", "file", "spec_version", "2.1", "id", id, "hashes", ordered(algorithm, hash)));
    }

    private static Optional<Map<String, Object>> file(String name) {
        String id = StixId.ofObservable("file", "{\"name\":" + Json.canonical(name) + "}");
        return Optional.of(ordered("type", "file", "spec_version", "2.1", "id", id, "name", name));
    }
}
