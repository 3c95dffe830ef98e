package io.ashiato.intake;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of files and members as text for people: paths of items. Nothing is opened by them.
final class Labels {
    private static final String BETWEEN_ARCHIVE_AND_MEMBER = "!/";

    private static final int FIRST_NUMBER = 2;

    private final Set<String> taken = new HashSet<>();

    /// The next number to try for each label that came twice: to count from the start each time
    /// would take hours for an archive whose members all have one name.
    private final Map<String, Integer> nextNumbers = new HashMap<>();

    /// The label, with `#2`, `#3`, … behind it when an item before has it already.
    String unique(String label) {
        if (taken.add(label)) {
            return label;
        }
        int number = nextNumbers.getOrDefault(label, FIRST_NUMBER);
        while (!taken.add(label + "#" + number)) {
            number++;
        }
        nextNumbers.put(label, number + 1);
        return label + "#" + number;
    }

    void free(String label) {
        taken.remove(label);
    }

    static String inFolder(String folder, String name) {
        boolean closed = folder.endsWith("/") || (folder.endsWith("\\") && File.separatorChar == '\\');
        return closed ? folder + name : folder + "/" + name;
    }

    static String inArchive(String archive, String name) {
        return archive + BETWEEN_ARCHIVE_AND_MEMBER + name;
    }

    /// What follows the last `/`.
    static String lastPart(String label) {
        return label.substring(label.lastIndexOf('/') + 1);
    }

    /// A member's name as it is shown: without `./` in front, cut to `limit` UTF-16 code units.
    static String ofMember(String name, int limit) {
        String shown = name;
        while (shown.startsWith("./") && shown.length() > 2) {
            shown = shown.substring(2);
        }
        shown = shown.length() > limit ? shown.substring(0, limit) + "…" : shown;
        return shown.isEmpty() ? "unnamed" : visible(shown);
    }

    /// Why a member's name, taken as a path, would lead out of the folder that it is unpacked to.
    static Optional<String> escape(String name, int limit) {
        String path = name.replace('\\', '/');
        if (path.startsWith("/")) {
            return Optional.of("absolute");
        }
        if (path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
            return Optional.of("drive");
        }
        if (("/" + path + "/").contains("/../")) {
            return Optional.of("parent-folder");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("control-character");
        }
        return name.length() > limit ? Optional.of("too-long") : Optional.empty();
    }

    /// The name of a file: bytes that are no UTF-8 as `\xE3`, other unprintable characters as in [#visible].
    static String ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return visible(name.indexOf('\uFFFD') < 0 ? name : fromBytes(file));
    }

    /// Java shows what its locale cannot decode as U+FFFD and keeps the bytes, which only the URI form tells.
    private static String fromBytes(Path file) {
        String uri = file.toUri().getRawPath();
        String closed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        byte[] bytes = percentDecoded(lastPart(closed));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            var text = new StringBuilder();
            for (byte b : bytes) {
                text.append(b >= 0 ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02X", b));
            }
            return text.toString();
        }
    }

    private static byte[] percentDecoded(String text) {
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) text.charAt(i));
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// Characters that a terminal or a page would act upon instead of showing them, written as
    /// `\``u000A`: controls, line and paragraph separators, marks that turn the direction of text,
    /// halves of surrogate pairs.
    static String visible(String text) {
        if (text.codePoints().noneMatch(Labels::isUnprintable)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isUnprintable(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
