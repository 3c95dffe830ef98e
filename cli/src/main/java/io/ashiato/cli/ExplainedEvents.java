package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.publish.render.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// The events that a rule is to be explained on: a file of JSON, standard input, or a record of a log.
///
/// @param standardInput read where `-` stands for the file
/// @param most events that are taken
record ExplainedEvents(Words words, InputStream standardInput, int most) {
    /// Nobody reads more explanations than these.
    static final int MAX_EVENTS = 100;

    /// A correlation asks for some hundred at the most; all are kept while it is explained.
    static final int MAX_CORRELATED = 2_000;

    /// Records are 64 KiB at the most, and as JSON twice that.
    private static final int MAX_BYTES = 16 << 20;

    private static final String STANDARD_INPUT = "-";
    private static final String LOG_SUFFIX = ".evtx";

    /// What was read.
    ///
    /// @param cut whether there were more than are taken
    record Read(List<Event> events, boolean cut) {}

    /// @param record of a log, by its id in the event or in the record's header
    /// @throws CommandException with exit code 2 where there is no event
    /// @throws IOException if the machine fails
    Read read(String argument, OptionalLong record) throws IOException {
        String shown = EvidenceParameters.quoted(argument);
        boolean isLog = argument.toLowerCase(Locale.ROOT).endsWith(LOG_SUFFIX);
        if (record.isPresent() != isLog) {
            throw CommandException.wrongUse(
                    isLog
                            ? words.explain().logNeedsRecord(shown)
                            : words.explain().recordNeedsLog(shown));
        }
        List<Event> events = record.isPresent()
                ? records(file(argument), shown, record.getAsLong())
                : json(argument.equals(STANDARD_INPUT) ? words.dump().standardInput() : shown, content(argument));
        return new Read(events.stream().limit(most).toList(), events.size() > most);
    }

    private Path file(String argument) {
        try {
            Path path = Path.of(argument);
            if (!argument.isEmpty() && Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told like one that does not exist
        }
        throw CommandException.wrongUse(words.noSuchEvidence(EvidenceParameters.quoted(argument)));
    }

    /// Forwarded logs hold several records of one id: all of them are meant.
    private List<Event> records(Path log, String shown, long record) throws IOException {
        var found = new ArrayList<Event>();
        LogEvents.read(log, log.toString(), event -> {
            boolean asked = isId(event.source().recordId(), record)
                    || isId(event.source().headerId(), record);
            if (asked && found.size() <= most) {
                found.add(event);
            }
        });
        if (found.isEmpty()) {
            throw CommandException.wrongUse(words.explain().noSuchRecord(shown, record));
        }
        return found;
    }

    private static boolean isId(OptionalLong id, long record) {
        return id.isPresent() && id.getAsLong() == record;
    }

    private byte[] content(String argument) throws IOException {
        if (argument.equals(STANDARD_INPUT)) {
            return standardInput.readNBytes(MAX_BYTES + 1);
        }
        try (InputStream in = Files.newInputStream(file(argument))) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private List<Event> json(String shown, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw CommandException.wrongUse(words.explain().tooLarge(shown, StageLines.size(MAX_BYTES)));
        }
        try {
            List<Event> events = JsonEvents.read(content);
            if (events.isEmpty()) {
                throw CommandException.wrongUse(words.explain().noEvents(shown));
            }
            return events;
        } catch (JsonEvents.MalformedException e) {
            throw CommandException.wrongUse(words.explain().badEvent(shown, Visible.of(e.reason())));
        }
    }
}
