package io.ashiato.readers.lnk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Decides in which code page the ANSI texts of one shortcut are.
///
/// The format does not say; the machine that wrote them knew. In this order: where the id list has the
/// long name of the same file in Unicode, the code page that gives it; UTF-8 where all is valid UTF-8;
/// the code page of the console block; else the one under which the texts look most like
/// writing, Japanese first among equals.
final class AnsiCodePage {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /// In the order in which equals are preferred.
    private static final List<Charset> CANDIDATES = charsets(
            "windows-31j", "windows-1252", "windows-1251", "GBK", "x-windows-949", "x-windows-950", "windows-1250");

    private AnsiCodePage() {}

    static Charset of(Shortcut shortcut) {
        List<StoredText> texts = shortcut.texts().toList();
        if (texts.isEmpty()) {
            return WESTERN;
        }
        return byLongNames(shortcut)
                .or(() -> fits(texts, StandardCharsets.UTF_8) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty())
                .or(() -> byConsole(shortcut).filter(page -> fits(texts, page)))
                .orElseGet(() -> mostLikely(texts));
    }

    private static Optional<Charset> byLongNames(Shortcut shortcut) {
        for (ShellItem item : shortcut.items()) {
            if (!item.name().ansi() || item.name().isAscii() || item.longName().isEmpty()) {
                continue;
            }
            for (Charset page : CANDIDATES) {
                Optional<String> name = decoded(item.name(), page);
                if (name.isPresent() && sameLetters(name.get(), item.longName().chars())) {
                    return Optional.of(page);
                }
            }
        }
        return Optional.empty();
    }

    /// Whether all that is not ASCII in a short name stands in the long one too.
    private static boolean sameLetters(String shortName, String longName) {
        return shortName.chars().allMatch(c -> c < 0x80 || longName.indexOf(c) >= 0);
    }

    private static Optional<Charset> byConsole(Shortcut shortcut) {
        for (ExtraBlock block : shortcut.blocks()) {
            if (block instanceof ExtraBlock.ConsoleCodePage console) {
                return switch ((int) console.codePage()) {
                    case 932 -> charsets("windows-31j").stream().findFirst();
                    case 936 -> charsets("GBK").stream().findFirst();
                    case 949 -> charsets("x-windows-949").stream().findFirst();
                    case 950 -> charsets("x-windows-950").stream().findFirst();
                    default -> Optional.empty(); // the console's of the West are not those of ANSI texts
                };
            }
        }
        return Optional.empty();
    }

    private static Charset mostLikely(List<StoredText> texts) {
        Charset best = WESTERN;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Charset page : CANDIDATES) {
            double score = 0;
            for (StoredText text : texts) {
                score += decoded(text, page).map(AnsiCodePage::likeness).orElse(-100.0);
            }
            if (score > bestScore) {
                best = page;
                bestScore = score;
            }
        }
        return best;
    }

    /// How much a text looks like writing: the mean over its letters that are not ASCII, each weighed by
    /// how common its kind is in file names.
    private static double likeness(String text) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                sum += weight(c, i > 0 ? text.charAt(i - 1) : ' ');
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double weight(char c, char before) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        boolean halfWidth = c >= 0xFF61 && c <= 0xFF9F;
        return switch (script) {
            case HIRAGANA, KATAKANA -> halfWidth ? -0.5 : 3;
            case HAN -> isCommonKanji(c) ? 2 : 0.2;
            case HANGUL -> 1.5;
            case CYRILLIC -> Character.isLetter(before) && before < 0x80 ? 0 : 1.8;
            case LATIN -> latinWeight(c, before);
            default -> c == 'ー' || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E) ? 2 : -1;
        };
    }

    /// An accented letter stands within a word of plain ones; a run of accented ones is another code page.
    private static double latinWeight(char c, char before) {
        if (c < 0xC0 || c > 0x17F) {
            return -1;
        }
        return before < 0x80 && !(Character.isUpperCase(c) && Character.isLowerCase(before)) ? 2.5 : -0.5;
    }

    /// JIS level 1: the kanji of everyday writing stand below row 48 of the character set.
    private static boolean isCommonKanji(char c) {
        byte[] shiftJis = String.valueOf(c).getBytes(CANDIDATES.getFirst());
        int lead = shiftJis[0] & 0xFF;
        return shiftJis.length == 2 && lead >= 0x88 && lead <= 0x98;
    }

    private static boolean fits(List<StoredText> texts, Charset page) {
        return texts.stream().allMatch(text -> decoded(text, page).isPresent());
    }

    private static Optional<String> decoded(StoredText text, Charset page) {
        try {
            CharBuffer chars = page.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(text.bytes()));
            return Optional.of(chars.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// A trimmed Java runtime may lack some of them.
    private static List<Charset> charsets(String... names) {
        return List.of(names).stream()
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
    }
}
