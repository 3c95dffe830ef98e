package io.ashiato.publish.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Identifiers of exported objects that stay the same for the same thing.
final class StixId {
    /// This project's own namespace.
    private static final String NAMESPACE = "5b3a3c5e-3f0b-4b8e-9b1c-7a5d2c6e9f10";

    /// The namespace of STIX 2.1 for cyber observables (section 2.9).
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    private StixId() {}

    /// An id in the form of UUID version 4, which validators ask of everything but observables. It is
    /// derived from a hash, not random.
    static String of(String type, String naturalKey) {
        byte[] hash = digest("SHA-256", (NAMESPACE + "|" + type + "|" + naturalKey).getBytes(StandardCharsets.UTF_8));
        return type + "--" + uuid(hash, 0x40);
    }

    /// A UUID version 5 in this project's own namespace, for formats that ask no other form.
    static String named(String naturalKey) {
        return named(UUID.fromString(NAMESPACE), naturalKey).toString();
    }

    /// The id of an observable: UUID version 5 of its contributing properties as canonical JSON.
    static String ofObservable(String type, String canonicalJson) {
        return type + "--" + named(OBSERVABLES, canonicalJson);
    }

    private static UUID named(UUID namespace, String text) {
        byte[] name = text.getBytes(StandardCharsets.UTF_8);
        byte[] input = ByteBuffer.allocate(16 + name.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(name)
                .array();
        return uuid(digest("SHA-1", input), 0x50);
    }

    private static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }

    private static UUID uuid(byte[] hash, int version) {
        hash[6] = (byte) ((hash[6] & 0x0F) | version);
        hash[8] = (byte) ((hash[8] & 0x3F) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
