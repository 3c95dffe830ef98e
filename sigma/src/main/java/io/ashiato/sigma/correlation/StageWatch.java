package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import java.util.List;

/// Is told what a correlation makes of what comes in.
interface StageWatch {
    /// Nobody wants to know.
    StageWatch NONE = new StageWatch() {
        @Override
        public void lacking(int input) {}

        @Override
        public void grouped(String key, List<Correlated.Value> group, Entry entry) {}

        @Override
        public void held(Group.Held held) {}
    };

    /// An event lacks a field that is asked for, and takes no part by that input.
    void lacking(int input);

    /// An event came to a group.
    ///
    /// @param key equal for equal groups
    void grouped(String key, List<Correlated.Value> group, Entry entry);

    /// The correlation held.
    void held(Group.Held held);
}
