package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.util.Base64;

/// A known program, as fingerprints. The program itself is never kept.
///
/// @param family under which the source knows it
/// @param sha256 of the program, lower case hex
/// @param features fingerprints in the form that the comparison of programs writes and reads, in base64
public record KnownSample(String family, PublishedSource source, String sha256, String features) {
    /// @throws IllegalArgumentException if the features are no base64
    public KnownSample {
        Base64.getDecoder().decode(features);
    }

    /// One made of fingerprints as bytes.
    public static KnownSample of(String family, PublishedSource source, String sha256, byte[] features) {
        return new KnownSample(family, source, sha256, Base64.getEncoder().encodeToString(features));
    }

    /// The fingerprints as bytes.
    public byte[] featureBytes() {
        return Base64.getDecoder().decode(features);
    }
}
