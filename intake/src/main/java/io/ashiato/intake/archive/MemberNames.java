package io.ashiato.intake.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Names in archives, whose encoding most archives do not state.
final class MemberNames {
    /// UTF-8 order: strict, so text of another encoding hardly ever passes. Then CP932, which Windows'
    /// own zip folders write on Japanese systems; then CP437, the zip format's default, which fits
    /// everything.
    private static final List<Charset> CANDIDATES =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"), Charset.forName("IBM437"));

    static final Comparator<Member> ORDER = Comparator.comparing(Member::name, Utf8Order::compare);

    private MemberNames() {}

    static String decode(byte[] name) {
        for (Charset charset : CANDIDATES) {
            Optional<String> text = decode(name, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> decode(byte[] name, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(name)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
