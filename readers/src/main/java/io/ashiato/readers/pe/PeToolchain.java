package io.ashiato.readers.pe;

import io.ashiato.readers.ByteSearch;
import io.ashiato.readers.CompilerNote;
import io.ashiato.readers.GoBuild;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What made a program, as far as it shows.
///
/// @param compiler the nearest guess; empty if nothing tells
/// @param evidence what it rests on, each as `where: what`
/// @param foreign tools that are not Microsoft's and leave no Rich header
/// @param go what Go's linker left
record PeToolchain(Optional<String> compiler, List<String> evidence, Optional<String> foreign, Optional<GoBuild> go) {
    /// Borland's linkers wrote this moment of 1992 into each program.
    static final long BORLAND_TIMESTAMP = 0x2A42_5E19L;

    PeToolchain {
        evidence = List.copyOf(evidence);
    }

    static PeToolchain of(PeFile file, Optional<RichHeader> rich) {
        var evidence = new ArrayList<String>();
        var guesses = new ArrayList<String>();
        byte[] data = file.data();
        var go = GoBuild.find(data);
        go.ifPresent(build -> {
            guesses.add(build.compiler());
            evidence.add("build id: " + build.buildId());
        });
        if (file.headers().directory(Table.CLR).isPresent()) {
            guesses.add(".NET");
            evidence.add("CLR header");
        }
        mark(data, "/rustc/", "Rust", guesses, evidence);
        for (String note : CompilerNote.in(data)) {
            guesses.add(note);
            evidence.add("note: " + note);
        }
        mark(data, "Mingw-w64 runtime failure", "MinGW-w64", guesses, evidence);
        if (file.headers().timestamp() == BORLAND_TIMESTAMP) {
            guesses.add("Delphi");
            evidence.add("timestamp: 1992-06-19");
        }
        var foreign = guesses.stream()
                .filter(guess -> !guess.equals(".NET") && !guess.equals("Rust") && !guess.startsWith("clang"))
                .findFirst();
        rich.ifPresent(header -> {
            guesses.add("Microsoft Visual C++");
            evidence.add("Rich header");
        });
        return new PeToolchain(guesses.stream().findFirst(), evidence, foreign, go);
    }

    private static void mark(byte[] data, String mark, String tool, List<String> guesses, List<String> evidence) {
        if (ByteSearch.indexOf(data, mark.getBytes(StandardCharsets.US_ASCII), 0) >= 0) {
            guesses.add(tool);
            evidence.add("text: " + mark);
        }
    }
}
