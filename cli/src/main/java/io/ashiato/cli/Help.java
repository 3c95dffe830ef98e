package io.ashiato.cli;

import java.io.PrintWriter;

/// What `ashiato` alone says: where to start.
final class Help {
    private Help() {}

    static void printStart(PrintWriter out) {
        out.print("""
                Ashiato (足跡, footprints): evidence from a break-in in, a published report out.

                  ashiato analyze EVIDENCE... -o CASE    report, exports and case folder from event logs
                  ashiato hunt EVIDENCE...               detections only: table, JSON lines or CSV
                  ashiato dump FILE...                   one event log, readable: JSON lines or XML
                  ashiato attribute CASE                 who may be behind a case, by chosen knowledge
                  ashiato link CASE...                   what cases share with each other and with reports
                  ashiato compare SAMPLE...              how alike programs are
                  ashiato rules lint|list|test|explain   which rules run, which match what, and why
                  ashiato knowledge show NAME            what is published of an actor, under all its names

                Start with: ashiato analyze FOLDER -o my-case
                ashiato COMMAND --help tells the rest; README.md and README.ja.md are beside this program.
                """);
    }
}
