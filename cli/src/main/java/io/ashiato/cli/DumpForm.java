package io.ashiato.cli;

import io.ashiato.readers.evtx.EvtxFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.PrimitiveIterator;

/// What `dump` makes of event logs. [LogDump] calls these, in this order: [#begin], for each log [#beginLog],
/// [#chunks] and [#endLog], at last [#end].
interface DumpForm {
    /// Before the first log.
    default void begin(OutputStream out) throws IOException {}

    /// @param path of the log, as it is told to the user
    /// @param size of the log in bytes
    default void beginLog(String path, long size, EvtxFile log) {}

    /// Reads the log's chunks and writes what they give.
    ///
    /// @param indexes of the chunks in the log, in the order in which they are wanted
    /// @throws IOException if the machine fails to read or to write
    LogTally chunks(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException;

    /// Behind the log's last chunk.
    default void endLog(OutputStream out) throws IOException {}

    /// Behind the last log.
    default void end(OutputStream out) throws IOException {}
}
