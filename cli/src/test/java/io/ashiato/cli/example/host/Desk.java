package io.ashiato.cli.example.host;

import java.time.Instant;
import java.util.List;

/// Whose workstation it is, and how and when it is used.
///
/// @param share folder on the file server, with a backslash at its end, in which the user's documents lie
/// @param month in the names of documents, such as `2019-10`
/// @param intranet hosts visited with the browser
/// @param commands typed in PowerShell
/// @param spans from each start of Windows to its end, in order
/// @param collected when the logs were collected; a span that reaches so far does not end with a shutdown
/// @param daysWithScans how many days, from the first, Windows Defender scans
public record Desk(
        Account user,
        Address fileServer,
        String share,
        String month,
        List<Address> intranet,
        List<String> commands,
        List<Span> spans,
        Instant collected,
        int daysWithScans) {
    /// One working day.
    public record Span(Instant start, Instant end) {}

    String home() {
        return "C:\\Users\\" + user.name() + "\\";
    }
}
