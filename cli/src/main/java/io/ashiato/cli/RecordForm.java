package io.ashiato.cli;

import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxRecord;
import io.ashiato.readers.evtx.EvtxXml;
import io.ashiato.readers.evtx.RecordRecovery;
import io.ashiato.readers.evtx.RecordSelection;
import io.ashiato.readers.evtx.XmlElement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// The records of logs, each as a line or more of text in UTF-8.
final class RecordForm extends ChunkForm {
    private final String head;
    private final Function<XmlElement, String> ofRecord;
    private final String tail;
    private final boolean listedOnly;

    private RecordForm(
            String head,
            Function<XmlElement, String> ofRecord,
            String tail,
            RecordSelection selection,
            boolean listedOnly) {
        super(selection);
        this.head = head;
        this.ofRecord = ofRecord;
        this.tail = tail;
        this.listedOnly = listedOnly;
    }

    /// A JSON line for each record.
    ///
    /// @param listedOnly whether to leave out chunks that list nothing, since their records are recovered
    static DumpForm jsonLines(RecordSelection selection, boolean listedOnly) {
        return new RecordForm("", EvtxJson::line, "", selection, listedOnly);
    }

    /// One XML document for all records of all logs.
    static DumpForm xml(RecordSelection selection, boolean listedOnly) {
        return new RecordForm(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Events>\n",
                EvtxXml::document,
                "</Events>\n",
                selection,
                listedOnly);
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        write(head, out);
    }

    @Override
    void chunk(EvtxChunk chunk, OutputStream out) throws IOException {
        if (listedOnly && !RecordRecovery.lists(chunk)) {
            return;
        }
        for (EvtxRecord record : chunk.records()) {
            write(ofRecord.apply(record.event()), out);
            out.write('\n');
        }
    }

    @Override
    public void end(OutputStream out) throws IOException {
        write(tail, out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
