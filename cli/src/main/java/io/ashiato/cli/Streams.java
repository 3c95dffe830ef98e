package io.ashiato.cli;

import java.io.InputStream;
import java.io.OutputStream;

/// The standard streams of a run, as bytes.
record Streams(InputStream in, OutputStream out, OutputStream err) {}
