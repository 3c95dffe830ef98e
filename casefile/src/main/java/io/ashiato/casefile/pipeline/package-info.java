/// From evidence items to events and matches: reads logs in pieces, on as many threads as allowed, and hands
/// everything over in the order of the evidence, whatever the number of threads.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.pipeline;
