package io.ashiato.intel.attribution;

import io.ashiato.intel.JsonProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON of others, bounded, with messages that say which value has which wrong form.
public final class Json {
    /// Characters. Twenty times the largest knowledge base known (ATT&CK 18.1, all relations: 2 MB).
    private static final long MAX_DOCUMENT = 40_000_000;
    /// Values and brackets. Each costs up to 100 bytes of memory; the largest base known has 150,000.
    private static final long MAX_TOKENS = 1_500_000;
    /// Deeper than anything documented: a knowledge base has 5 levels, a tree of a model one for each split.
    private static final int MAX_DEPTH = 64;
    /// Names and ids are short; a longer one is an attack or a mistake.
    private static final int MAX_STRING = 10_000;

    private static final int GZIP_MAGIC = 0x1f8b;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_DOCUMENT)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNameLength(MAX_STRING)
                            .build())
                    .build())
            .build();

    private Json() {}

    /// The object in a stream, plain or compressed by gzip.
    public static JsonNode read(InputStream in, String what) throws IOException, RelationFormatException {
        try {
            return object(MAPPER.readTree(uncompressed(in)), what);
        } catch (tools.jackson.core.exc.JacksonIOException e) {
            throw failure(Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)), what);
        } catch (JacksonException e) {
            throw new RelationFormatException(what + ": " + JsonProblem.text(e), e);
        }
    }

    /// The object in a line of text.
    public static JsonNode parse(String line, String what) throws RelationFormatException {
        try {
            return object(MAPPER.readTree(line), what);
        } catch (JacksonException e) {
            throw new RelationFormatException(what + ": " + JsonProblem.text(e), e);
        }
    }

    /// A required object.
    public static JsonNode object(JsonNode parent, String field, String where) throws RelationFormatException {
        return object(parent.path(field), where + "." + field);
    }

    /// A required list.
    public static List<JsonNode> list(JsonNode node, String where) throws RelationFormatException {
        if (!node.isArray()) {
            throw new RelationFormatException(where + " must be a list");
        }
        return new ArrayList<>(node.values());
    }

    /// Texts of a list; none where the list is absent.
    public static List<String> texts(JsonNode parent, String field, String where) throws RelationFormatException {
        JsonNode node = parent.path(field);
        if (absent(node)) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (JsonNode each : list(node, where + "." + field)) {
            texts.add(text(each, where + "." + field));
        }
        return texts;
    }

    /// A required text.
    public static String text(JsonNode node, String where) throws RelationFormatException {
        if (!node.isString()) {
            throw new RelationFormatException(where + " must be text");
        }
        return node.stringValue();
    }

    /// A text, or none where it is absent or null.
    public static Optional<String> optionalText(JsonNode parent, String field, String where)
            throws RelationFormatException {
        JsonNode node = parent.path(field);
        return absent(node) ? Optional.empty() : Optional.of(text(node, where + "." + field));
    }

    /// A required finite number.
    public static double number(JsonNode node, String where) throws RelationFormatException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new RelationFormatException(where + " must be a number");
        }
        return node.doubleValue();
    }

    /// Is the value missing or null?
    public static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static JsonNode object(JsonNode node, String where) throws RelationFormatException {
        if (!node.isObject()) {
            throw new RelationFormatException(where + " must be a JSON object");
        }
        return node;
    }

    private static InputStream uncompressed(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
    }

    /// A damaged gzip stream is a damaged document; other failures are the machine's.
    private static IOException failure(IOException cause, String what) throws RelationFormatException {
        if (cause instanceof java.util.zip.ZipException || cause instanceof java.io.EOFException) {
            throw new RelationFormatException(what + ": damaged gzip stream: " + cause.getMessage(), cause);
        }
        return cause;
    }
}
