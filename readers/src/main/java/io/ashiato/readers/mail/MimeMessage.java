package io.ashiato.readers.mail;

import io.ashiato.bytes.Damage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// A mail taken apart: its header, and its parts front to back. Mails that are attached to it stay whole.
///
/// @param damage where the structure breaks; what came before is there
record MimeMessage(HeaderFields header, List<MimePart> parts, List<Damage> damage) {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1) // the whole mail lies in memory
            .setMaxHeaderLen(Limits.FIELD_BYTES)
            .setMaxHeaderCount(Limits.FIELDS)
            .build();

    MimeMessage {
        parts = List.copyOf(parts);
        damage = List.copyOf(damage);
    }

    /// @param size of the whole mail, of which `mail` may be the beginning
    static MimeMessage parse(byte[] mail, long size) {
        var reading = new Reading();
        if (mail.length < size) {
            reading.damage.add(new Damage.OverLimit("mail", mail.length, mail.length));
        }
        var stream = new MimeTokenStream(CONFIG);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            stream.parse(new ByteArrayInputStream(withLineFeeds(mail)));
            while (stream.getState() != EntityState.T_END_OF_STREAM && reading.take(stream)) {
                stream.next();
            }
        } catch (IOException | MimeException | RuntimeException e) { // the library checks less than this needs
            reading.damaged("mime structure", mail.length);
        }
        return new MimeMessage(new HeaderFields(reading.mailHeader), reading.parts, reading.damage);
    }

    /// Old Macintosh programs end lines with a carriage return alone.
    private static byte[] withLineFeeds(byte[] mail) {
        boolean onlyReturns = false;
        for (byte b : mail) {
            if (b == '\n') {
                return mail;
            }
            onlyReturns |= b == '\r';
        }
        byte[] changed = mail.clone();
        for (int i = 0; onlyReturns && i < changed.length; i++) {
            changed[i] = changed[i] == '\r' ? (byte) '\n' : changed[i];
        }
        return changed;
    }

    private static final class Reading {
        private final List<HeaderFields.Field> mailHeader = new ArrayList<>();
        private List<HeaderFields.Field> partHeader = mailHeader;
        private final List<MimePart> parts = new ArrayList<>();
        private final List<Damage> damage = new ArrayList<>();
        private int depth;

        /// Takes what the stream stands at. False where a limit ends the reading.
        boolean take(MimeTokenStream stream) throws IOException {
            switch (stream.getState()) {
                case T_START_BODYPART -> partHeader = new ArrayList<>();
                case T_FIELD -> partHeader.add(field(stream.getField()));
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART -> depth--;
                case T_BODY -> parts.add(MimePart.of(new HeaderFields(partHeader), content(stream)));
                default -> {} // preambles and epilogues are shown to nobody
            }
            if (depth > Limits.DEPTH || parts.size() > Limits.PARTS) {
                boolean deep = depth > Limits.DEPTH;
                damage.add(new Damage.OverLimit(
                        deep ? "multiparts in multiparts" : "parts", 0, deep ? Limits.DEPTH : Limits.PARTS));
                return false;
            }
            return true;
        }

        private void damaged(String field, long size) {
            damage.add(new Damage.Truncated(field, size, 1, 0));
        }

        private static HeaderFields.Field field(Field field) {
            byte[] raw = field.getRaw().toByteArray();
            String line = new String(raw, StandardCharsets.ISO_8859_1);
            return HeaderFields.Field.of(field.getName(), line.substring(line.indexOf(':') + 1));
        }

        private byte[] content(MimeTokenStream stream) throws IOException {
            boolean uuencoded = new HeaderFields(partHeader)
                    .raw("content-transfer-encoding")
                    .filter(encoding -> encoding.toLowerCase(Locale.ROOT).contains("uue"))
                    .isPresent();
            var bytes = new ByteArrayOutputStream();
            try (InputStream content = stream.getDecodedInputStream()) {
                content.transferTo(bytes);
            } catch (IOException | RuntimeException e) { // as above; what came before stays
                damaged("part content", bytes.size());
            }
            byte[] read = bytes.toByteArray();
            return uuencoded
                    ? UuFiles.in(new String(read, StandardCharsets.ISO_8859_1)).stream()
                            .findFirst()
                            .map(UuFiles.File::content)
                            .orElse(read)
                    : read;
        }
    }
}
