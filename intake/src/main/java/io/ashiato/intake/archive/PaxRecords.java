package io.ashiato.intake.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What extension headers say about the tar header behind them, under pax's names. Records for the
/// whole archive (`g`) hold no names or sizes in practice and are passed over.
record PaxRecords(Map<String, String> values) {
    static final PaxRecords NONE = new PaxRecords(Map.of());

    private static final String PATH = "path";
    private static final String LINK_TARGET = "linkpath";
    private static final String SIZE = "size";
    private static final String SPARSE_PREFIX = "GNU.sparse.";
    private static final String SPARSE = "GNU.sparse";

    /// These and those of one more extension header.
    PaxRecords and(char type, byte[] content, int nameBytes) {
        var more = new HashMap<>(values);
        switch (type) {
            case 'L' -> more.put(PATH, longName(content, nameBytes));
            case 'K' -> more.put(LINK_TARGET, longName(content, nameBytes));
            case 'x', 'X' -> parse(content, nameBytes, more);
            default -> {}
        }
        return new PaxRecords(Map.copyOf(more));
    }

    Optional<String> path() {
        return Optional.ofNullable(values.get(PATH));
    }

    Optional<String> linkTarget() {
        return Optional.ofNullable(values.get(LINK_TARGET));
    }

    OptionalLong size() {
        String digits = values.getOrDefault(SIZE, "");
        boolean number = digits.matches("[0-9]{1,18}"); // 18 digits fit a long
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    boolean sparse() {
        return values.containsKey(SPARSE);
    }

    private static String longName(byte[] content, int nameBytes) {
        int end = 0;
        while (end < content.length && content[end] != 0) {
            end++;
        }
        return MemberNames.decode(Arrays.copyOf(content, Math.min(end, nameBytes)));
    }

    /// Records `LENGTH KEY=VALUE\n`; LENGTH counts the whole record. The first that does not parse ends
    /// the reading.
    private static void parse(byte[] content, int nameBytes, Map<String, String> into) {
        int at = 0;
        while (at < content.length) {
            int space = indexOf(content, ' ', at, Math.min(content.length, at + 8));
            String digits = space < 0 ? "" : new String(content, at, space - at, StandardCharsets.ISO_8859_1);
            if (!digits.matches("[0-9]{1,7}")) {
                return;
            }
            int end = at + Integer.parseInt(digits);
            int equals = indexOf(content, '=', space, Math.min(end, content.length));
            if (equals < 0 || end > content.length) {
                return;
            }
            keep(content, space + 1, equals, end - 1, nameBytes, into);
            at = end;
        }
    }

    private static void keep(byte[] content, int key, int equals, int end, int nameBytes, Map<String, String> into) {
        String name = new String(content, key, equals - key, StandardCharsets.UTF_8);
        if (name.startsWith(SPARSE_PREFIX)) {
            into.put(SPARSE, "");
        } else if (name.equals(PATH) || name.equals(LINK_TARGET) || name.equals(SIZE)) {
            int valueEnd = Math.clamp(end, equals + 1, equals + 1 + nameBytes);
            into.put(name, MemberNames.decode(Arrays.copyOfRange(content, equals + 1, valueEnd)));
        }
    }

    private static int indexOf(byte[] content, char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (content[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
