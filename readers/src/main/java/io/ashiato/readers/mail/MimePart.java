package io.ashiato.readers.mail;

import io.ashiato.bytes.Digests;
import java.util.Locale;
import java.util.Optional;

/// One part of a mail that is no container of others, its transfer encoding taken off.
///
/// @param mediaType in lower case; what the standards prescribe where none is stated
/// @param charset as stated, empty where it is not
/// @param disposition `attachment`, `inline`, or empty
/// @param name of the file, decoded, hostile
/// @param content never written to
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record MimePart(String mediaType, String charset, String disposition, Optional<String> name, byte[] content) {
    private static final String DEFAULT_TYPE = "text/plain"; // RFC 2045 5.2

    static MimePart of(HeaderFields header, byte[] content) {
        Parameters type = Parameters.parse(header.raw("content-type").orElse(DEFAULT_TYPE));
        Parameters disposition =
                Parameters.parse(header.raw("content-disposition").orElse(""));
        return new MimePart(
                type.value().contains("/") ? type.value() : DEFAULT_TYPE,
                type.get("charset").orElse(""),
                disposition.value(),
                disposition.get("filename").or(() -> type.get("name")),
                content);
    }

    /// Whether it is what a mail program shows as the mail's text.
    boolean isBody() {
        return isReadable() && !isSentAsAttachment() && name.isEmpty();
    }

    /// Whether its content is text with links that a reader may follow.
    boolean isReadable() {
        return mediaType.equals("text/plain")
                || isHtml()
                || mediaType.equals("text/calendar")
                || mediaType.equals("text/enriched");
    }

    boolean isHtml() {
        return mediaType.equals("text/html");
    }

    /// Whether the mail says that it is an attachment.
    boolean isSentAsAttachment() {
        return disposition.equals("attachment");
    }

    String text() {
        return MailCharsets.decode(content, charset);
    }

    String sha256() {
        return Digests.sha256(content);
    }

    /// A name for it even where the mail gives none: `part-3.jpeg`.
    String label(int number) {
        if (name.isPresent()) {
            return name.get();
        }
        String subtype = mediaType.substring(mediaType.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = switch (subtype) {
            case "rfc822" -> "eml";
            case "plain", "octet-stream" -> subtype.equals("plain") ? "txt" : "bin";
            default -> subtype.matches("[a-z0-9]{1,8}") ? subtype : "bin";
        };
        return "part-" + number + "." + ending;
    }
}
