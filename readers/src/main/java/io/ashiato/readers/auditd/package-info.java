/// Logs of Linux' audit system (`/var/log/audit/audit.log`): the lines of one event joined, values that are
/// written in hexadecimal decoded.
///
/// Each line's `type` and fields stand behind one another in the event, so that a rule finds `type: EXECVE` and
/// `a0` as well as the `exe` of the SYSCALL line. Lines of one event that other events' lines part by more than
/// a piece of the log become two events. Numbers of users and system calls stay numbers; the log's own meanings
/// are kept.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.auditd;
