package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.model.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Reads files of rules, two at a time where there are many: opening and digesting thousands takes a tenth of a
/// second, which is much of a short command.
final class RuleFileReader {
    /// The largest rule of SigmaHQ has 50 kB; what is larger than this is no rule.
    static final int MAX_BYTES = 4 << 20;

    /// Fewer are read before a second thread has begun.
    private static final int MANY = 200;

    private static final byte[] NO_DIGEST = {};

    /// A file to read.
    ///
    /// @param name as problems shall name it
    record Named(String name, Path path) {}

    /// What came of one.
    sealed interface Outcome {
        record Read(RuleSource source) implements Outcome {}

        record Unreadable(RuleProblem problem) implements Outcome {}
    }

    private final List<Named> files;
    private final boolean withDigests;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<Outcome> outcomes;

    private RuleFileReader(List<Named> files, boolean withDigests) {
        this.files = files;
        this.withDigests = withDigests;
        this.outcomes = new AtomicReferenceArray<>(files.size());
    }

    /// What came of each, in their order.
    static List<Outcome> read(List<Named> files, boolean withDigests) {
        var reader = new RuleFileReader(files, withDigests);
        if (files.size() < MANY) {
            reader.work();
        } else {
            reader.workWithHelp();
        }
        return reader.outcomes();
    }

    private void workWithHelp() {
        Thread helper = Thread.ofPlatform().name("rule files").daemon(true).start(this::work);
        work();
        try {
            helper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what the helper still had is read once more
        }
    }

    private void work() {
        MessageDigest digest = Digests.sha256();
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            outcomes.set(i, outcome(files.get(i), digest));
        }
    }

    private List<Outcome> outcomes() {
        var all = new ArrayList<Outcome>(files.size());
        for (int i = 0; i < files.size(); i++) {
            Outcome outcome = outcomes.get(i);
            all.add(outcome == null ? outcome(files.get(i), Digests.sha256()) : outcome);
        }
        return all;
    }

    private Outcome outcome(Named file, MessageDigest digest) {
        try (InputStream in = Files.newInputStream(file.path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? unreadable(file, "the file is larger than 4 MiB, which no rule is")
                    : new Outcome.Read(new RuleSource(
                            file.name, file.path, bytes, withDigests ? digest.digest(bytes) : NO_DIGEST));
        } catch (IOException e) {
            return unreadable(file, "the file cannot be read: " + Reasons.of(e));
        }
    }

    private static Outcome unreadable(Named file, String reason) {
        return new Outcome.Unreadable(problem(file.name, reason));
    }

    /// That a file is no rule at all.
    static RuleProblem problem(String name, String reason) {
        return new RuleProblem("E001", name, 0, 0, reason);
    }
}
