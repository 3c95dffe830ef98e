package io.ashiato.readers.elf;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.EhFrame;
import io.ashiato.readers.FunctionList;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Function;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.readers.elf.ElfFile.Segment;
import io.ashiato.readers.elf.ElfSymbols.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An ELF file as code and data at addresses.
final class ElfImage {
    private static final int FRAMES_RELATIVE_TO_PLACE = 0x1B; // pointer and four signed bytes: what linkers write

    private ElfImage() {}

    static ProgramImage of(ElfFile file, ElfDynamic dynamic, List<Symbol> dynamicSymbols, List<Damage> damage) {
        var sections = sections(file, damage);
        var functions = new FunctionList();
        addSymbols(functions, ElfSymbols.debug(file, damage));
        addSymbols(functions, dynamicSymbols);
        functions.addAll(callFrames(file, damage));
        return new ProgramImage(
                switch (file.machine()) {
                    case ElfFile.X86 -> Machine.X86;
                    case ElfFile.X64 -> Machine.X64;
                    default -> Machine.OTHER;
                },
                file.segment(Segment.LOAD)
                        .map(first -> first.address() - first.offset())
                        .orElse(0L),
                file.entry(),
                sections,
                functions.within(sections),
                ElfImports.of(file, dynamic, dynamicSymbols, sections, damage));
    }

    private static void addSymbols(FunctionList functions, List<Symbol> symbols) {
        for (var symbol : symbols) {
            if (symbol.isFunction() && symbol.defined()) {
                functions.add(new Function(symbol.address(), symbol.size(), symbol.name()));
            }
        }
    }

    /// The sections that are loaded, or the segments where a program has lost its sections.
    private static List<Section> sections(ElfFile file, List<Damage> damage) {
        var found = new ArrayList<Section>();
        long left = 2L * file.size(); // a thousand sections may all name the same bytes
        for (var section : file.sections()) {
            if (section.has(ElfFile.Section.LOADED) && section.address() != 0) {
                left -= section.held();
                if (left < 0) {
                    damage.add(new Damage.OverLimit("section " + section.name(), section.offset(), file.size()));
                    break;
                }
                found.add(new Section(
                        section.name(),
                        section.address(),
                        file.bytes(section.offset(), section.held()),
                        section.size(),
                        section.has(ElfFile.Section.EXECUTABLE),
                        section.has(ElfFile.Section.WRITABLE)));
            }
        }
        if (found.isEmpty()) {
            addSegments(file, found, damage);
        }
        found.sort(Comparator.comparing(Section::address, Long::compareUnsigned));
        return found;
    }

    private static void addSegments(ElfFile file, List<Section> found, List<Damage> damage) {
        long left = 2L * file.size();
        for (var segment : file.segments()) {
            if (segment.type() != Segment.LOAD) {
                continue;
            }
            left -= segment.held();
            if (left < 0) {
                damage.add(new Damage.OverLimit("segments", segment.offset(), file.size()));
                return;
            }
            found.add(new Section(
                    "",
                    segment.address(),
                    file.bytes(segment.offset(), segment.held()),
                    segment.memorySize(),
                    (segment.flags() & Segment.EXECUTABLE) != 0,
                    (segment.flags() & Segment.WRITABLE) != 0));
        }
    }

    /// The section of call frames, or where it is lost the frames that the loader's segment points to.
    private static List<Function> callFrames(ElfFile file, List<Damage> damage) {
        int wordSize = file.wide() ? 8 : 4;
        var section = file.section(".eh_frame");
        if (section.isPresent()) {
            byte[] bytes = file.bytes(section.get().offset(), section.get().held());
            return EhFrame.functions(bytes, section.get().address(), wordSize, damage);
        }
        var header = file.segment(Segment.CALL_FRAMES);
        if (header.isEmpty()) {
            return List.of();
        }
        try {
            var cursor = file.atOffset("eh_frame_hdr", header.get().offset());
            cursor.skip("eh_frame_hdr version", 1);
            if (cursor.u8("eh_frame_ptr_enc") != FRAMES_RELATIVE_TO_PLACE) {
                return List.of();
            }
            cursor.skip("eh_frame_hdr encodings", 2);
            long address = header.get().address() + 4 + cursor.i32("eh_frame_ptr");
            var frames = file.at("eh_frame", address);
            return EhFrame.functions(file.bytes(frames.offset(), file.size()), address, wordSize, damage);
        } catch (MalformedException e) {
            damage.add(e.damage());
            return List.of();
        }
    }
}
