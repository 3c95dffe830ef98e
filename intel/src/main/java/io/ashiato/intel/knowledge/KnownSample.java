package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.util.Arrays;

/// A known program, as fingerprints. The program itself is never kept.
///
/// @param family under which the source knows it
/// @param sha256 of the program, lower case hex
/// @param features fingerprints in the form that the comparison of programs writes and reads
public record KnownSample(String family, PublishedSource source, String sha256, byte[] features) {
    public KnownSample {
        features = features.clone();
    }

    @Override
    public byte[] features() {
        return features.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownSample sample
                && family.equals(sample.family)
                && source.equals(sample.source)
                && sha256.equals(sample.sha256)
                && Arrays.equals(features, sample.features);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return family + " " + sha256;
    }
}
