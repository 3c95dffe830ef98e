package io.ashiato.readers;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import io.ashiato.bytes.JsonText;
import io.ashiato.model.FactValue;
import io.ashiato.model.Facts;
import io.ashiato.readers.elf.ElfReader;
import io.ashiato.readers.pe.PeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/// Prints the facts of programs, one JSON object a line, as the comparers of the reference material read them.
public final class FactLines {
    private FactLines() {}

    /// @param files paths of PE and ELF files
    /// @throws IOException if one cannot be read
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            var source = ByteSource.of(bytes);
            boolean elf = bytes.length > 0 && bytes[0] == 0x7F;
            var reading = elf ? ElfReader.read(source) : PeReader.read(source);
            var line = new StringBuilder("{\"sha256\":\"" + Digests.sha256(bytes) + "\",\"kind\":\"");
            line.append(reading.kind().id()).append("\",\"facts\":");
            write(line, reading.facts());
            System.out.println(line.append('}'));
            reading.damage().forEach(damage -> System.err.println(file + ": " + damage));
        }
    }

    private static void write(StringBuilder out, Facts facts) {
        members(out, facts.values(), FactLines::write);
    }

    private static void write(StringBuilder out, FactValue value) {
        switch (value) {
            case FactValue.Text text -> JsonText.quote(out, text.value());
            case FactValue.Whole number -> out.append(number.value());
            case FactValue.Flag flag -> out.append(flag.value());
            case FactValue.Time time -> JsonText.quote(out, time.value().toString());
            case FactValue.Texts texts -> items(out, texts.values(), JsonText::quote);
            case FactValue.Groups groups -> items(out, groups.values(), FactLines::write);
            case FactValue.Counts counts -> members(out, counts.values(), StringBuilder::append);
        }
    }

    private static <T> void members(StringBuilder out, Map<String, T> members, BiConsumer<StringBuilder, T> writer) {
        items(out.append('{'), members.entrySet(), '}', (text, member) -> {
            JsonText.quote(text, member.getKey());
            writer.accept(text.append(':'), member.getValue());
        });
    }

    private static <T> void items(StringBuilder out, Collection<T> items, BiConsumer<StringBuilder, T> writer) {
        items(out.append('['), items, ']', writer);
    }

    private static <T> void items(
            StringBuilder out, Collection<T> items, char end, BiConsumer<StringBuilder, T> writer) {
        String comma = "";
        for (T item : items) {
            writer.accept(out.append(comma), item);
            comma = ",";
        }
        out.append(end);
    }
}
