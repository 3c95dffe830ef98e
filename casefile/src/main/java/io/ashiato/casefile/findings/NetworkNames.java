package io.ashiato.casefile.findings;

import io.ashiato.bytes.AsciiDigits;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Addresses, names and URLs in the text of events, told apart from what belongs to no one outside.
public final class NetworkNames {
    /// Text that is looked through; scripts in logs come in pieces of at most 32 KiB.
    private static final int MAX_TEXT = 1 << 16;

    /// URLs taken from one text.
    private static final int MAX_URLS = 16;

    /// RFC 3986 allows more; a longer one in a log is data, not an address.
    private static final int MAX_URL = 2_048;

    /// Services that many use: worth knowing, never to be blocked as a whole.
    private static final List<String> SHARED = List.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "w3.org",
            "xmlsoap.org",
            "openxmlformats.org",
            "purl.org",
            "adobe.com",
            "digicert.com",
            "verisign.com",
            "is.gd",
            "github.com",
            "githubusercontent.com",
            "gitlab.com",
            "pastebin.com",
            "microsoft.com",
            "windows.com",
            "windowsupdate.com",
            "live.com",
            "office.com",
            "sharepoint.com",
            "google.com",
            "googleapis.com",
            "dropbox.com",
            "amazonaws.com",
            "cloudflare.com",
            "linkedin.com",
            "telegram.org",
            "discord.com",
            "discordapp.com");

    private NetworkNames() {}

    /// Whether the text is an address that can belong to someone outside (IPv4 or IPv6, written plainly).
    public static boolean isPublicAddress(String text) {
        return text.contains(":")
                ? isPublicV6(text)
                : octets(text).map(NetworkNames::isPublicV4).orElse(false);
    }

    /// Whether the text is a name with a top-level domain that can be registered.
    public static boolean isPublicName(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        if (dot < 1
                || name.length() > 253
                || name.contains("..")
                || octets(name).isPresent()) {
            return false;
        }
        String top = name.substring(dot + 1);
        boolean letters = top.length() > 1 && top.chars().allMatch(c -> c >= 'a' && c <= 'z');
        boolean inside = top.equals("local") || top.equals("lan") || top.equals("internal") || top.equals("arpa");
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        return letters && !inside && plain;
    }

    public static boolean isShared(String name) {
        return SHARED.stream().anyMatch(shared -> name.equals(shared) || name.endsWith("." + shared));
    }

    /// The http and https URLs in a text, as written, up to the first character that cannot belong to one.
    static List<String> urls(String text) {
        String searched = text.substring(0, Math.min(text.length(), MAX_TEXT));
        String folded = searched.toLowerCase(Locale.ROOT);
        var urls = new ArrayList<String>();
        int at = folded.indexOf("http");
        while (at >= 0 && urls.size() < MAX_URLS && folded.length() == searched.length()) {
            int host = folded.startsWith("://", at + 4) ? at + 7 : folded.startsWith("s://", at + 4) ? at + 8 : -1;
            if (host < 0) {
                at = folded.indexOf("http", at + 4);
                continue;
            }
            int end = host;
            while (end < searched.length() && belongs(searched.charAt(end))) {
                end++;
            }
            String url = withoutTail(searched.substring(at, end));
            if (url.length() > host - at && url.length() <= MAX_URL && !urls.contains(url)) {
                urls.add(url);
            }
            at = folded.indexOf("http", end);
        }
        return urls;
    }

    /// The host of an URL, without user and port, in lower case.
    public static String hostOf(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.indexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    private static boolean belongs(char c) {
        return c > ' ' && c < 0x7F && "\"'<>`{}|^\\".indexOf(c) < 0;
    }

    /// Punctuation at the end belongs to the text around the URL.
    private static String withoutTail(String url) {
        int end = url.length();
        while (end > 0 && ".,;:)]!".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }

    private static Optional<int[]> octets(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        var octets = new int[4];
        for (int i = 0; i < 4; i++) {
            boolean leadingZero = parts[i].length() > 1 && parts[i].charAt(0) == '0';
            if (leadingZero || !AsciiDigits.are(parts[i], 3)) {
                return Optional.empty();
            }
            octets[i] = Integer.parseInt(parts[i]);
            if (octets[i] > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(octets);
    }

    /// Not the special ranges of RFC 6890 that no one outside can own; documentation ranges count as outside,
    /// since examples use them in that place.
    private static boolean isPublicV4(int[] o) {
        boolean special = o[0] == 0
                || o[0] == 10
                || o[0] == 127
                || o[0] >= 224
                || (o[0] == 100 && o[1] >= 64 && o[1] < 128)
                || (o[0] == 169 && o[1] == 254)
                || (o[0] == 172 && o[1] >= 16 && o[1] < 32)
                || (o[0] == 192 && o[1] == 168);
        return !special;
    }

    /// A literal without a zone that is neither loopback, link-local, unique local (fc00::/7), multicast nor
    /// unspecified.
    private static boolean isPublicV6(String text) {
        boolean plain = text.chars()
                .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':');
        if (!plain) {
            return false;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(text); // never asks a name server
            boolean uniqueLocal = (address.getAddress()[0] & 0xFE) == 0xFC;
            return address instanceof Inet6Address
                    && !uniqueLocal
                    && !address.isAnyLocalAddress()
                    && !address.isLoopbackAddress()
                    && !address.isLinkLocalAddress()
                    && !address.isMulticastAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
