package io.ashiato.readers.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.Utf16;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ReadingBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Walks everything that a document reaches from its trailer, in the order of the file, and takes what acts or is
/// embedded: actions (ISO 32000-1, 12.6.4), file specifications (7.11), forms. By shape and not by place: an action
/// counts wherever it hangs. A walk along a queue, so that deep nesting costs no stack.
final class PdfObjects {
    /// A document of a thousand pages has some hundred thousand.
    private static final int MAX_OBJECTS = 500_000;

    private static final int MAX_ADDRESSES = 5_000;
    private static final int MAX_SCRIPT = 4 << 20;
    private static final int MAX_FILE = 32 << 20;

    private static final int MAX_NAME_TREE_DEPTH = 16;

    /// A file may be there in several versions, one for each system (7.11.4).
    private static final List<COSName> FILE_KEYS =
            List.of(COSName.UF, COSName.F, COSName.DOS, COSName.MAC, COSName.UNIX);

    private final PDDocument document;
    private final ReadingBuilder reading;
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> external = new LinkedHashSet<>();
    private final Set<String> actions = new LinkedHashSet<>();
    private final Set<COSBase> filesTaken = Collections.newSetFromMap(new IdentityHashMap<>());
    private int scripts;
    private int commands;

    PdfObjects(PDDocument document, ReadingBuilder reading) {
        this.document = document;
        this.reading = reading;
    }

    void tell() {
        COSDictionary trailer = document.getDocument().getTrailer();
        List<String> attachments = new ArrayList<>();
        if (trailer.getDictionaryObject(COSName.ROOT) instanceof COSDictionary catalog) {
            catalog(catalog);
            if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
                nameTree(names.getDictionaryObject(COSName.EMBEDDED_FILES), attachments, 0);
            }
        }
        walk(trailer);
        reading.facts().texts("uris", List.copyOf(addresses));
        reading.facts().texts("attachments", attachments);
        reading.facts().flag("javascript", scripts > 0);
        if (!external.isEmpty()) {
            reading.facts().texts("external", List.copyOf(external));
        }
        if (!actions.isEmpty()) {
            reading.facts().texts("actions", List.copyOf(actions));
        }
    }

    private void catalog(COSDictionary catalog) {
        switch (catalog.getDictionaryObject(COSName.OPEN_ACTION)) {
            case COSDictionary action -> {
                String type =
                        Optional.ofNullable(action.getNameAsString(COSName.S)).orElse("");
                reading.facts().text("open_action", type);
            }
            case COSArray destination -> reading.facts().text("open_action", "GoTo");
            case null, default -> {} // none
        }
        if (catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form) {
            reading.facts().flag("form", true);
            reading.facts().flag("xfa", form.containsKey(COSName.XFA));
        }
    }

    /// The names under which embedded files are listed (7.9.6); takes the files too.
    private void nameTree(@Nullable COSBase node, List<String> names, int depth) {
        if (!(node instanceof COSDictionary tree) || depth > MAX_NAME_TREE_DEPTH) {
            return;
        }
        if (tree.getDictionaryObject(COSName.NAMES) instanceof COSArray pairs) {
            for (int i = 0; i + 1 < pairs.size() && names.size() < ReadingBuilder.MAX_CHILDREN; i += 2) {
                String name = text(pairs.getObject(i)).orElse("");
                names.add(name);
                if (pairs.getObject(i + 1) instanceof COSDictionary file) {
                    file(file, name);
                }
            }
        }
        if (tree.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (int i = 0; i < kids.size() && names.size() < ReadingBuilder.MAX_CHILDREN; i++) {
                nameTree(kids.getObject(i), names, depth + 1);
            }
        }
    }

    private void walk(COSBase start) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            COSBase next = open.poll();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (seen.size() > MAX_OBJECTS) {
                reading.damage(new Damage.OverLimit("objects", 0, MAX_OBJECTS));
                return;
            }
            switch (object) {
                case COSDictionary dictionary -> {
                    dictionary(dictionary);
                    dictionary.entrySet().forEach(entry -> queue(entry.getValue(), open));
                }
                case COSArray array -> array.forEach(element -> queue(element, open));
                default -> {} // values
            }
        }
    }

    private static void queue(@Nullable COSBase object, Deque<COSBase> open) {
        if (object instanceof COSObject || object instanceof COSDictionary || object instanceof COSArray) {
            open.add(object);
        }
    }

    private void dictionary(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.EF)) {
            file(dictionary, "");
        }
        switch (dictionary.getDictionaryObject(COSName.S)) {
            case COSName type -> action(type.getName(), dictionary);
            case null, default -> {} // no action
        }
    }

    private void action(String type, COSDictionary action) {
        switch (type) {
            case "URI" -> text(action.getDictionaryObject(COSName.URI)).ifPresent(this::address);
            case "JavaScript" -> script(action.getDictionaryObject(COSName.JS));
            case "Launch" -> launch(action);
            case "GoToR", "GoToE", "SubmitForm", "ImportData", "Thread" ->
                target(action).ifPresent(external::add);
            case "Rendition" -> script(action.getDictionaryObject(COSName.JS));
            default -> {
                return; // moves within the document, or is no action
            }
        }
        actions.add(type);
    }

    private void address(String address) {
        if (addresses.size() < MAX_ADDRESSES) {
            addresses.add(address);
        }
    }

    private void script(@Nullable COSBase source) {
        Optional<byte[]> bytes = switch (source) {
            case COSString text ->
                Optional.of(Utf16.wellFormed(PdfText.decoded(text)).getBytes(UTF_8));
            case COSStream stream -> PdfStreams.decoded(stream, MAX_SCRIPT, reading);
            case null, default -> Optional.empty();
        };
        bytes.ifPresent(text -> {
            scripts++;
            reading.child("script" + scripts + ".js", ArtefactReading.Role.MACRO, text);
        });
    }

    /// A program and its arguments; for Windows they stand in a dictionary of their own (12.6.4.5).
    private void launch(COSDictionary action) {
        Optional<String> command = action.getDictionaryObject(COSName.getPDFName("Win")) instanceof COSDictionary win
                ? text(win.getDictionaryObject(COSName.F))
                        .map(program -> program
                                + text(win.getDictionaryObject(COSName.P))
                                        .map(arguments -> " " + arguments)
                                        .orElse(""))
                : target(action);
        command.ifPresent(text -> {
            external.add(text);
            commands++;
            reading.child(
                    "launch" + commands,
                    ArtefactReading.Role.COMMAND,
                    Utf16.wellFormed(text).getBytes(UTF_8));
        });
    }

    private static Optional<String> target(COSDictionary action) {
        COSBase file = action.getDictionaryObject(COSName.F);
        return file instanceof COSDictionary specification ? name(specification) : text(file);
    }

    private static Optional<String> name(COSDictionary specification) {
        return text(specification.getDictionaryObject(COSName.UF))
                .or(() -> text(specification.getDictionaryObject(COSName.F)));
    }

    private void file(COSDictionary specification, String listedAs) {
        if (!(specification.getDictionaryObject(COSName.EF) instanceof COSDictionary streams)
                || !filesTaken.add(specification)) {
            return;
        }
        String name = name(specification).filter(text -> !text.isBlank()).orElse(listedAs);
        for (COSName key : FILE_KEYS) {
            if (streams.getDictionaryObject(key) instanceof COSStream stream && filesTaken.add(stream)) {
                String own = text(specification.getDictionaryObject(key)).orElse(name);
                PdfStreams.decoded(stream, MAX_FILE, reading)
                        .ifPresent(content -> reading.embedded(own, Optional.empty(), content));
            }
        }
    }

    private static Optional<String> text(@Nullable COSBase object) {
        return switch (object) {
            case COSString string -> Optional.of(PdfText.decoded(string));
            case COSName name -> Optional.of(name.getName());
            case null, default -> Optional.empty();
        };
    }
}
