/// Executables compared with each other and with known ones: functions, strings, constants, imports. Reads
/// no files, runs nothing of what it reads, knows no clock, starts no threads.
@org.jspecify.annotations.NullMarked
package io.ashiato.samples;
