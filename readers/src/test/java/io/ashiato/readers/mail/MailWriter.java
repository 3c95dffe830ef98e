package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;

/// Writes mails for tests, byte by byte as the programs of the wild do it.
final class MailWriter {
    static final String BOUNDARY = "=_part";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// A line in ASCII.
    MailWriter line(String text) {
        return raw(text.getBytes(US_ASCII)).raw(new byte[] {'\r', '\n'});
    }

    /// A header field whose value stands there as bytes of an encoding, against all standards.
    MailWriter rawField(String name, String value, Charset charset) {
        return raw((name + ": ").getBytes(US_ASCII))
                .raw(value.getBytes(charset))
                .line("");
    }

    MailWriter raw(byte[] some) {
        bytes.writeBytes(some);
        return this;
    }

    MailWriter text(String text, Charset charset) {
        return raw(text.getBytes(charset)).line("");
    }

    /// The header of a mail in several parts.
    MailWriter multipart() {
        return line("MIME-Version: 1.0")
                .line("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"")
                .line("");
    }

    /// Starts a part.
    ///
    /// @param header its lines
    MailWriter part(String... header) {
        line("--" + BOUNDARY);
        for (String one : header) {
            line(one);
        }
        return line("");
    }

    /// A part in base64.
    MailWriter attachment(String type, String disposition, byte[] content) {
        return part("Content-Type: " + type, "Content-Disposition: " + disposition, "Content-Transfer-Encoding: base64")
                .line(Base64.getMimeEncoder().encodeToString(content));
    }

    byte[] end() {
        return line("--" + BOUNDARY + "--").bytes();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// `=?label?B?...?=` of text in an encoding, or of a piece of its bytes.
    static String word(String label, byte[] piece) {
        return "=?" + label + "?B?" + Base64.getEncoder().encodeToString(piece) + "?=";
    }

    static String word(String label, String text, Charset charset) {
        return word(label, text.getBytes(charset));
    }

    /// `=?label?Q?...?=`, each byte by its number.
    static String quotedWord(String label, String text, Charset charset) {
        var word = new StringBuilder("=?" + label + "?Q?");
        for (byte b : text.getBytes(charset)) {
            word.append(String.format("=%02X", b & 0xFF));
        }
        return word.append("?=").toString();
    }

    /// Bytes as the characters of their numbers, to be put into a line by [#rawField].
    static String asCharacters(byte[] some) {
        return new String(some, ISO_8859_1);
    }

    /// A mail with everything that a lure has.
    static byte[] lure() {
        return new MailWriter()
                .line("Return-Path: <bounce@mailer.example.net>")
                .line("Received: from mx.example.net (mx.example.net [192.0.2.25]) by mail.example.jp (Postfix) with")
                .line(" ESMTPS id 4A1 for <kei@example.jp>; Tue, 7 May 2019 08:42:11 +0900 (JST)")
                .line("Received: from [203.0.113.44] (unknown [203.0.113.44]) by mx.example.net with ESMTPSA id x9;")
                .line("\tMon, 06 May 2019 23:42:05 +0000")
                .line("Authentication-Results: mail.example.jp; spf=fail smtp.mailfrom=mailer.example.net;")
                .line(" dkim=none; dmarc=fail header.from=example.com")
                .line("From: " + word("UTF-8", "人事部", UTF_8) + " <hr@example.com>")
                .line("To: kei@example.jp, \"Ito, Ken\" <ken@example.jp>")
                .line("Reply-To: desk@free.example.org")
                .line("Subject: " + word("ISO-2022-JP", "給与改定", Charset.forName("ISO-2022-JP")))
                .line("Date: Tue, 07 May 2019 08:42:00 +0900")
                .line("Message-ID: <1@out.example.net>")
                .line("X-Mailer: Example Mail 1.0")
                .multipart()
                .part("Content-Type: text/plain; charset=utf-8")
                .text("添付をご覧ください。\r\nパスワード：infected\r\nhttps://drive.example.net/a?b=1。続き", UTF_8)
                .part("Content-Type: text/html; charset=utf-8")
                .text("<p>x</p><a href='https://evil.example.net/x?a=1&amp;b=2'>https://bank.example.com/</a>", UTF_8)
                .attachment("application/zip", "attachment; filename=\"a.zip\"", new byte[] {'P', 'K', 3, 4, 0, 0})
                .end();
    }
}
