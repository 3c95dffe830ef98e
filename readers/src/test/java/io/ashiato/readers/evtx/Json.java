package io.ashiato.readers.evtx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON for tests, strictly: objects become maps in their order, numbers keep their spelling,
/// `null` is no Java null, and a key that comes twice is an error.
public final class Json {
    /// A number as it is written, or `null`.
    public record Literal(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static final String NULL = "null";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// One object a line; empty lines are passed over.
    public static List<Map<String, Object>> lines(String lines) {
        var objects = new ArrayList<Map<String, Object>>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> objects.add(object(line)));
        return objects;
    }

    public static Map<String, Object> object(String line) {
        var json = new Json(line);
        Map<String, Object> object = json.object();
        if (json.at != line.length()) {
            throw json.unexpected();
        }
        return object;
    }

    private Map<String, Object> object() {
        var members = new LinkedHashMap<String, Object>();
        take('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            skipBlanks();
            String key = string();
            take(':');
            if (members.putIfAbsent(key, value()) != null) {
                throw new IllegalArgumentException("the key " + key + " comes twice in " + text);
            }
        }
        take('}');
        return members;
    }

    private List<Object> array() {
        var items = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            if (!items.isEmpty()) {
                take(',');
            }
            items.add(value());
        }
        take(']');
        return items;
    }

    private Object value() {
        skipBlanks();
        Object value = switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        };
        skipBlanks();
        return value;
    }

    /// Other programs put blanks between the parts.
    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// A truth value, or anything else that stands without quotes.
    private Object literal() {
        int from = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String literal = text.substring(from, at);
        if (literal.equals("true") || literal.equals("false")) {
            return Boolean.valueOf(literal);
        }
        if (literal.equals(NULL) || literal.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            return new Literal(literal);
        }
        throw unexpected();
    }

    private String string() {
        take('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw unexpected();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw unexpected();
        };
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected();
        }
        return text.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw unexpected();
        }
        at++;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no JSON at " + at + " of " + text);
    }
}
