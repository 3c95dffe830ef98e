package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.bytes.Damage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.Chunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.datatypes.Types;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/// Takes a message of Outlook apart: what it keeps of the transported header comes first, then its properties, as
/// fields of a header of the same names.
final class MsgContent {
    private static final Pattern CHARSET_IN_HTML =
            Pattern.compile("(?i)charset\\s{0,3}=\\s{0,3}[\"']?([\\w.:-]{1,40})");

    private final MAPIMessage message;
    private final List<Damage> damage;

    /// @param damage to which what cannot be read is added
    MsgContent(MAPIMessage message, List<Damage> damage) {
        this.message = message;
        this.damage = damage;
    }

    MailContent read() {
        message.setReturnNullOnMissingChunk(true);
        part("code page", () -> {
            message.guess7BitEncoding();
            return true;
        });
        var parts = new ArrayList<MimePart>();
        part("text body", message::getTextBody)
                .ifPresent(text -> parts.add(body("text/plain", text.getBytes(UTF_8), "utf-8")));
        part("html body", this::html).ifPresent(parts::add);
        if (parts.stream().noneMatch(MimePart::isHtml)) {
            part("rtf body", message::getRtfBody)
                    .map(RtfBody::parse)
                    .filter(rtf -> rtf.html() || parts.isEmpty())
                    .ifPresent(rtf -> parts.add(rtf.part()));
        }
        AttachmentChunks[] attachments =
                part("attachments", message::getAttachmentFiles).orElse(new AttachmentChunks[0]);
        for (AttachmentChunks attachment : attachments) {
            if (parts.size() > Limits.PARTS) {
                damage.add(new Damage.OverLimit("attachments", 0, Limits.PARTS));
                break;
            }
            part("attachment", () -> attachment(attachment)).ifPresent(part -> parts.addAll(unsigned(part)));
        }
        return new MailContent(header(), parts);
    }

    /// Reads one thing; whatever the library throws costs only that.
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read() throws IOException, ChunkNotFoundException;
    }

    private <T> Optional<T> part(String field, Reading<T> reading) {
        try {
            return Optional.ofNullable(reading.read());
        } catch (IOException | ChunkNotFoundException | RuntimeException e) { // the library checks less than this needs
            damage.add(new Damage.Truncated(field, 0, 1, 0));
            return Optional.empty();
        }
    }

    private static MimePart body(String type, byte[] content, String charset) {
        return new MimePart(type, charset, "", Optional.empty(), content);
    }

    private @Nullable MimePart html() {
        Chunks chunks = message.getMainChunks();
        if (chunks.getHtmlBodyChunkString() != null) {
            return body("text/html", chunks.getHtmlBodyChunkString().getValue().getBytes(UTF_8), "utf-8");
        }
        if (chunks.getHtmlBodyChunkBinary() == null) {
            return null;
        }
        byte[] bytes = chunks.getHtmlBodyChunkBinary().getValue();
        Matcher charset = CHARSET_IN_HTML.matcher(new String(bytes, ISO_8859_1));
        return body("text/html", bytes, charset.find() ? charset.group(1) : "");
    }

    private HeaderFields header() {
        var fields = new ArrayList<HeaderFields.Field>();
        Chunks chunks = message.getMainChunks();
        add("subject", part("subject", () -> subject(chunks)), fields);
        add("message-id", text(chunks.getMessageId()), fields);
        text(chunks.getMessageHeaders()).ifPresent(transported -> fields.addAll(HeaderLines.parse(transported)));
        HeaderFields transported = new HeaderFields(fields);
        if (transported.raw("from").isEmpty()) {
            add("from", sender(chunks), fields);
        }
        if (transported.raw("to").isEmpty()) {
            add("to", part("to", message::getDisplayTo), fields);
        }
        if (transported.raw("cc").isEmpty()) {
            add("cc", part("cc", message::getDisplayCC), fields);
        }
        if (transported.raw("date").isEmpty()) {
            add("date", part("date", message::getMessageDate).map(MsgContent::date), fields);
        }
        return new HeaderFields(fields);
    }

    /// With the zeros that some programs leave at its end: POI drops them, but they tell of the program.
    private @Nullable String subject(Chunks chunks) {
        StringChunk subject = chunks.getSubjectChunk();
        if (subject == null) {
            return null;
        }
        byte[] raw = subject.getRawValue();
        return subject.getType() == Types.UNICODE_STRING
                ? new String(raw, UTF_16LE)
                : MailCharsets.decode(raw, subject.get7BitEncoding());
    }

    private Optional<String> sender(Chunks chunks) {
        Optional<String> name = text(chunks.getDisplayFromChunk());
        Optional<String> address = text(chunks.getEmailFromChunk());
        if (address.isEmpty()) {
            return name;
        }
        return Optional.of("\"" + name.orElse("").replace("\"", "") + "\" <" + address.get() + ">");
    }

    private static String date(Calendar date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(date.toInstant().atOffset(ZoneOffset.UTC));
    }

    private static void add(String name, Optional<String> value, List<HeaderFields.Field> fields) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> fields.add(MsgReader.field(name, text)));
    }

    private static Optional<String> text(@Nullable StringChunk chunk) {
        return chunk == null ? Optional.empty() : Optional.ofNullable(chunk.getValue());
    }

    /// An attached message is called by its subject, as Outlook shows it.
    private Optional<String> mailName(AttachmentChunks attachment, Optional<String> otherwise) {
        return part(
                        "attached message",
                        () -> subject(attachment.getEmbeddedMessage().getMainChunks()))
                .map(subject -> subject.replace("\0", "").strip())
                .filter(subject -> !subject.isEmpty())
                .or(() -> otherwise)
                .map(name -> name.endsWith(".msg") ? name : name + ".msg");
    }

    /// A signed mail is kept as one attachment: everything that was signed, as MIME.
    private static List<MimePart> unsigned(MimePart part) {
        if (!part.mediaType().startsWith("multipart/")) {
            return List.of(part);
        }
        List<MimePart> parts =
                MimeMessage.parse(part.content(), part.content().length).parts();
        return parts.isEmpty() ? List.of(part) : parts;
    }

    private @Nullable MimePart attachment(AttachmentChunks attachment) throws IOException {
        Optional<String> name = text(attachment.getAttachLongFileName())
                .or(() -> text(attachment.getAttachFileName()))
                .or(() -> text(attachment.getAttachDisplayName()));
        if (attachment.getAttachmentDirectory() != null) {
            boolean mail = attachment.isEmbeddedMessage();
            byte[] file = EmbeddedFile.of(attachment.getAttachmentDirectory().getDirectory(), mail);
            return mail
                    ? new MimePart("application/vnd.ms-outlook", "", "attachment", mailName(attachment, name), file)
                    : new MimePart("application/x-ole-storage", "", "attachment", name, file);
        }
        if (attachment.getAttachData() == null && name.isEmpty()) {
            return null;
        }
        byte[] content = attachment.getAttachData() == null
                ? new ByteArrayOutputStream().toByteArray()
                : attachment.getAttachData().getValue();
        String type = text(attachment.getAttachMimeTag())
                .filter(tag -> tag.contains("/"))
                .orElse("application/octet-stream");
        return new MimePart(type.toLowerCase(Locale.ROOT), "", "attachment", name, content);
    }
}
