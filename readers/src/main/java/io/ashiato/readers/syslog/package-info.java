/// Syslog: lines of RFC 5424 and RFC 3164, of files and of collectors, and Sysmon for Linux, which writes its
/// records into it as XML.
///
/// The program's name says which log source a line is of (sshd, sudo, cron, ...). RFC 3164 names no year; such
/// lines keep their text of the time and have no time of their own, since nothing in the log tells the year.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.syslog;
