package io.ashiato.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One module of a macro project.
///
/// @param name with the extension that the editor would export it under: `.bas`, `.cls` or `.frm`
/// @param source as stored for the editor, which need not be what the compiled code does
public record VbaModule(String name, String source) {
    /// Procedures that Office calls by itself: Word's auto macros and document events, Excel's and PowerPoint's.
    private static final Set<String> AUTO_START = Set.of(
            "autoexec",
            "autoopen",
            "autoclose",
            "autoexit",
            "autonew",
            "auto_open",
            "auto_close",
            "auto_activate",
            "auto_deactivate",
            "document_open",
            "document_close",
            "document_new",
            "document_beforeclose",
            "document_beforesave",
            "document_contentcontrolonenter",
            "documentopen",
            "documentchange",
            "workbook_open",
            "workbook_activate",
            "workbook_close",
            "workbook_beforeclose",
            "workbook_addininstall",
            "worksheet_activate",
            "worksheet_calculate",
            "presentation_open",
            "slideshowbegin",
            "onslideshowpagechange",
            "userform_initialize");

    /// Events of ActiveX controls that fire when a document is shown.
    private static final List<String> AUTO_EVENTS =
            List.of("_layout", "_painted", "_painting", "_gotfocus", "_resize", "_statechange", "_beforenavigate2");

    private static final Pattern PROCEDURE = Pattern.compile(
            "(?m)^[ \\t]*+(?:(?:public|private|friend|static)[ \\t]++)*+(?:sub|function)[ \\t]++(\\w++)",
            Pattern.CASE_INSENSITIVE);

    /// Names of its procedures that Office calls by itself, as they are written.
    List<String> autoStart() {
        var found = new ArrayList<String>();
        var matcher = PROCEDURE.matcher(source);
        while (matcher.find()) {
            String procedure = matcher.group(1);
            String lower = procedure.toLowerCase(Locale.ROOT);
            if (AUTO_START.contains(lower) || AUTO_EVENTS.stream().anyMatch(lower::endsWith)) {
                found.add(procedure);
            }
        }
        return found;
    }
}
