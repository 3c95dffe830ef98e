package io.ashiato.cli;

import io.ashiato.readers.evtx.EvtxFile;
import java.io.IOException;
import java.io.OutputStream;

/// What `dump` makes of event logs. [LogDump] calls these, in this order: [#begin], for each log [#beginLog],
/// [#chunk] for each of its chunks and [#endLog], at last [#end].
interface DumpForm {
    /// Before the first log.
    default void begin(OutputStream out) throws IOException {}

    /// @param path of the log, as it is told to the user
    /// @param size of the log in bytes
    default void beginLog(String path, long size, EvtxFile log) {}

    /// Reads one chunk and writes what it gives.
    ///
    /// @param index of the chunk in the log
    /// @return how many places of the chunk cost something: records, or the chunk itself
    /// @throws IOException if the machine fails to read or to write
    long chunk(EvtxFile log, int index, OutputStream out) throws IOException;

    /// Behind the log's last chunk.
    default void endLog(OutputStream out) throws IOException {}

    /// Behind the last log.
    default void end(OutputStream out) throws IOException {}
}
