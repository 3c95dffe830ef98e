package io.ashiato.readers.jsonlog;

import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads the records of a text that is JSON: one object, an array of them, or an object that holds a list of
/// them, as clouds deliver them. Each is handed over flat. For one thread.
final class JsonRecords {
    /// Open objects and arrays. The deepest real records (requests to clouds) have some 20.
    private static final int MAX_DEPTH = 100;

    /// Characters of one name, and of one number.
    private static final int MAX_NAME = 1024;

    private static final int MAX_NUMBER = 1000;

    /// Members that are lists of records, in objects around them.
    static final Set<String> LISTS = Set.of("Records", "records", "value", "items", "entries");

    private static final int SHORTEST_LIST_NAME = 5;
    private static final int LONGEST_LIST_NAME = 7;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final FieldPath root = FieldPath.root();
    private final FlatRecord record = new FlatRecord();
    private final FieldPath[] open = new FieldPath[MAX_DEPTH + 2];
    private final Wholes wholes = new Wholes(record);
    private boolean keepsWholes;

    /// Whether a name of that length may be among [#LISTS].
    static boolean mayNameList(int length) {
        return length >= SHORTEST_LIST_NAME && length <= LONGEST_LIST_NAME;
    }

    /// From now on, objects and arrays of the first levels come as text too, behind the values in them.
    void keepWholes() {
        keepsWholes = true;
    }

    boolean keepsWholes() {
        return keepsWholes;
    }

    /// Hands each record of the text over; it is to be used before the next one comes.
    ///
    /// @throws tools.jackson.core.JacksonException if the text is not JSON from some place on; records before it
    ///     were handed over
    void read(byte[] bytes, int from, int to, Consumer<FlatRecord> each) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            wholes.turnTo(bytes, from);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT && !object(parser, each)) {
                    each.accept(record);
                }
            }
        }
    }

    /// The record that was read last, as far as it was read.
    FlatRecord current() {
        return record;
    }

    /// Reads up to the end of the object.
    ///
    /// @return whether it held a list of records, which were handed over
    private boolean object(JsonParser parser, Consumer<FlatRecord> each) {
        record.clear();
        wholes.clear();
        open[0] = root;
        int depth = 0;
        FieldPath at = root;
        boolean isList = false;
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return true; // the parser throws before it comes to that
            }
            if (keepsWholes) {
                wholes.note(parser, token, at);
            }
            switch (token) {
                case PROPERTY_NAME ->
                    at = open[depth].child(parser.currentName()).seen(record.number());
                case START_OBJECT -> {
                    FieldPath inside = at.isWrapper() ? root : at;
                    open[++depth] = inside;
                    at = inside;
                }
                case END_OBJECT -> {
                    if (depth == 0) {
                        return isList;
                    }
                    at = open[depth--];
                }
                case START_ARRAY -> {
                    isList |= depth == 0 && LISTS.contains(at.text()) && list(parser, at, each);
                }
                case VALUE_NULL -> record.add(at, null);
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    record.add(at, parser.getString());
                case END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
    }

    /// Reads a list up to its end; values in it that are no objects are values of the record around it.
    ///
    /// @return whether records were in it, which were handed over
    private boolean list(JsonParser parser, FieldPath at, Consumer<FlatRecord> each) {
        boolean hasRecords = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                if (!object(parser, each)) {
                    each.accept(record);
                }
                hasRecords = true;
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                record.add(at, parser.getString());
            }
        }
        if (keepsWholes) {
            wholes.note(parser, JsonToken.END_ARRAY, at);
        }
        return hasRecords;
    }
}
