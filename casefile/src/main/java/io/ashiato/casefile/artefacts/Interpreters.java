package io.ashiato.casefile.artefacts;

import java.util.List;
import java.util.Locale;

/// Programs of the system that run or fetch what they are told: a command that starts one of them is more than the
/// opening of a file.
final class Interpreters {
    private static final List<String> NAMES = List.of(
            "cmd",
            "powershell",
            "pwsh",
            "mshta",
            "wscript",
            "cscript",
            "rundll32",
            "regsvr32",
            "msiexec",
            "certutil",
            "bitsadmin",
            "curl",
            "forfiles",
            "conhost",
            "wmic",
            "msbuild",
            "installutil",
            "schtasks",
            "bash",
            "sh",
            "python");

    private Interpreters() {}

    /// Whether one of the words of a command is such a program.
    static boolean runs(String command) {
        for (String word : command.toLowerCase(Locale.ROOT).split("[\\s\"'&|;(),=]+")) {
            String name = word.substring(Math.max(word.lastIndexOf('\\'), word.lastIndexOf('/')) + 1);
            if (NAMES.contains(name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name)) {
                return true;
            }
        }
        return false;
    }
}
