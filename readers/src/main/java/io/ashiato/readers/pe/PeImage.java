package io.ashiato.readers.pe;

import io.ashiato.bytes.Damage;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Import;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.readers.ProgramImage.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A PE file as code and data at addresses.
final class PeImage {
    private PeImage() {}

    static ProgramImage of(PeFile file, PeImports imports, PeExports exports, List<Damage> damage) {
        var headers = file.headers();
        var sections = sections(file, damage);
        return new ProgramImage(
                switch (headers.machine()) {
                    case PeHeaders.X86 -> Machine.X86;
                    case PeHeaders.X64 -> Machine.X64;
                    default -> Machine.OTHER;
                },
                headers.imageBase(),
                headers.entry() == 0 ? 0 : headers.imageBase() + headers.entry(),
                sections,
                PeFunctions.of(file, exports, sections, damage),
                imports(imports, headers.imageBase()));
    }

    /// What the file holds of a section.
    static byte[] bytes(PeFile file, PeSection section) {
        int from = (int) Math.min(section.fileOffset(), file.data().length);
        return Arrays.copyOfRange(file.data(), from, from + (int) section.loadedSize());
    }

    private static List<Section> sections(PeFile file, List<Damage> damage) {
        var sections = new ArrayList<Section>();
        long left = 2L * file.data().length; // a thousand sections may all name the same bytes
        for (var section : file.sections()) {
            left -= section.loadedSize();
            if (left < 0) {
                damage.add(new Damage.OverLimit("section " + section.name(), section.fileOffset(), file.data().length));
                break;
            }
            sections.add(new Section(
                    section.longName(),
                    file.headers().imageBase() + section.address(),
                    bytes(file, section),
                    section.memorySize(),
                    section.has(PeSection.EXECUTABLE),
                    section.has(PeSection.WRITABLE)));
        }
        sections.sort(Comparator.comparing(Section::address, Long::compareUnsigned));
        return sections;
    }

    private static List<Import> imports(PeImports imports, long base) {
        var all = new ArrayList<Import>();
        for (var libraries : List.of(imports.loaded(), imports.delayed())) {
            for (var library : libraries) {
                for (var function : library.functions()) {
                    String name = library.shortName() + "!" + function.name().toLowerCase(Locale.ROOT);
                    all.add(new Import(name, base + function.slot()));
                }
            }
        }
        return all;
    }
}
