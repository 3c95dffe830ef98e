package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.sigma.CheckedRules;
import io.ashiato.sigma.RuleSetOptions;
import io.ashiato.sigma.store.RuleCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Checked rules of earlier runs: reading and checking 3,000 files takes longer than matching them on a small
/// log.
///
/// ```
/// FOLDER/KEY.rules   see [RuleCodec]
/// FOLDER/*.tmp       being written
/// ```
///
/// KEY is the SHA-256 of all that the rules depend on: the program, the JVM, the options, name and content of
/// each file in their order. So nothing is ever stale; beyond [#KEPT] the oldest are removed. Whatever goes wrong
/// here, the rules are read from their files.
final class RuleCache {
    /// Several folders of rules, or several installations that share the user's folder.
    static final int KEPT = 4;

    /// Fewer are read faster than they are worth keeping.
    static final int MIN_FILES = 32;

    /// Far beyond SigmaHQ's 3 MiB; what is larger is not ours.
    private static final long MAX_BYTES = 256L << 20;

    private static final String ENDING = ".rules";
    private static final String UNFINISHED = ".tmp";

    /// Keeps nothing.
    static final RuleCache NONE = new RuleCache(Optional.empty());

    private final Optional<Place> place;

    /// @param engine what tells this program from any other that may share the folder
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(OwnFolder folder, byte[] engine) {}

    private RuleCache(Optional<Place> place) {
        this.place = place;
    }

    /// One in a folder, which need not exist yet.
    static RuleCache in(Path folder, byte[] engine) {
        return new RuleCache(Optional.of(new Place(new OwnFolder(folder), engine)));
    }

    /// The user's, for a command that reads no evidence.
    static RuleCache of(Map<String, String> environment) {
        return of(environment, List.of());
    }

    /// The user's. None where [#folder] gives none, and where the program is not run from jars: classes are
    /// about to change then.
    static RuleCache of(Map<String, String> environment, List<EvidenceArguments.Argument> evidence) {
        Optional<Path> folder = folder(environment, evidence);
        Optional<byte[]> engine = folder.flatMap(each -> EngineDigest.ofThisProgram());
        return folder.isPresent() && engine.isPresent() ? in(folder.get(), engine.get()) : NONE;
    }

    /// The user's folder, chosen as the XDG Base Directory Specification has it, which ignores paths that are
    /// not absolute; `bin/aot-cache` chooses likewise. None where `ASHIATO_RULE_CACHE` is `off` and where it
    /// would lie in evidence.
    static Optional<Path> folder(Map<String, String> environment, List<EvidenceArguments.Argument> evidence) {
        if (environment.getOrDefault("ASHIATO_RULE_CACHE", "").equals("off")) {
            return Optional.empty();
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        try {
            Path folder = caches.isEmpty() ? Path.of(home, ".cache") : Path.of(caches);
            return Optional.of(folder.resolve("ashiato/rules"))
                    .filter(Path::isAbsolute)
                    .filter(each -> isOutside(each, evidence));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOutside(Path folder, List<EvidenceArguments.Argument> evidence) {
        Path real = RealPaths.of(folder);
        return evidence.stream().noneMatch(argument -> real.startsWith(argument.real()));
    }

    boolean isOn() {
        return place.isPresent();
    }

    /// The rules of these files, if they were kept.
    Optional<CheckedRules> find(List<RuleSource> files, RuleSetOptions options) {
        if (place.isEmpty() || files.size() < MIN_FILES || !place.get().folder.isTrusted()) {
            return Optional.empty();
        }
        try {
            Path kept = file(place.get(), files, options);
            return Files.size(kept) > MAX_BYTES ? Optional.empty() : RuleCodec.decode(Files.readAllBytes(kept));
        } catch (IOException e) {
            return Optional.empty(); // most often: there is none
        }
    }

    /// Keeps the rules of these files for the next run.
    void keep(List<RuleSource> files, RuleSetOptions options, CheckedRules rules) {
        if (place.isEmpty() || files.size() < MIN_FILES || !place.get().folder.make()) {
            return;
        }
        Path folder = place.get().folder.path();
        try {
            Path unfinished = Files.createTempFile(folder, "", UNFINISHED); // for this user alone
            try {
                Files.write(unfinished, RuleCodec.encode(rules));
                Files.move(unfinished, file(place.get(), files, options), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            place.get().folder.removeOldest(ENDING, KEPT);
            place.get().folder.removeOldest(UNFINISHED, KEPT); // of runs that were killed
        } catch (IOException e) {
            // a full disk, a folder that went away: the next run reads the files as this one did
        }
    }

    private static Path file(Place place, List<RuleSource> files, RuleSetOptions options) {
        var key = new Key();
        key.add(place.engine);
        key.add(Runtime.version().toString());
        key.add(options.unreleased() ? "unreleased" : "released");
        var placeholders = new TreeMap<>(options.placeholders());
        key.add(placeholders.size());
        placeholders.forEach((name, values) -> {
            key.add(name);
            key.add(values.size());
            values.forEach(key::add);
        });
        for (RuleSource file : files) {
            key.add(file.name());
            key.add(file.digest());
        }
        return place.folder.path().resolve(key.text() + ENDING);
    }

    /// A digest of parts, each with its length, so that no two lists of parts look alike.
    private static final class Key {
        private final MessageDigest digest = Digests.sha256();

        void add(int number) {
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                digest.update((byte) (number >> shift));
            }
        }

        void add(byte[] part) {
            add(part.length);
            digest.update(part);
        }

        void add(String part) {
            add(part.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
