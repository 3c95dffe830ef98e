package io.ashiato.casefile.tampering;

import io.ashiato.casefile.findings.HostLedger;
import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.Finding;
import io.ashiato.model.RecordRef;
import io.ashiato.model.TamperingFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The logs of one host, written record by record, and the verdict on them.
final class HostLogs {
    static final String HOST = "FIN-WS07";
    static final Instant MORNING = Instant.parse("2019-10-09T08:00:00Z");

    private final List<Event> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /// One log file, as Windows or an export wrote it.
    static final class Log {
        private final HostLogs logs;
        private final String path;
        private final String channel;
        private final boolean renumbered;
        private long record;
        private Instant time = MORNING;

        private Log(HostLogs logs, String channel, String path, long firstRecord, boolean renumbered) {
            this.logs = logs;
            this.path = path;
            this.channel = channel;
            this.record = firstRecord;
            this.renumbered = renumbered;
        }

        /// Records of everyday life, a minute apart.
        Log usual(int records) {
            for (int i = 0; i < records; i++) {
                event("Microsoft-Windows-Security-Auditing", "5379", "TargetName", "usual");
            }
            return this;
        }

        Log event(String provider, String eventId, String... data) {
            var place = new RecordRef(
                    path,
                    "ab".repeat(32),
                    4096 + 512 * (long) logs.events.size(),
                    OptionalLong.of(record),
                    OptionalLong.of(renumbered ? logs.events.size() + 1L : record));
            logs.events.add(new Event(
                    Optional.of(time),
                    HOST,
                    channel,
                    provider,
                    eventId,
                    Fields.of(data),
                    Fields.of("EventID", eventId),
                    place));
            record++;
            time = time.plus(Duration.ofMinutes(1));
            return this;
        }

        /// Leaves out record ids.
        Log skip(int records) {
            record += records;
            return this;
        }

        /// The next record has this distance from the one before.
        Log after(Duration pause) {
            time = time.minus(Duration.ofMinutes(1)).plus(pause);
            return this;
        }

        Instant now() {
            return time;
        }
    }

    Log log(String channel) {
        return new Log(this, channel, HOST + "/" + channel.replace('/', '%') + ".evtx", 1_000, false);
    }

    /// A log whose header ids were given anew, as `wevtutil epl` does.
    Log exported(String channel) {
        return new Log(this, channel, HOST + "/export-" + channel + ".evtx", 1_000, true);
    }

    HostLogs finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    List<TamperingFact> facts() {
        var watch = new TamperingWatch();
        events.forEach(watch::observe);
        return watch.finish(Set.of(), findings);
    }

    TamperingVerdict verdict() {
        var hosts = new HostLedger();
        events.forEach(hosts::observe);
        List<Assessment> verdicts = TamperingVerdicts.of(hosts.finish(), facts(), findings);
        return ((Assessment.Tampering) verdicts.getFirst()).verdict();
    }
}
