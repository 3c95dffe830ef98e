package io.ashiato.readers.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out what a script carries encoded: a PowerShell command, or base64 or hexadecimal text that it
/// decodes itself.
final class Payloads {
    /// PowerShell takes each beginning of `-EncodedCommand`, and dashes of three kinds.
    private static final Pattern ENCODED_COMMAND = Pattern.compile(
            "(?:^|[\\s\"'])[-/\u2013\u2014\u2015](?:e|ec|en|enc|enco|encod|encode|encoded|encodedc|encodedco|encodedcom"
                    + "|encodedcomm|encodedcomma|encodedcomman|encodedcommand)[\\s:]+[\"']?([A-Za-z0-9+/=]{8,})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BASE64_LITERAL = Pattern.compile("([\"'])([A-Za-z0-9+/\\s]{16,}={0,2})\\s*\\1");
    private static final Pattern HEX_LITERAL = Pattern.compile("([\"'])((?:[0-9A-Fa-f]{2}){20,})\\1");

    /// Words without which a long text of letters is just that.
    private static final List<String> DECODERS =
            List.of("frombase64", "atob", "base64", "-decode", "cryptstringtobinary");

    /// More payloads in one script are not looked at.
    private static final int MAX_PAYLOADS = 32;

    private final Set<Technique> techniques = EnumSet.noneOf(Technique.class);
    private final List<byte[]> found = new ArrayList<>();

    private Payloads() {}

    static Layer in(String text) {
        var payloads = new Payloads();
        String lower = text.toLowerCase(Locale.ROOT);
        payloads.addEncodedCommands(text);
        if (DECODERS.stream().anyMatch(lower::contains)) {
            payloads.addBase64(text, lower.contains("deflatestream"));
        }
        payloads.addHex(text);
        return new Layer(text, List.of(), payloads.found, payloads.techniques);
    }

    private void addEncodedCommands(String text) {
        Matcher option = ENCODED_COMMAND.matcher(text);
        while (option.find() && found.size() < MAX_PAYLOADS) {
            Optional<String> command = Encodings.base64(option.group(1)).flatMap(Payloads::command);
            command.ifPresent(decoded -> {
                found.add(decoded.getBytes(StandardCharsets.UTF_8));
                techniques.add(Technique.ENCODED_COMMAND);
            });
        }
    }

    /// PowerShell reads UTF-16LE and nothing else: one that looks otherwise is no command.
    private static Optional<String> command(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_16LE);
        boolean plausible = bytes.length % 2 == 0
                && text.chars().filter(c -> c < 0x80).count() * 2 >= text.length()
                && text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c));
        return plausible && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private void addBase64(String text, boolean deflated) {
        Matcher literal = BASE64_LITERAL.matcher(text);
        while (literal.find() && found.size() < MAX_PAYLOADS) {
            Optional<byte[]> bytes = Encodings.base64(literal.group(2));
            if (bytes.isEmpty()) {
                continue;
            }
            byte[] unpacked = Encodings.unpacked(bytes.get(), deflated);
            techniques.add(Technique.BASE64);
            if (unpacked.length != bytes.get().length) {
                techniques.add(Technique.COMPRESSION);
            }
            found.add(asText(unpacked));
        }
    }

    /// Hexadecimal digits are a payload where they say something: a program, or text.
    private void addHex(String text) {
        Matcher literal = HEX_LITERAL.matcher(text);
        while (literal.find() && found.size() < MAX_PAYLOADS) {
            Encodings.hex(literal.group(2)).ifPresent(bytes -> {
                boolean program = bytes[0] == 'M' && bytes[1] == 'Z';
                if (program || Encodings.text(bytes).isPresent()) {
                    found.add(asText(bytes));
                    techniques.add(Technique.HEX);
                }
            });
        }
    }

    private static byte[] asText(byte[] bytes) {
        return Encodings.text(bytes)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElse(bytes);
    }
}
