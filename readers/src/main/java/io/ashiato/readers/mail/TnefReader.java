package io.ashiato.readers.mail;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hmef.attribute.TNEFStringAttribute;

/// Reads `winmail.dat` (TNEF, [MS-OXTNEF]): in what Outlook packs attachments when it sends rich text.
public final class TnefReader {
    private TnefReader() {}

    /// @param source of which the first [ArtefactReading#MAX_BYTES] are read
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        byte[] bytes = source.first(ArtefactReading.MAX_BYTES);
        var damage = new ArrayList<Damage>();
        var fields = new ArrayList<HeaderFields.Field>();
        var parts = new ArrayList<MimePart>();
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(bytes));
            subject(message).ifPresent(text -> fields.add(MsgReader.field("subject", text)));
            Optional.ofNullable(message.getBody()).map(RtfBody::parse).ifPresent(body -> parts.add(body.part()));
            message.getAttachments().stream().limit(Limits.PARTS).forEach(one -> attachment(one, parts, damage));
        } catch (IOException | RuntimeException e) { // the library checks less than this input needs
            damage.add(new Damage.Truncated("tnef attribute", bytes.length, 1, 0));
        }
        var content = new MailContent(new HeaderFields(fields), List.copyOf(parts));
        var facts = Facts.builder();
        content.addTo(facts);
        return new ArtefactReading(EvidenceKind.TNEF, facts.build(), content.children(), damage);
    }

    /// Newer programs write it as a property, older ones as an attribute.
    private static Optional<String> subject(HMEFMessage message) {
        return Optional.ofNullable(message.getSubject())
                .or(() -> message.getMessageAttribute(TNEFProperty.ID_SUBJECT) instanceof TNEFStringAttribute text
                        ? Optional.ofNullable(text.getString())
                        : Optional.empty());
    }

    private static void attachment(Attachment attachment, List<MimePart> parts, List<Damage> damage) {
        try {
            Optional<String> name = Optional.ofNullable(attachment.getLongFilename())
                    .or(() -> Optional.ofNullable(attachment.getFilename()));
            parts.add(new MimePart("application/octet-stream", "", "attachment", name, attachment.getContents()));
        } catch (RuntimeException e) { // as above; an attachment without content among them
            damage.add(new Damage.Truncated("tnef attachment", 0, 1, 0));
        }
    }
}
