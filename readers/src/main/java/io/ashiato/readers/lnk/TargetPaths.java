package io.ashiato.readers.lnk;

import io.ashiato.bytes.Utf16;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The several places in which a shortcut names its target, and where they contradict each other.
final class TargetPaths {
    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("20d04fe0-3aea-1069-a2d8-08002b30309d", "This PC"),
            Map.entry("59031a47-3f72-44a7-89c5-5595fe6b30ee", "User's Files"),
            Map.entry("450d8fba-ad25-11d0-98a8-0800361b1103", "Documents"),
            Map.entry("208d2c60-3aea-1069-a2d7-08002b30309d", "Network"),
            Map.entry("f02c1a0d-be21-4350-88b0-7367fc96ef3c", "Network"),
            Map.entry("645ff040-5081-101b-9f08-00aa002f954e", "Recycle Bin"),
            Map.entry("031e4825-7b94-4dc3-b131-e946b44c8dd5", "Libraries"),
            Map.entry("26ee0668-a00a-44d7-9371-beb064c98683", "Control Panel"),
            Map.entry("21ec2020-3aea-1069-a2dd-08002b30309d", "Control Panel"),
            Map.entry("871c5380-42a0-1069-a2ea-08002b30309d", "Internet Explorer"));

    /// Programs that run what their arguments say: with another program's icon they pose as a document.
    private static final Set<String> INTERPRETERS = Set.of(
            "cmd.exe",
            "powershell.exe",
            "pwsh.exe",
            "mshta.exe",
            "wscript.exe",
            "cscript.exe",
            "rundll32.exe",
            "regsvr32.exe",
            "msiexec.exe",
            "forfiles.exe",
            "conhost.exe",
            "curl.exe",
            "certutil.exe",
            "bitsadmin.exe",
            "wmic.exe",
            "msbuild.exe");

    private final Shortcut shortcut;
    private final Charset codePage;

    TargetPaths(Shortcut shortcut, Charset codePage) {
        this.shortcut = shortcut;
        this.codePage = codePage;
    }

    /// Where the shortcut leads, as the shell would look first: id list, link info, environment block.
    Optional<String> target() {
        return idList().or(this::local)
                .or(this::network)
                .or(this::environment)
                .or(() -> string(Shortcut.Strings::relativePath));
    }

    /// What would be started: the environment block goes before the id list where the flags say so.
    Optional<String> started() {
        return shortcut.header().has(LinkFlag.HAS_EXP_STRING) ? environment().or(this::target) : target();
    }

    Optional<String> idList() {
        return of(shortcut.items());
    }

    /// Names joined from the drive on; the folders in front of it are views of the shell.
    Optional<String> of(List<ShellItem> items) {
        var path = new StringBuilder();
        for (ShellItem item : items) {
            String name = name(item);
            if (item.type() == ShellItem.Type.VOLUME || item.type() == ShellItem.Type.URI || name.startsWith("\\\\")) {
                path.setLength(0);
            } else if (!path.isEmpty() && path.charAt(path.length() - 1) != '\\') {
                path.append('\\');
            }
            path.append(name);
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
    }

    private String name(ShellItem item) {
        String known =
                item.guid().map(guid -> FOLDERS.getOrDefault(guid.text(), "")).orElse("");
        if (!known.isEmpty()) {
            return known;
        }
        String name = text(item.bestName());
        return name.isEmpty() ? "?" : name; // an item that nobody understands leaves a visible gap
    }

    Optional<String> local() {
        return shortcut.info()
                .filter(info -> !info.bestBase().isEmpty())
                .map(info -> text(info.bestBase()) + text(info.bestSuffix()));
    }

    Optional<String> network() {
        return shortcut.info()
                .flatMap(info -> info.network()
                        .filter(network -> !network.share().isEmpty())
                        .map(network -> joined(text(network.share()), text(info.bestSuffix()))));
    }

    private static String joined(String share, String suffix) {
        return suffix.isEmpty() || share.endsWith("\\") ? share + suffix : share + "\\" + suffix;
    }

    Optional<String> environment() {
        for (ExtraBlock block : shortcut.blocks()) {
            if (block instanceof ExtraBlock.Environment environment) {
                return present(environment.target());
            }
        }
        return Optional.empty();
    }

    /// Contradictions, by stable names.
    List<String> mismatches() {
        var mismatches = new ArrayList<String>();
        boolean hasFile =
                !shortcut.items().isEmpty() && shortcut.items().getLast().type() == ShellItem.Type.FILE;
        Optional<String> listed = hasFile ? idList() : Optional.empty();
        compare("environment_target_differs_from_id_list", environment(), listed, mismatches);
        compare("local_path_differs_from_id_list", local(), listed, mismatches);
        compare("relative_path_differs_from_target", string(Shortcut.Strings::relativePath), started(), mismatches);
        String program = started().map(TargetPaths::fileName).orElse("");
        Optional<String> icon = string(Shortcut.Strings::icon).map(TargetPaths::fileName);
        if (INTERPRETERS.contains(program) && icon.isPresent() && !icon.get().equals(program)) {
            mismatches.add("icon_differs_from_target");
        }
        return mismatches;
    }

    private static void compare(String name, Optional<String> one, Optional<String> other, List<String> mismatches) {
        if (one.isPresent() && other.isPresent() && !fileName(one.get()).equals(fileName(other.get()))) {
            mismatches.add(name);
        }
    }

    private static String fileName(String path) {
        String plain = path.replace('/', '\\');
        int comma = plain.lastIndexOf(',');
        if (comma > plain.lastIndexOf('\\')) {
            plain = plain.substring(0, comma); // the index of an icon
        }
        return plain.substring(plain.lastIndexOf('\\') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private Optional<String> string(Function<Shortcut.Strings, StoredText> which) {
        return shortcut.strings().map(which).flatMap(this::present);
    }

    private Optional<String> present(StoredText stored) {
        return stored.isEmpty() ? Optional.empty() : Optional.of(text(stored));
    }

    private String text(StoredText stored) {
        return Utf16.wellFormed(stored.decoded(codePage));
    }
}
