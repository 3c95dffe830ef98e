/// From events and detections to what a report is made of: activities, tampering, hosts, accounts,
/// indicators, and the judgement whether an intruder was at work.
///
/// Each class takes events or detections one by one and holds bounded memory. No I/O.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.findings;
