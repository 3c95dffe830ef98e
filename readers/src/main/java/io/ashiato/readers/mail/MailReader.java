package io.ashiato.readers.mail;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.util.List;

/// Reads one mail (RFC 5322) or a mailbox of them (RFC 4155).
public final class MailReader {
    private MailReader() {}

    /// Facts of a mail, with its attachments as children; of a mailbox with several messages, these as children.
    ///
    /// @param source of any size; of a mail over [ArtefactReading#MAX_BYTES] the beginning is read
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        List<Mailbox.Message> messages = Mailbox.messages(source);
        return messages.size() > 1 ? mailbox(messages) : mail(source, messages);
    }

    private static ArtefactReading mailbox(List<Mailbox.Message> messages) {
        boolean cut = messages.size() > Limits.MESSAGES;
        List<Mailbox.Message> kept = cut ? messages.subList(0, Limits.MESSAGES) : messages;
        return new ArtefactReading(
                EvidenceKind.MBOX,
                Facts.builder().number("messages", kept.size()).build(),
                kept.stream().map(Mailbox.Message::child).toList(),
                cut ? List.of(new Damage.OverLimit("messages", 0, Limits.MESSAGES)) : List.of());
    }

    private static ArtefactReading mail(ByteSource source, List<Mailbox.Message> messages) throws IOException {
        ByteSource message = messages.isEmpty() ? source : messages.getFirst().content();
        MimeMessage read = MimeMessage.parse(message.first(ArtefactReading.MAX_BYTES), message.size());
        var content = new MailContent(read.header(), read.parts());
        var facts = Facts.builder();
        content.addTo(facts);
        if (!messages.isEmpty()) {
            facts.number("messages", 1);
        }
        return new ArtefactReading(EvidenceKind.MAIL, facts.build(), content.children(), read.damage());
    }
}
