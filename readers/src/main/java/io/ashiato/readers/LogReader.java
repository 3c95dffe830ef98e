package io.ashiato.readers;

import io.ashiato.bytes.Damage;
import io.ashiato.model.EventView;
import io.ashiato.model.RecordView;
import java.util.List;
import java.util.function.Consumer;

/// Makes events of the records of a text log. May keep what it learned about the log for the next records, but
/// what it returns depends on the given records alone. For one thread.
public interface LogReader {
    /// @param item where the records come from
    LogBatch read(LogFrames frames, LogItem item);

    /// Reads the records and shows them to the visitor, each valid until the next one comes.
    ///
    /// @param item where the records come from
    /// @return as [LogBatch#damage]
    default List<Damage> read(LogFrames frames, LogItem item, Consumer<RecordView> visitor) {
        LogBatch batch = read(frames, item);
        batch.events().forEach(event -> visitor.accept(new EventView(event)));
        return batch.damage();
    }
}
