package io.ashiato.cli.example.adminday;

import static io.ashiato.cli.example.adminday.Estate.at;

import io.ashiato.cli.example.host.Account;
import io.ashiato.cli.example.host.Address;
import io.ashiato.cli.example.host.Chance;
import io.ashiato.cli.example.host.Machine;
import io.ashiato.cli.example.host.RunningProcess;
import io.ashiato.cli.example.host.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The file server, and what goes on there without anybody's doing: monitoring, backup, users at their files.
final class FileServer {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final Instant START = at("11-11 18:00:00");
    private static final Instant END = at("11-13 10:00:00");

    final Machine machine;
    final RunningProcess services;
    final RunningProcess scheduler;
    final RunningProcess broker;
    private final Chance chance;
    private long logonIds = 0x51b3c0;

    FileServer(Machine machine) {
        this.machine = machine;
        this.chance = machine.chance;
        Instant boot = at("11-03 17:02:11");
        this.services = machine.running(boot, SYSTEM32 + "services.exe", SYSTEM32 + "services.exe", Session.SYSTEM);
        this.scheduler =
                machine.running(boot, SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k netsvcs", Session.SYSTEM);
        this.broker =
                machine.running(boot, SYSTEM32 + "svchost.exe", SYSTEM32 + "svchost.exe -k DcomLaunch", Session.SYSTEM);
    }

    void happen() {
        for (Instant hour = START; hour.isBefore(END); hour = hour.plus(Duration.ofHours(1))) {
            visit(hour.plusSeconds(chance.between(20, 80)), Estate.MONITORING, Estate.MONITOR, "IPC$");
            Instant time = chance.within(hour, Duration.ofMinutes(50));
            visit(time, Estate.HAYASHI, Estate.WORKSTATION, "Operations");
            service(hour.plusSeconds(chance.between(600, 2400)));
        }
        for (String night : List.of("11-11 18:30:00", "11-12 18:30:00")) {
            visit(at(night), Estate.DEPLOYMENT, Estate.BACKUP_SERVER, "Backup$");
        }
    }

    /// Somebody's logon over the network and the share that it opens.
    Session visit(Instant time, Account account, Address from, String share) {
        Session session = logon(account);
        int port = chance.port();
        machine.networkLogon(time, time.plusSeconds(chance.between(10, 400)), session, from, port);
        machine.logs.write(machine.security.shareOpened(
                chance.within(time.plusSeconds(1)),
                session,
                from,
                port,
                share,
                share.equals("IPC$") ? "" : "\\??\\D:\\"));
        return session;
    }

    /// A new logon id, with administrator's rights.
    Session logon(Account account) {
        logonIds += 0x80L + chance.between(1, 0x3000);
        return new Session(account, logonIds, 0, "High");
    }

    private void service(Instant time) {
        machine.start(
                time,
                services,
                SYSTEM32 + "svchost.exe",
                SYSTEM32 + "svchost.exe -k " + chance.of(List.of("wsappx", "netsvcs", "smphost", "swprv")));
        String service = chance.of(List.of("Windows Update", "Software Protection", "Volume Shadow Copy"));
        machine.logs.write(machine.system.serviceState(chance.within(time), service, "running"));
        machine.logs.write(machine.system.serviceState(chance.within(time.plusSeconds(300)), service, "stopped"));
    }
}
