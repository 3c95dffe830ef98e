package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.UniqueNames;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading.Child;
import io.ashiato.readers.ArtefactReading.Role;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A mail of whatever format as header and parts: what all facts are made from.
record MailContent(HeaderFields header, List<MimePart> parts) {
    /// An attachment under a name that no other has.
    private record Attached(String name, MimePart part) {}

    MailContent {
        parts = List.copyOf(parts);
    }

    List<Child> children() {
        return attached().stream()
                .map(one -> new Child(
                        one.name(), Role.ATTACHMENT, ByteSource.of(one.part().content())))
                .toList();
    }

    private List<Attached> attached() {
        var names = new UniqueNames();
        var attached = new ArrayList<Attached>();
        for (MimePart part : parts) {
            if (!part.isBody()) {
                attached.add(new Attached(names.next(part.label(attached.size() + 1)), part));
            }
        }
        for (MimePart part : parts) {
            if (part.isBody() && !part.isHtml()) {
                for (UuFiles.File file : UuFiles.in(new String(part.content(), ISO_8859_1))) {
                    var unpacked = new MimePart(
                            "application/octet-stream", "", "inline", Optional.of(file.name()), file.content());
                    attached.add(new Attached(names.next(file.name()), unpacked));
                }
            }
        }
        return attached;
    }

    void addTo(Facts.Builder facts) {
        addSender(facts);
        addJourney(facts);
        addText(facts);
        addAttachments(facts);
    }

    private void addSender(Facts.Builder facts) {
        Optional<MailAddress> from = first("from");
        Optional<MailAddress> replyTo = first("reply-to");
        Optional<MailAddress> returnPath = first("return-path");
        // A mail without a subject is worth telling too.
        facts.text("subject", header.text("subject").orElse("").replaceAll("\\s+", " "))
                .text("from", from.map(MailAddress::shown))
                .text("from_address", from.map(MailAddress::address))
                .text("reply_to", replyTo.map(MailAddress::address))
                .text("return_path", returnPath.map(MailAddress::address));
        addAll(facts, "to", addresses("to"));
        addAll(facts, "cc", addresses("cc"));
        addAll(
                facts,
                "mismatch",
                from.map(sender -> SenderMismatch.in(sender, replyTo, returnPath))
                        .orElse(List.of()));
    }

    private Optional<MailAddress> first(String field) {
        return header.raw(field).map(MailAddress::parse).stream()
                .flatMap(List::stream)
                .findFirst();
    }

    private List<String> addresses(String field) {
        return header.allRaw(field).stream()
                .flatMap(raw -> MailAddress.parse(raw).stream())
                .map(MailAddress::shown)
                .limit(Limits.FIELDS)
                .toList();
    }

    private static void addAll(Facts.Builder facts, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            facts.texts(name, texts);
        }
    }

    private void addJourney(Facts.Builder facts) {
        Optional<OffsetDateTime> date = header.raw("date").flatMap(MailDate::parse);
        facts.text("date_as_sent", header.text("date"))
                .time("date", date.map(OffsetDateTime::toInstant))
                .text("date_zone", date.map(one -> one.getOffset().getId()))
                .text("message_id", header.text("message-id"))
                .text("message_id_domain", header.text("message-id").flatMap(MailContent::domain))
                .text("mailer", header.text("x-mailer").or(() -> header.text("user-agent")))
                .text("originating_address", header.text("x-originating-ip"));
        List<ReceivedStation> chain = ReceivedStation.chain(header);
        facts.number("received", header.allRaw("received").size());
        if (!chain.isEmpty()) {
            facts.groups(
                    "received_chain", chain.stream().map(ReceivedStation::facts).toList());
        }
        Authentication.add(header, facts);
    }

    private static Optional<String> domain(String messageId) {
        return new MailAddress("", messageId.replaceAll("^<|>$", "")).domain();
    }

    private void addText(Facts.Builder facts) {
        var plain = new StringBuilder();
        var shownOfHtml = new StringBuilder();
        var links = new ArrayList<MailLink>();
        for (MimePart part : parts) {
            if (part.isReadable() && !part.isSentAsAttachment()) {
                String text = bounded(part.text(), Limits.SEARCHED_CHARS);
                if (part.isHtml()) {
                    HtmlMail html = HtmlMail.parse(text);
                    links.addAll(html.links());
                    append(shownOfHtml, html.text());
                } else {
                    TextLinks.in(text).forEach(url -> links.add(new MailLink(url, url, "", MailLink.Place.TEXT)));
                    append(plain, text.strip());
                }
            }
        }
        List<MailLink> kept = links.stream().distinct().limit(Limits.LINKS).toList();
        facts.texts(
                "urls",
                kept.stream()
                        .filter(MailLink::isAbsolute)
                        .map(MailLink::written)
                        .distinct()
                        .toList());
        if (!kept.isEmpty()) {
            facts.groups("links", kept.stream().map(MailLink::facts).toList());
        }
        List<String> passwords = Stream.of(header.text("subject").orElse(""), plain.toString(), shownOfHtml.toString())
                .flatMap(text -> NamedPasswords.in(text).stream())
                .distinct()
                .limit(Limits.PASSWORDS)
                .toList();
        addAll(facts, "passwords", passwords);
        String text = plain.toString().isBlank() ? shownOfHtml.toString() : plain.toString();
        if (!text.isBlank()) {
            facts.text("text", bounded(text, Limits.TEXT_CHARS));
        }
    }

    private static void append(StringBuilder all, String text) {
        if (all.length() + text.length() <= Limits.SEARCHED_CHARS) {
            all.append(all.isEmpty() ? "" : "\n\n").append(text);
        }
    }

    private static String bounded(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }

    private void addAttachments(Facts.Builder facts) {
        List<Attached> attached = attached();
        facts.texts(
                "attachments",
                parts.stream()
                        .filter(MimePart::isSentAsAttachment)
                        .map(MimePart::sha256)
                        .toList());
        facts.texts(
                "attachment_names",
                attached.stream().flatMap(one -> one.part().name().stream()).toList());
        if (!attached.isEmpty()) {
            facts.groups(
                    "attachment_files",
                    attached.stream()
                            .map(one -> fileFacts(one.name(), one.part()))
                            .toList());
        }
    }

    private static Facts fileFacts(String name, MimePart part) {
        return Facts.builder()
                .text("name", name)
                .number("size", part.content().length)
                .text("sha256", part.sha256())
                .text("media_type", part.mediaType())
                .text("disposition", Optional.of(part.disposition()).filter(text -> !text.isEmpty()))
                .build();
    }
}
