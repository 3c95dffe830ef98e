/// Correlations over matches: many events of one group within a time become one match.
///
/// Takes the matches of rules in order of time, keeps a window for each group of each correlation, and says which
/// event completed a correlation. Knows nothing of how rules match. Reads no clock and no file, starts no thread;
/// what it keeps in memory is bounded, and what it had to forget is counted. Depends on `rule` for checked
/// correlations, on `source` for the names of fields, and on the model.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.correlation;
