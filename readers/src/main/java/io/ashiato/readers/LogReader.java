package io.ashiato.readers;

/// Makes events of the records of a text log. May keep what it learned about the log for the next records, but
/// what it returns depends on the given records alone. For one thread.
public interface LogReader {
    /// @param item where the records come from
    LogBatch read(LogFrames frames, LogItem item);
}
