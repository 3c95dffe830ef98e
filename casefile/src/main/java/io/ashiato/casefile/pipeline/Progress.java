package io.ashiato.casefile.pipeline;

/// Is told how far the work has come. Called on one thread, often: it must be quick.
public interface Progress {
    /// Shows nothing.
    Progress SILENT = new Progress() {
        @Override
        public void reading(String path, long items, long bytes) {}

        @Override
        public void writing() {}
    };

    /// An item is being read.
    ///
    /// @param items so far, this one included
    /// @param bytes so far, this one included
    void reading(String path, long items, long bytes);

    /// All evidence is read; the results are being written.
    void writing();
}
