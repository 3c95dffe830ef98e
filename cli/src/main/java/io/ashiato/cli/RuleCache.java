package io.ashiato.cli;

import io.ashiato.bytes.Digests;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.sigma.CheckedRules;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.RuleSetOptions;
import io.ashiato.sigma.store.RuleCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Rules of earlier runs: reading, checking and compiling 3,000 files takes longer than matching them on a small log.
///
/// ```
/// FOLDER/KEY.rules   all rules of the files, checked
/// FOLDER/KEY.chosen  those that a choice wants, ready to match
/// FOLDER/*.tmp       being written
/// ```
///
/// See [RuleCodec]. KEY is the SHA-256 of all that the rules depend on: the program, the JVM, the options, name and
/// content of each file in their order, and for what is chosen the choice. So nothing is stale where the file system
/// keeps the time of last change of the jars' state ([EngineDigest]); beyond [#KEPT] of a kind those used longest ago
/// are removed. Whatever goes wrong here, the rules are read from their files.
final class RuleCache {
    /// Several folders of rules, or several installations that share the user's folder.
    static final int KEPT = 4;

    /// Fewer are read faster than they are worth keeping.
    static final int MIN_FILES = 32;

    /// Far beyond SigmaHQ's 3 MiB; what is larger is not ours.
    private static final long MAX_BYTES = 256L << 20;

    private static final String CHECKED = ".rules";
    private static final String CHOSEN = ".chosen";
    private static final String UNFINISHED = ".tmp";

    /// Keeps nothing.
    static final RuleCache NONE = new RuleCache(Optional.empty());

    private final Optional<Place> place;
    private Optional<LastRules> last = Optional.empty();

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

    /// Begins to read the chosen rules that were used last, since those will most often be asked for.
    void beginWithLast() {
        if (place.isPresent() && place.get().folder.isTrusted()) {
            try {
                last = place.get().folder.youngestFirst(CHOSEN).stream()
                        .findFirst()
                        .map(file -> LastRules.begin(file, RuleCache::readChosen));
            } catch (IOException e) {
                last = Optional.empty();
            }
        }
    }

    /// What is kept of these files.
    ///
    /// @param files with their digests
    Entry entry(List<RuleSource> files, RuleSetOptions options) {
        Optional<LastRules> begun = last;
        last = Optional.empty(); // or it would be held as long as this
        return place.isEmpty() || files.size() < MIN_FILES
                ? new Entry(Optional.empty(), new byte[0], Optional.empty())
                : new Entry(Optional.of(place.get().folder), key(place.get(), files, options), begun);
    }

    private static Optional<RuleSet> readChosen(Path file) {
        return read(file).flatMap(RuleCodec::decodeChosen);
    }

    private static Optional<byte[]> read(Path kept) {
        try {
            return Files.size(kept) > MAX_BYTES ? Optional.empty() : Optional.of(Files.readAllBytes(kept));
        } catch (IOException e) {
            return Optional.empty(); // most often: there is none
        }
    }

    /// What is kept of some files.
    static final class Entry {
        private final Optional<OwnFolder> folder;
        private final byte[] key;
        private final Optional<LastRules> last;

        private Entry(Optional<OwnFolder> folder, byte[] key, Optional<LastRules> last) {
            this.folder = folder;
            this.key = key;
            this.last = last;
        }

        /// All their rules, if they were kept.
        Optional<CheckedRules> checked() {
            Optional<Path> file = trusted(key, CHECKED);
            Optional<CheckedRules> rules = file.flatMap(RuleCache::read).flatMap(RuleCodec::decode);
            rules.ifPresent(used -> touch(file.orElseThrow()));
            return rules;
        }

        /// The rules that a choice wants, if they were kept.
        Optional<RuleSet> chosen(RuleChoice choice) {
            Optional<Path> file = trusted(keyOf(choice), CHOSEN);
            if (file.isPresent() && last.isPresent() && last.get().isOf(file.get())) {
                return last.get().rules();
            }
            Optional<RuleSet> rules = file.flatMap(RuleCache::readChosen);
            rules.ifPresent(used -> touch(file.orElseThrow()));
            return rules;
        }

        /// Keeps all their rules for the next run.
        void keep(CheckedRules rules) {
            write(CHECKED, key, () -> RuleCodec.encode(rules));
        }

        /// Keeps those that a choice wants for the next run.
        void keep(RuleChoice choice, RuleSet rules) {
            write(CHOSEN, keyOf(choice), () -> RuleCodec.encode(rules.chosen()));
        }

        private byte[] keyOf(RuleChoice choice) {
            var chosen = new Key();
            chosen.add(key);
            choice.parts().forEach(chosen::add);
            return chosen.digest();
        }

        private Optional<Path> trusted(byte[] name, String ending) {
            return folder.filter(OwnFolder::isTrusted).map(own -> file(own, name, ending));
        }

        private static void touch(Path file) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            } catch (IOException e) {
                // it then counts as older than it is
            }
        }

        private void write(String ending, byte[] name, Supplier<byte[]> content) {
            if (folder.isEmpty() || !folder.get().make()) {
                return;
            }
            OwnFolder own = folder.get();
            try {
                Path unfinished = Files.createTempFile(own.path(), "", UNFINISHED); // for this user alone
                try {
                    Files.write(unfinished, content.get());
                    Files.move(unfinished, file(own, name, ending), StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(unfinished);
                }
                own.removeOldest(ending, KEPT);
                own.removeOldest(UNFINISHED, KEPT); // of runs that were killed
            } catch (IOException e) {
                // a full disk, a folder that went away: the next run reads the files as this one did
            }
        }

        private static Path file(OwnFolder folder, byte[] name, String ending) {
            return folder.path().resolve(HexFormat.of().formatHex(name) + ending);
        }
    }

    private static byte[] key(Place place, List<RuleSource> files, RuleSetOptions options) {
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
        return key.digest();
    }

    /// A digest of parts, each with its length, so that no two lists of parts look alike.
    private static final class Key {
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        void add(int number) {
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                parts.write(number >> shift);
            }
        }

        void add(byte[] part) {
            add(part.length);
            parts.writeBytes(part);
        }

        void add(String part) {
            add(part.getBytes(StandardCharsets.UTF_8));
        }

        byte[] digest() {
            return Digests.sha256().digest(parts.toByteArray());
        }
    }
}
