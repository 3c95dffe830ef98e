package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.EvidenceArguments.Argument;
import io.ashiato.intake.archive.Utf8Order;
import io.ashiato.model.DiagnosticCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/// One walk over files and folders. What lies in archives is left to [ArchiveWalk].
final class Walk {
    private final IntakeLimits limits;
    private final ItemDesk desk;
    private final ArchiveWalk archives;
    private final Set<Path> notEvidence;
    private final Map<Path, String> earlierArguments = new HashMap<>();
    private final List<WalkSummary.Repeated> repeated = new ArrayList<>();
    private final List<WalkSummary.FollowedLink> followedLinks = new ArrayList<>();

    Walk(Intake intake, ItemVisitor visitor) throws IOException {
        limits = intake.limits();
        desk = new ItemDesk(limits, visitor);
        archives = new ArchiveWalk(intake, desk);
        notEvidence = intake.notEvidence().stream().map(Walk::real).collect(Collectors.toSet());
        notEvidence.add(intake.scratch().toRealPath());
    }

    WalkSummary run(List<Argument> arguments) throws IOException {
        for (Argument argument : arguments) {
            if (!isRepeated(argument.real(), argument.asGiven())) {
                if (argument.link()) {
                    followedLinks.add(new WalkSummary.FollowedLink(
                            argument.asGiven(), argument.real().toString()));
                }
                entry(Entry.of(Labels.visible(argument.asGiven()), argument.real()), 0);
                earlierArguments.put(argument.real(), argument.asGiven());
            }
        }
        return new WalkSummary(
                desk.count(), archives.unpackedBytes(), List.copyOf(repeated), List.copyOf(followedLinks));
    }

    WalkSummary run(String label, ByteSource content) throws IOException {
        Optional<String> path = desk.admit(Labels.visible(label));
        if (path.isPresent()) {
            archives.file(path.get(), content, Fingerprint.of(content));
        }
        return new WalkSummary(desk.count(), archives.unpackedBytes(), List.of(), List.of());
    }

    /// Something in a folder, or an argument itself.
    private record Entry(String label, Path path, Optional<BasicFileAttributes> attributes) {
        /// By the path of everything below it: a folder `a` comes behind a file `a.b`, as `a/x` does.
        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::sortKey, Utf8Order::compare);

        static Entry of(String label, Path path) {
            try {
                return new Entry(
                        label,
                        path,
                        Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
            } catch (IOException e) {
                return new Entry(label, path, Optional.empty());
            }
        }

        boolean isFolder() {
            return attributes.isPresent() && attributes.get().isDirectory();
        }

        private String sortKey() {
            return isFolder() ? label + "/" : label;
        }
    }

    private void entry(Entry entry, int depth) throws IOException {
        if (notEvidence.contains(entry.path()) || desk.isClosed()) {
            return;
        }
        if (entry.attributes().isEmpty()) {
            desk.notRead(DiagnosticCode.UNREADABLE, entry.label(), Map.of("reason", "no-attributes"));
            return;
        }
        BasicFileAttributes attributes = entry.attributes().get();
        // Windows shows a junction as a folder that is something else besides.
        if (attributes.isSymbolicLink() || (attributes.isDirectory() && attributes.isOther())) {
            desk.notRead(DiagnosticCode.LINK_NOT_FOLLOWED, entry.label(), Map.of("target", target(entry.path())));
        } else if (attributes.isDirectory()) {
            folder(entry, depth);
        } else if (attributes.isRegularFile()) {
            file(entry);
        } else {
            desk.notRead(DiagnosticCode.NOT_A_REGULAR_FILE, entry.label(), Map.of());
        }
    }

    private void folder(Entry folder, int depth) throws IOException {
        if (depth >= limits.folderDepth()) {
            String limit = String.valueOf(limits.folderDepth());
            desk.notRead(DiagnosticCode.TOO_DEEP, folder.label(), Map.of("limit", limit));
            return;
        }
        for (Entry entry : entries(folder)) {
            if (!isRepeated(entry.path(), entry.label())) {
                entry(entry, depth + 1);
            }
        }
    }

    /// What is in a folder, sorted. Of more than can be handed out, the first in this order: which ones
    /// must not depend on the file system.
    private List<Entry> entries(Entry folder) throws IOException {
        var first = new PriorityQueue<Entry>(Entry.ORDER.reversed());
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
            for (Path path : stream) {
                first.add(Entry.of(Labels.inFolder(folder.label(), Labels.ofFile(path)), path));
                if (first.size() > desk.left() + 1) { // one more, for the desk to close at
                    first.remove();
                }
            }
        } catch (DirectoryIteratorException e) {
            unreadable(folder.label(), new IOException(e)); // ended while it was being listed
        } catch (IOException e) {
            unreadable(folder.label(), e);
        }
        var entries = new ArrayList<>(first);
        entries.sort(Entry.ORDER);
        return entries;
    }

    private void file(Entry entry) throws IOException {
        FileSource opened;
        try {
            opened = FileSource.open(entry.path());
        } catch (IOException e) {
            unreadable(entry.label(), e);
            return;
        }
        try (FileSource source = opened) {
            if (source.size() > limits.fileBytes()) {
                var details = Map.of("reason", "too-large", "limit", String.valueOf(limits.fileBytes()));
                desk.notRead(DiagnosticCode.UNREADABLE, entry.label(), details);
                return;
            }
            Fingerprint fingerprint;
            try {
                fingerprint = Fingerprint.of(source);
            } catch (IOException e) {
                unreadable(entry.label(), e);
                return;
            }
            Optional<String> path = desk.admit(entry.label());
            if (path.isPresent()) {
                archives.file(path.get(), source, fingerprint);
                if (source.isChanged()) {
                    var details = Map.of("size", String.valueOf(source.size()));
                    desk.report(DiagnosticCode.CHANGED_WHILE_READ, path.get(), details);
                }
            }
        }
    }

    private boolean isRepeated(Path real, String label) {
        for (Path at = real; at != null && !earlierArguments.isEmpty(); at = at.getParent()) {
            String first = earlierArguments.get(at);
            if (first != null) {
                repeated.add(new WalkSummary.Repeated(label, first));
                return true;
            }
        }
        return false;
    }

    private void unreadable(String label, IOException cause) throws IOException {
        String reason = switch (cause) {
            case AccessDeniedException e -> "access-denied";
            case NoSuchFileException e -> "vanished";
            default -> "input-output-error";
        };
        desk.notRead(DiagnosticCode.UNREADABLE, label, Map.of("reason", reason));
    }

    private static String target(Path link) {
        try {
            return Labels.visible(Files.readSymbolicLink(link).toString());
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // a junction, or gone
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // not there yet: it cannot be met under a link
        }
    }
}
