/// What a case keeps on disk: detections in order, every event, `case.json`, the custody log, the folder itself.
///
/// Writes only below the folder it is given. Knows nothing of how detections or findings come about.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.store;
