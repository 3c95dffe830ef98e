package io.ashiato.casefile.findings;

import java.util.List;
import java.util.Locale;

/// Folders that hold the programs of Windows and of ordinary installations.
public final class SystemFolders {
    private static final List<String> FOLDERS = List.of(
            "\\windows\\system32\\",
            "\\windows\\syswow64\\",
            "\\windows\\winsxs\\",
            "\\windows\\microsoft.net\\",
            "\\windows\\explorer.exe",
            "\\windows\\servicing\\",
            "\\programdata\\microsoft\\windows defender\\",
            "\\program files\\",
            "\\program files (x86)\\");

    private SystemFolders() {}

    /// Whether a path as Windows logs write it (with drive or device) lies in such a folder.
    public static boolean contain(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        return folded.equals("system")
                || !folded.contains("\\")
                || FOLDERS.stream().anyMatch(folded::contains);
    }
}
