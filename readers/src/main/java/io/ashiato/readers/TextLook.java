package io.ashiato.readers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a text in a program looks like, the most telling first. A guess by form: whether a domain exists or a command
/// is ever run is not said.
public enum TextLook {
    PDB_PATH,
    URL,
    EMAIL,
    IPV4,
    DOMAIN,
    USER_AGENT,
    COMMAND,
    REGISTRY_KEY,
    MUTEX,
    GUID,
    PATH,
    BASE64,
    FORMAT;

    private static final Pattern URL_FORM = Pattern.compile("(?i)\\b(?:https?|ftp|wss?)://[^\\s\"'<>]{3,}");
    private static final Pattern EMAIL_FORM =
            Pattern.compile("(?i)\\b[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}\\.[a-z]{2,10}\\b");
    private static final Pattern IPV4_FORM =
            Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?(?![\\d.])");
    private static final Pattern GUID_FORM =
            Pattern.compile("(?i)\\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}?");
    private static final Pattern WINDOWS_PATH =
            Pattern.compile("(?i)(?:\\b[a-z]:\\\\|\\\\\\\\[a-z0-9.?]|%[a-z_]{3,20}%\\\\).+");
    private static final Pattern UNIX_PATH =
            Pattern.compile("/(?:bin|sbin|etc|usr|var|tmp|home|root|opt|dev|proc|sys|lib|lib64|run)/[\\w./+-]+");
    private static final Pattern BASE64_FORM = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
    private static final Pattern FORMAT_FORM =
            Pattern.compile("%[-+ #0]{0,4}\\d{0,3}(?:\\.\\d{1,3})?(?:hh|h|ll|l|I64|z)?[sSdiuxXcp]");

    /// The two-letter ones are those of countries that occur most; `so`, `py`, `sh` and others are left out because
    /// they end file names.
    private static final Pattern DOMAIN_FORM = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,62})\\.){1,5}"
            + "(?:com|net|org|info|biz|xyz|top|site|online|club|edu|gov|mil|int|onion|example|test|invalid"
            + "|ru|cn|kr|kp|jp|tw|hk|in|ir|ua|by|kz|vn|th|sg|my|id|tr|il|sa|ae|br|mx|ar|de|fr|it|es|nl|be|ch|at"
            + "|uk|us|ca|au|nz|eu|se|no|fi|dk|pl|cz|ro|hu|gr|pt|me|tv|cc|ws|tk|ml|ga|cf|gq|pw|su|io|co)");

    private static final List<String> COMMANDS = List.of(
            "cmd.exe",
            "cmd /c",
            "powershell",
            "pwsh ",
            "rundll32",
            "regsvr32",
            "schtasks",
            "netsh ",
            "net user",
            "net localgroup",
            "net start",
            "net stop",
            "reg add",
            "reg delete",
            "reg query",
            "wmic ",
            "certutil",
            "bitsadmin",
            "mshta",
            "wscript",
            "cscript",
            "vssadmin",
            "wevtutil",
            "bcdedit",
            "taskkill",
            "sc create",
            "sc stop",
            "ping -n",
            "ping 127",
            "attrib +",
            "icacls ",
            "/bin/sh -c",
            "/bin/bash -c",
            "chmod +x",
            "curl http",
            "curl -",
            "wget http",
            "nohup ",
            "crontab ");

    private static final List<String> REGISTRY_ROOTS = List.of(
            "HKEY_",
            "HKLM\\",
            "HKCU\\",
            "HKCR\\",
            "SOFTWARE\\",
            "Software\\",
            "SYSTEM\\CurrentControlSet",
            "SYSTEM\\ControlSet",
            "System\\CurrentControlSet");

    /// The stable name in facts.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The most telling look that the text has; empty where it has none.
    public static Optional<TextLook> of(String text) {
        for (var look : values()) {
            if (look.fits(text)) {
                return Optional.of(look);
            }
        }
        return Optional.empty();
    }

    // Each first asks for a character that the form cannot do without: a program has 100,000 texts.
    private boolean fits(String text) {
        return switch (this) {
            case PDB_PATH -> text.length() > 5 && text.toLowerCase(Locale.ROOT).endsWith(".pdb");
            case URL -> text.contains("://") && URL_FORM.matcher(text).find();
            case EMAIL -> text.indexOf('@') > 0 && EMAIL_FORM.matcher(text).find();
            case IPV4 -> text.indexOf('.') > 0 && isAddress(text);
            case DOMAIN -> text.indexOf('.') > 0 && DOMAIN_FORM.matcher(text).matches();
            case USER_AGENT -> text.startsWith("Mozilla/") || text.contains("User-Agent:");
            case COMMAND -> isCommand(text.toLowerCase(Locale.ROOT));
            case REGISTRY_KEY ->
                text.indexOf('\\') > 0 && REGISTRY_ROOTS.stream().anyMatch(text::startsWith);
            case MUTEX -> text.startsWith("Global\\") || text.startsWith("Local\\");
            case GUID -> text.length() <= 38 && GUID_FORM.matcher(text).matches();
            case PATH -> isPath(text);
            case BASE64 -> isBase64(text);
            case FORMAT -> text.indexOf('%') >= 0 && FORMAT_FORM.matcher(text).find();
        };
    }

    private static boolean isAddress(String text) {
        var matcher = IPV4_FORM.matcher(text);
        while (matcher.find()) {
            String address = matcher.group().split(":", 2)[0];
            boolean inRange = true;
            for (String part : address.split("\\.", -1)) {
                inRange &= Integer.parseInt(part) <= 255 && (part.length() == 1 || part.charAt(0) != '0');
            }
            // What begins with 0 or ends a list of versions is no address that anything talks to.
            if (inRange && !address.startsWith("0.")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommand(String lower) {
        return COMMANDS.stream().anyMatch(lower::contains);
    }

    private static boolean isPath(String text) {
        return (text.indexOf('\\') >= 0 && WINDOWS_PATH.matcher(text).matches())
                || (text.charAt(0) == '/' && UNIX_PATH.matcher(text).matches());
    }

    private static boolean isBase64(String text) {
        return text.length() % 4 == 0
                && BASE64_FORM.matcher(text).matches()
                && text.chars().anyMatch(c -> c >= '0' && c <= '9')
                && text.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                && text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && text.chars().distinct().count() >= 10;
    }
}
