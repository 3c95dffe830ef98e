package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Text of mails, in the encodings that mail programs really use under the names that they give them.
final class MailCharsets {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    /// ISO-2022-JP with the characters of Windows: NEC's row 13, IBM's additions, half-width kana.
    private static final Charset ISO_2022_JP = Charset.forName("x-windows-50221");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Labels whose writers mean more than the standard of that name holds; otherwise the label is Java's business.
    private static final Map<String, Charset> MEANT = Map.ofEntries(
            Map.entry("shift_jis", CP932),
            Map.entry("shift-jis", CP932),
            Map.entry("x-sjis", CP932),
            Map.entry("sjis", CP932),
            Map.entry("ms_kanji", CP932),
            Map.entry("cp932", CP932),
            Map.entry("x-ms-cp932", CP932),
            Map.entry("iso-2022-jp", ISO_2022_JP),
            Map.entry("csiso2022jp", ISO_2022_JP),
            Map.entry("iso-2022-jp-ms", ISO_2022_JP),
            Map.entry("cp50220", ISO_2022_JP),
            Map.entry("cp50221", ISO_2022_JP),
            Map.entry("x-euc-jp", EUC_JP),
            Map.entry("x-euc", EUC_JP),
            Map.entry("iso-8859-1", WINDOWS_1252),
            Map.entry("latin1", WINDOWS_1252),
            Map.entry("gb2312", Charset.forName("GB18030")),
            Map.entry("gbk", Charset.forName("GB18030")),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
            Map.entry("euc-kr", Charset.forName("x-windows-949")),
            Map.entry("big5", Charset.forName("x-windows-950")),
            Map.entry("utf8", UTF_8),
            Map.entry("unicode-1-1-utf-8", UTF_8));

    private MailCharsets() {}

    /// Text of a stated encoding. Bytes that do not fit it are looked at without the label; where that fails too,
    /// they become U+FFFD.
    ///
    /// @param label as the mail has it; empty, unknown or `us-ascii` where it tells nothing of bytes over 127
    static String decode(byte[] bytes, String label) {
        Optional<Charset> charset = named(label);
        if (charset.isEmpty()) {
            return guess(bytes);
        }
        return strictly(bytes, charset.get())
                .or(() -> charset.get().equals(EUC_JP)
                        ? strictly(bytes, Charset.forName("x-eucJP-Open"))
                        : Optional.empty())
                .or(() -> strictly(bytes, UTF_8).filter(text -> hasHighBytes(bytes)))
                .orElseGet(() -> new String(bytes, charset.get()));
    }

    /// The encoding of a label, where it names one that says more than ASCII.
    private static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("us-ascii") || name.equals("ascii")) {
            return Optional.empty();
        }
        if (MEANT.containsKey(name)) {
            return Optional.of(MEANT.get(name));
        }
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no name at all
        }
    }

    /// Text whose encoding nobody states: Japanese programs wrote raw Shift_JIS, ISO-2022-JP and EUC-JP.
    static String guess(byte[] bytes) {
        if (!hasHighBytes(bytes)) {
            return hasEscape(bytes) ? new String(bytes, ISO_2022_JP) : new String(bytes, ISO_8859_1);
        }
        Optional<String> utf8 = strictly(bytes, UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        Optional<String> cp932 = strictly(bytes, CP932);
        Optional<String> euc = strictly(bytes, EUC_JP);
        int likeCp932 = cp932.map(MailCharsets::japaneseLetters).orElse(0);
        int likeEuc = euc.map(MailCharsets::japaneseLetters).orElse(0);
        if (likeEuc >= Math.max(FEW_LETTERS, likeCp932)) {
            return euc.orElseThrow();
        }
        return likeCp932 >= FEW_LETTERS ? cp932.orElseThrow() : new String(bytes, WINDOWS_1252);
    }

    /// Two bytes of another encoding look like one kanji now and then; a word of Japanese has more.
    private static final int FEW_LETTERS = 2;

    /// How many letters Japanese text has that stray bytes hardly give: kana and kanji, less what contradicts them.
    private static int japaneseLetters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '\u3041' && c <= '\u30FE') || (c >= '\u4E00' && c <= '\u9FFF')) {
                letters++;
            } else if (c >= '\uFF61' && c <= '\uFF9F') {
                letters--; // half-width kana: what EUC-JP looks like when it is read as Shift_JIS
            }
        }
        return letters;
    }

    private static boolean hasHighBytes(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasEscape(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
