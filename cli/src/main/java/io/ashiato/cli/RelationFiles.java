package io.ashiato.cli;

import io.ashiato.intel.attribution.RelationBase;
import io.ashiato.intel.attribution.RelationFormatException;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.publish.render.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Files of relations alone, as the attribution benchmark has them (`kb.json`, plain or `.gz`): who is reported to use
/// what. Told apart from knowledge files by what stands in them, not by their names.
final class RelationFiles {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int GZIP_MAGIC = 0x1f8b;

    private RelationFiles() {}

    /// Whether the file is one.
    static boolean isOne(String file, Words words) {
        byte[] content = KnowledgeOptions.content(file, KnowledgeFile.MAX_BYTES, words);
        boolean packed = content.length > 1 && ((content[0] & 0xFF) << 8 | (content[1] & 0xFF)) == GZIP_MAGIC;
        try (InputStream plain = packed
                        ? new GZIPInputStream(new ByteArrayInputStream(content))
                        : new ByteArrayInputStream(content);
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), plain)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (object && json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (json.currentName().equals("relations")) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
            return false;
        } catch (JacksonException | IOException e) {
            return false; // whoever reads it as what it claims to be says what is wrong
        }
    }

    /// Reads one.
    ///
    /// @throws CommandException with exit code 2 where it is damaged
    static RelationBase read(String file, Words words) {
        byte[] content = KnowledgeOptions.content(file, KnowledgeFile.MAX_BYTES, words);
        try {
            return RelationBase.read(new ByteArrayInputStream(content));
        } catch (RelationFormatException e) {
            throw CommandException.wrongUse(words.judgement()
                    .badRelations(EvidenceParameters.quoted(file), Visible.of(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
    }
}
