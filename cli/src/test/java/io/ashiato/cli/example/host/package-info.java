/// Windows hosts that write into their logs what happens on them.
///
/// A story acts on [io.ashiato.cli.example.host.Machine]s, and a machine writes what its own logs record of
/// an act; clearing a log really drops what was in it. [io.ashiato.cli.example.host.Workdays] are days at a
/// workstation with nothing wrong. The fields of the events, with the types that Windows gives them, are in
/// `SysmonEvents`, `SecurityEvents`, `SystemEvents`, `PowerShellEvents`, `DefenderEvents` and
/// `TaskSchedulerEvents`.
///
/// Knows no story. Depends on the event log writer in the tests of `readers`.
@NullMarked
package io.ashiato.cli.example.host;

import org.jspecify.annotations.NullMarked;
