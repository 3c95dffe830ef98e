package io.ashiato.readers.script;

import java.util.List;
import java.util.Set;

/// What one step of decoding makes of a script.
///
/// @param text the script with its expressions of literals folded; the same as before where there were none
/// @param literals texts that folding made, in their order
/// @param payloads what encoded parts of the folded script contain; text as UTF-8
/// @param techniques that were undone
record Layer(String text, List<String> literals, List<byte[]> payloads, Set<Technique> techniques) {
    Layer {
        literals = List.copyOf(literals);
        payloads = List.copyOf(payloads);
        techniques = Set.copyOf(techniques);
    }
}
