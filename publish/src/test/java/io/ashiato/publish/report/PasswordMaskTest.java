package io.ashiato.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class PasswordMaskTest {
    /// Command lines, and how a report shows them.
    static final List<Arguments> MASKED = List.of(
            Arguments.of(
                    "schtasks /create /s APP-02 /u CORP\\a /p Secret-1 /tn \"\\x\"",
                    "schtasks /create /s APP-02 /u CORP\\a /p *** /tn \"\\x\""),
            Arguments.of("schtasks /create /s H /U a /P \"Sec ret\" /tn x", "schtasks /create /s H /U a /P *** /tn x"),
            Arguments.of("schtasks /create /ru CORP\\a /rp \"Sec ret\" /f", "schtasks /create /ru CORP\\a /rp *** /f"),
            Arguments.of("xfreerdp /v:H /u:a /p:\"secret\" /cert:ignore", "xfreerdp /v:H /u:a /p:*** /cert:ignore"),
            Arguments.of("winrs -r:H -u:a -p:'x y' cmd", "winrs -r:H -u:a -p:*** cmd"),
            Arguments.of(
                    "PsExec64.exe \\\\H -u CORP\\a -p 'x y' cmd.exe", "PsExec64.exe \\\\H -u CORP\\a -p *** cmd.exe"),
            Arguments.of(
                    "\"C:\\t\\renamed.exe\" \\\\H -u a -p \"x y\" cmd", "\"C:\\t\\renamed.exe\" \\\\H -u a -p *** cmd"),
            Arguments.of("net use \\\\H\\c$ \"pw 1\" /user:CORP\\a", "net use \\\\H\\c$ *** /user:CORP\\a"),
            Arguments.of(
                    "net.exe use Z: \"\\\\H\\my share\" /user:a pw1", "net.exe use Z: \"\\\\H\\my share\" /user:a ***"),
            Arguments.of(
                    "\"C:\\Windows\\System32\\net.exe\" use \\\\H\\IPC$ /u:a 'p w'",
                    "\"C:\\Windows\\System32\\net.exe\" use \\\\H\\IPC$ /u:a ***"),
            Arguments.of("net user bob \"P w\" /add", "net user bob *** /add"),
            Arguments.of("cmd.exe /c \"net1 user bob Pw1 /add\"", "cmd.exe /c \"net1 user bob *** /add\""),
            Arguments.of(
                    "wmic /node:H /user:a /password:\"x y\" process list",
                    "wmic /node:H /user:a /password:*** process list"),
            Arguments.of("cmdkey /add:H /user:a /pass:x1;y", "cmdkey /add:H /user:a /pass:***"),
            Arguments.of(
                    "cmd.exe /c \"schtasks /run /s H /u a /p \\\"x y\\\" /tn b\"",
                    "cmd.exe /c \"schtasks /run /s H /u a /p *** /tn b\""),
            Arguments.of(
                    "plink -ssh root@198.51.100.7 -pw \"x y\" -R 1:2", "plink -ssh root@198.51.100.7 -pw *** -R 1:2"),
            Arguments.of("7z a -mhe -hp\"x y\" out.7z C:\\loot", "7z a -mhe -hp*** out.7z C:\\loot"),
            Arguments.of("rar.exe a -pSecret1 out.rar C:\\loot", "rar.exe a -p*** out.rar C:\\loot"),
            Arguments.of(
                    "ConvertTo-SecureString -String 'it''s x' -AsPlainText -Force",
                    "ConvertTo-SecureString -String *** -AsPlainText -Force"),
            Arguments.of(
                    "$c = \"Server=H;User=sa;Password=x1;Timeout=3\"",
                    "$c = \"Server=H;User=sa;Password=***;Timeout=3\""),
            Arguments.of("$password = 'x y'; Invoke-It", "$password = ***; Invoke-It"),
            Arguments.of("curl -u bob:x1 https://c2.example/", "curl -u bob:*** https://c2.example/"),
            Arguments.of("start ftp://bob:x1@198.51.100.7/a", "start ftp://bob:***@198.51.100.7/a"),
            Arguments.of(
                    "reg add HKLM\\S\\Winlogon /v DefaultPassword /t REG_SZ /d \"x y\" /f",
                    "reg add HKLM\\S\\Winlogon /v DefaultPassword /t REG_SZ /d *** /f"),
            Arguments.of("sqlcmd -S H -U sa -P \"x y", "sqlcmd -S H -U sa -P ***"),
            Arguments.of("tool --password=x1 --out C:\\a", "tool --password=*** --out C:\\a"));

    /// What holds no password, or only its name.
    static final List<String> KEPT = List.of(
            "net user administrator /domain",
            "net user administrator >> C:\\ProgramData\\perflog.dat 2>&1",
            "cmd.exe /c \"net user bob 2>&1\"",
            "net use",
            "net use * \\\\H\\share /persistent:no",
            "net use \\\\H\\c$ * /user:a",
            "net user bob * /add",
            "net accounts /minpwlen:8",
            "net user bob /passwordreq:no /passwordchg:no",
            "set /p name=What?",
            "mkdir -p \"C:\\my folder\"",
            "nmap -p 1-1000 198.51.100.7",
            "ssh -p 22 -l root 198.51.100.7",
            "docker run -u 1000 -p 80:80 x",
            "msbuild x.sln /p:Configuration=Release /p:\"A B\"",
            "Set-It -Password $secure -Path C:\\a",
            "schtasks /create /s H /u a /p /tn x",
            "certutil -hashfile C:\\a.exe SHA256",
            "SHA256=c61dca888dbe0bf72e2cecc9d7d53ca1fc5a693cdcde602b4b2ee537f13f7869,IMPHASH=270326227205b0058b12d681b94bdc8f",
            "C:\\Users\\bob\\passwords.txt  C:\\Program Files\\Password Manager\\pw.exe",
            "reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\WDigest /v UseLogonCredential /t REG_DWORD /d 1 /f",
            "powershell -NoProfile -File C:\\a.ps1 198.51.100.44 8080",
            "rundll32.exe C:\\ProgramData\\NTUSER.cat,#1");

    @ParameterizedTest
    @FieldSource("MASKED")
    void hidesThePasswordAndNothingElse(String given, String shown) {
        assertThat(PasswordMask.mask(given)).isEqualTo(shown);
        assertThat(PasswordMask.mask(shown)).as("masked twice").isEqualTo(shown);
    }

    @ParameterizedTest
    @FieldSource("KEPT")
    void leavesEverythingElse(String text) {
        assertThat(PasswordMask.mask(text)).isEqualTo(text);
    }

    /// Text of evidence is hostile: no time that grows with the square of its length, no exception.
    @Test
    void anyTextEndsSoon() {
        long seed = 20_261_123;
        var random = new Random(seed);
        List<String> pieces = List.of(
                "net use ",
                "\\\\h\\s ",
                "\"",
                "'",
                "\\\"",
                " -p ",
                "/p:",
                "schtasks ",
                "curl -u a",
                "password=",
                "://a:",
                "@",
                ";");
        for (int i = 0; i < 30; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 2_000; j++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(PasswordMask.mask(text.toString())).as("seed " + seed).isNotEmpty();
        }
        for (String piece : pieces) {
            assertThat(PasswordMask.mask(piece.repeat(20_000))).as(piece).isNotEmpty();
        }
    }
}
