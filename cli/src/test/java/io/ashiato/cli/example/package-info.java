/// The example in `examples/first-look`: event logs of an invented intrusion, made from a story.
///
/// [Intrusion] tells the story; [WorkstationDays] and [ServerDays] tell what goes on around it. All act on
/// [Machine]s, and a machine writes what its own logs record of an act; clearing a log really drops what
/// was in it. [FirstLookLogs] runs them and gives the files. The fields of the events, with the types that
/// Windows gives them, are in [SysmonEvents], [SecurityEvents], [SystemEvents], [PowerShellEvents],
/// [DefenderEvents] and [TaskSchedulerEvents].
///
/// All is invented: hosts, people, times, hashes, addresses (documentation ranges only). Depends on the
/// event log writer in the tests of `readers`. Refuses clocks and unseeded chance: the same code gives
/// the same bytes.
@NullMarked
package io.ashiato.cli.example;

import org.jspecify.annotations.NullMarked;
