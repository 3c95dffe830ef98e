package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs walks for tests and keeps what they hand out.
final class Intakes {
    private static final Map<String, EvidenceKind> MAGIC = Map.of(
            "504b0304", EvidenceKind.ZIP,
            "504b0506", EvidenceKind.ZIP,
            "1f8b", EvidenceKind.GZIP,
            "425a68", EvidenceKind.BZIP2,
            "fd377a585a00", EvidenceKind.XZ,
            "377abcaf271c", EvidenceKind.SEVEN_ZIP,
            "526172211a07", EvidenceKind.RAR,
            "28b52ffd", EvidenceKind.ZSTD);

    private Intakes() {}

    /// @param content all of it as its source gave it, a character for each byte
    record Seen(IntakeItem item, String content) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    record Outcome(WalkSummary summary, List<Seen> seen, List<Diagnostic> diagnostics) {
        List<String> paths() {
            return seen.stream().map(one -> one.item().path()).toList();
        }

        List<String> codes() {
            return diagnostics.stream()
                    .map(diagnostic -> diagnostic.code() + " " + diagnostic.path())
                    .toList();
        }

        Diagnostic only(DiagnosticCode code) {
            List<Diagnostic> found =
                    diagnostics.stream().filter(one -> one.code() == code).toList();
            assertThat(found).as("diagnostics %s in %s", code, diagnostics).hasSize(1);
            return found.get(0);
        }

        Seen at(String path) {
            return seen.stream()
                    .filter(one -> one.item().path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(path + " is not among " + paths()));
        }

        String text(String path) {
            return new String(at(path).bytes(), StandardCharsets.UTF_8);
        }
    }

    static EvidenceKind kind(byte[] head, int length) {
        if (length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            return EvidenceKind.TAR;
        }
        String hex = HexFormat.of().formatHex(head, 0, Math.min(length, 8));
        return MAGIC.entrySet().stream()
                .filter(magic -> hex.startsWith(magic.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(EvidenceKind.UNKNOWN);
    }

    static Outcome walk(Path scratch, Path... arguments) throws IOException {
        return walk(scratch, IntakeLimits.DEFAULT, arguments);
    }

    static Outcome walk(Path scratch, IntakeLimits limits, Path... arguments) throws IOException {
        return walk(
                scratch,
                limits,
                List.of(),
                Arrays.stream(arguments).map(Path::toString).toList());
    }

    /// Walks, reads each item to its end, and checks that nothing is left in the scratch folder.
    static Outcome walk(Path scratch, IntakeLimits limits, List<Path> notEvidence, List<String> arguments)
            throws IOException {
        return walk(new Intake(Intakes::kind, limits, scratch, notEvidence), arguments, item -> Inside.NONE);
    }

    /// @param inside what the reader of each item finds in it
    static Outcome walk(Intake intake, List<String> arguments, Function<IntakeItem, Inside> inside) throws IOException {
        var found = (EvidenceArguments.Found) EvidenceArguments.resolve(arguments);
        var seen = new ArrayList<Seen>();
        var diagnostics = new ArrayList<Diagnostic>();
        var summary = intake.walk(found, new ItemVisitor() {
            @Override
            public Inside item(IntakeItem item) throws IOException {
                seen.add(new Seen(item, content(item.content())));
                return inside.apply(item);
            }

            @Override
            public void diagnostic(Diagnostic diagnostic) {
                diagnostics.add(diagnostic);
            }
        });
        try (var left = Files.list(intake.scratch())) {
            assertThat(left).as("left in the scratch folder").isEmpty();
        }
        return new Outcome(summary, seen, diagnostics);
    }

    private static String content(ByteSource source) throws IOException {
        var bytes = new byte[(int) source.size()];
        assertThat(source.read(0, bytes, 0, bytes.length)).isEqualTo(bytes.length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
