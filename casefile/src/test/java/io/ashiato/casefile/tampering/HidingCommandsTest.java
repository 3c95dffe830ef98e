package io.ashiato.casefile.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HidingCommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wevtutil cl System",
                "cmd.exe /c \"wevtutil.exe clear-log Security\"",
                "powershell -c Clear-EventLog -LogName Application",
                "Set-MpPreference -DisableRealtimeMonitoring $true",
                "Set-MpPreference -DisableRealtimeMonitoring:$true",
                "Set-MpPreference -DisableIOAVProtection 1",
                "Add-MpPreference -ExclusionPath C:\\Users\\Public",
                "auditpol /clear /y",
                "auditpol /set /subcategory:\"Logon\" /success:disable",
                "net stop windefend",
                "net.exe stop \"Windows Event Log\"",
                "sc config WinDefend start= disabled",
                "C:\\Windows\\System32\\sc.exe stop EventLog",
                "Stop-Service -Name Sysmon64 -Force",
                "fltmc unload SysmonDrv",
                "fsutil usn deletejournal /D C:",
                "netsh advfirewall set allprofiles state off"
            })
    void seesWhatHides(String command) {
        assertThat(HidingCommands.hides(command)).as(command).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wevtutil epl Security D:\\backup\\security.evtx",
                "wevtutil qe System /c:1",
                "Get-EventLog -LogName Security",
                "Set-MpPreference -DisableRealtimeMonitoring $false",
                "Set-MpPreference -DisableRealtimeMonitoring $false -ScanAvgCPULoadFactor 1",
                "Remove-MpPreference -ExclusionPath C:\\Users\\Public",
                "auditpol /get /category:*",
                "auditpol /set /subcategory:\"Logon\" /success:enable /failure:enable",
                "sc query windefend",
                "net start eventlog",
                "net stop spooler",
                "Restart-Service spooler",
                "net use Z: \\\\files\\home; Write-Host it would make no sense; exit; finally; done; then; stop",
                "netsh advfirewall show allprofiles state"
            })
    void takesNothingElseForIt(String command) {
        assertThat(HidingCommands.hides(command)).as(command).isFalse();
    }
}
