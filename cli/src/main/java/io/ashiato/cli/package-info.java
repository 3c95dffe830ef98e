/// The command line: commands, progress, words on the terminal, exit codes. The one place where all is wired,
/// and the only one that writes to standard output and standard error.
@org.jspecify.annotations.NullMarked
package io.ashiato.cli;
