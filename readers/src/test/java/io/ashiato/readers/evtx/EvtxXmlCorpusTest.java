package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Every record of the shared corpora as XML: the JDK's parser takes it, and finds the tree that it was written from.
class EvtxXmlCorpusTest {
    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    @ParameterizedTest
    @CsvSource({"evtx.zip, 44506", "evtx-odd.zip, 36107"})
    void everyRecordIsWellFormedAndMeansTheSame(String corpus, int atLeast) throws IOException, SAXException {
        Path folder = Shared.folder("corpora").orElseThrow();
        var differences = new ArrayList<String>();
        int records = 0;
        try (var zip = new ZipFile(folder.resolve(corpus).toFile())) {
            for (var entry :
                    zip.stream().filter(one -> one.getName().endsWith(".evtx")).toList()) {
                byte[] log;
                try (var in = zip.getInputStream(entry)) {
                    log = in.readAllBytes();
                }
                List<EvtxRecord> read = Logs.records(log);
                records += read.size();
                compare(read).forEach(difference -> differences.add(entry.getName() + ": " + difference));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(records).isGreaterThanOrEqualTo(atLeast);
    }

    /// All records of a log as one document, as `dump` writes them.
    private static List<String> compare(List<EvtxRecord> records) throws IOException, SAXException {
        var xml = new StringBuilder("<Events>");
        records.forEach(record -> xml.append(EvtxXml.document(record.event())));
        Node parsed = ParsedXml.root(xml.append("</Events>").toString()).getFirstChild();
        var differences = new ArrayList<String>();
        for (EvtxRecord record : records) {
            if (parsed instanceof Element element) {
                differences.addAll(ParsedXml.differences(record.event(), element));
            } else {
                differences.add("record " + record.headerId() + " is missing");
            }
            parsed = parsed == null ? null : parsed.getNextSibling();
        }
        return differences;
    }
}
