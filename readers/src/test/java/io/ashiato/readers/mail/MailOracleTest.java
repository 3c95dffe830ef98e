package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.FactValue;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.evtx.Json;
import io.ashiato.readers.evtx.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shared mails against what Python 3.11, mail-parser 4.8.0, eml_parser 4.4.0 and extract-msg 0.57.0 read, and
/// against the truth of those that were written for the corpus, which outranks the tools.
class MailOracleTest {
    /// Where the tools are wrong, with the reason.
    private static final List<String> TOOLS_ARE_WRONG = List.of(
            // blanks in front of the colon are allowed by the obsolete syntax (RFC 5322 4.5)
            "eml/mime4j/obsolete.eml: subject",
            "eml/rubymail/example13.eml: subject",
            // a line that is no field ends the header for Python
            "eml/rubymail/raw_email_incorrect_header.eml: subject",
            // a blank behind `base64` leaves the attachment undecoded
            "eml/mime4j/twopart.eml: attachments",
            // the attachment of an attached mail is counted as this mail's own
            "eml/rubymail/attachment_message_rfc822.eml: attachments",
            // the identifier is cut at its second `@`
            "eml/rubymail/raw_email_double_at_in_header.eml: message_id",
            // code page 1251 read as 1252
            "msg/poi/ASCII_CP1251_LCID1049.msg: subject",
            // winmail.dat read as a mail
            "tnef/poi/winmail-sample1.dat: attachments");

    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    @Test
    void factsAreThoseOfTheToolsOrBetter() throws IOException {
        var compared = new TreeMap<String, Integer>();
        var differences = new ArrayList<String>();
        Path corpus = Shared.folder("corpora").orElseThrow().resolve("mail.zip");
        try (var zip = new ZipFile(corpus.toFile())) {
            for (String oracle : List.of("oracle/eml.jsonl", "oracle/msg.extract-msg.jsonl")) {
                for (String line :
                        new String(member(zip, oracle), UTF_8).lines().toList()) {
                    Map<String, Object> row = Json.object(line);
                    String file = String.valueOf(row.get("file"));
                    ArtefactReading reading = read(file, member(zip, "files/" + file));
                    expected(row).forEach((name, value) -> {
                        compared.merge(reading.kind().id() + " " + name, 1, Integer::sum);
                        if (!isEqual(value, reading.facts().values().get(name))) {
                            differences.add(file + ": " + name);
                        }
                    });
                }
            }
        }

        assertThat(differences).containsExactlyInAnyOrderElementsOf(TOOLS_ARE_WRONG);
        assertThat(compared)
                .containsEntry("mail subject", 234)
                .containsEntry("mail message_id", 143)
                .containsEntry("mail attachments", 194)
                .containsEntry("mail received", 194)
                .containsEntry("mail attachment_names", 9)
                .containsEntry("mail reply_to", 1)
                .containsEntry("mail urls", 1)
                .containsEntry("msg subject", 35)
                .containsEntry("msg message_id", 20)
                .containsEntry("msg attachment_names", 35);
    }

    private static ArtefactReading read(String file, byte[] bytes) throws IOException {
        ByteSource source = ByteSource.of(bytes);
        if (MsgReader.isMail(source)) {
            return MsgReader.read(source);
        }
        return file.startsWith("tnef/") ? TnefReader.read(source) : MailReader.read(source);
    }

    private static Map<String, Object> expected(Map<String, Object> row) {
        var expected = new TreeMap<String, Object>();
        Map<String, Object> written = object(row.get("written_by_us"));
        if (row.get("class_type") instanceof String type && !type.isEmpty()) {
            put(expected, "subject", row.get("subject"));
            put(expected, "message_id", row.get("messageId"));
            put(expected, "attachment_names", values(row.get("attachments"), "name"));
        } else if (row.containsKey("messages")) {
            put(expected, "messages", row.get("messages"));
            put(expected, "messages", written.get("messages"));
        } else {
            Map<String, Object> python = object(row.get("python_email"));
            put(expected, "message_id", python.get("message-id"));
            put(expected, "subject", row.get("subject_agreed"));
            if (list(python.get("defects")).isEmpty()) {
                List<Object> sent = list(python.get("parts")).stream()
                        .filter(part -> "attachment".equals(object(part).get("disposition")))
                        .toList();
                expected.put("attachments", values(sent, "sha256"));
                expected.put(
                        "received", String.valueOf(list(python.get("received")).size()));
            }
            for (String name : List.of("subject", "reply_to", "urls")) {
                put(expected, name, written.get(name));
            }
            put(expected, "attachment_names", written.get("attachments"));
        }
        return expected;
    }

    private static void put(Map<String, Object> expected, String name, @Nullable Object value) {
        if (value instanceof String || value instanceof List<?>) {
            expected.put(name, value);
        } else if (value instanceof Json.Literal literal && !literal.text().equals("null")) {
            expected.put(name, literal.text());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }

    private static List<String> values(@Nullable Object objects, String name) {
        return list(objects).stream()
                .map(one -> object(one).get(name))
                .filter(value -> value instanceof String text && !text.isEmpty())
                .map(String::valueOf)
                .toList();
    }

    private static boolean isEqual(Object expected, @Nullable FactValue read) {
        return switch (read) {
            case FactValue.Text text -> expected.equals(text.value());
            case FactValue.Whole number -> expected.equals(Long.toString(number.value()));
            case FactValue.Texts texts ->
                expected instanceof List<?> list
                        && list.stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList()
                                .equals(texts.values().stream().sorted().toList());
            case null, default -> false;
        };
    }

    private static byte[] member(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
