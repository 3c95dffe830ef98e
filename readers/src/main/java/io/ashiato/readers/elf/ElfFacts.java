package io.ashiato.readers.elf;

import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.model.Facts;
import io.ashiato.readers.CompilerNote;
import io.ashiato.readers.Entropy;
import io.ashiato.readers.GoBuild;
import io.ashiato.readers.Strings;
import io.ashiato.readers.elf.ElfFile.Section;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What an ELF file states of itself, under the names of `dump --facts`.
final class ElfFacts {
    private static final int MAX_NOTE = 4_096;
    private static final int BUILD_ID_NOTE = 3;

    private final ElfFile file;
    private final byte[] data;
    private final List<Damage> damage;
    private final Facts.Builder facts = Facts.builder();

    private ElfFacts(ElfFile file, byte[] data, List<Damage> damage) {
        this.file = file;
        this.data = data;
        this.damage = damage;
    }

    /// @param damage where flaws are added
    static Facts of(ElfFile file, byte[] data, List<Damage> damage) {
        var reader = new ElfFacts(file, data, damage);
        reader.program();
        reader.libraries();
        reader.sections();
        reader.origin();
        reader.facts.groups("strings", Strings.telling(data));
        return reader.facts.build();
    }

    private void program() {
        facts.text("machine", machine(file.machine()))
                .number("bits", file.wide() ? 64 : 32)
                .text("type", type(file.type()))
                .text("entry", "0x%x".formatted(file.entry()))
                .flag("stripped", file.sections().stream().noneMatch(s -> s.type() == Section.SYMBOLS));
    }

    private void libraries() {
        var dynamic = ElfDynamic.read(file, damage);
        var symbols = ElfSymbols.dynamic(file, dynamic, damage);
        facts.flag(
                        "statically_linked",
                        !dynamic.isPresent() || dynamic.needed(damage).isEmpty())
                .texts("needed", dynamic.needed(damage))
                .number(
                        "imported_functions",
                        symbols.stream()
                                .filter(s -> s.isFunction() && !s.defined())
                                .count())
                .number(
                        "exported_functions",
                        symbols.stream()
                                .filter(s -> s.isFunction() && s.defined())
                                .count());
        facts.text("soname", dynamic.ownName(damage).stream().findFirst());
        var path = dynamic.runPath(damage);
        if (!path.isEmpty()) {
            facts.texts("run_path", path);
        }
    }

    private void sections() {
        if (file.sections().isEmpty()) {
            return;
        }
        var names = new ArrayList<String>();
        var details = new ArrayList<Facts>();
        long left = 2L * file.size(); // a thousand sections may all name the same bytes
        for (var section : file.sections()) {
            names.add(section.name());
            var group = Facts.builder()
                    .text("name", section.name())
                    .number("size", section.size())
                    .text("flags", flags(section));
            left -= section.held();
            if (left >= 0 && section.held() > 0) {
                group.text("entropy", Entropy.text(data, (int) section.offset(), (int) section.held()));
            }
            details.add(group.build());
        }
        facts.texts("sections", names).groups("section_details", details);
    }

    /// What made the program.
    private void origin() {
        var notes = CompilerNote.in(data);
        var go = GoBuild.find(data);
        facts.text("build_id", buildId());
        facts.text("compiler", go.map(GoBuild::compiler).or(() -> notes.stream().findFirst()));
        if (!notes.isEmpty()) {
            facts.texts(
                    "compiler_evidence",
                    notes.stream().map(note -> "note: " + note).toList());
        }
        go.ifPresent(build -> facts.text("go_build_id", build.buildId()));
        facts.text("go_version", go.map(GoBuild::version).filter(version -> !version.isEmpty()));
    }

    private Optional<String> buildId() {
        var section = file.section(".note.gnu.build-id");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        try {
            var note = file.atOffset("build id", section.get().offset());
            long nameSize = note.u32("n_namesz");
            long size = note.u32("n_descsz");
            if (note.u32("n_type") != BUILD_ID_NOTE || size > MAX_NOTE || nameSize > MAX_NOTE) {
                return Optional.empty();
            }
            note.skip("note name", nameSize + 3 & ~3L);
            return Optional.of(HexFormat.of().formatHex(note.bytes("build id", size)));
        } catch (MalformedException e) {
            damage.add(e.damage());
            return Optional.empty();
        }
    }

    private static String machine(int machine) {
        return switch (machine) {
            case ElfFile.X86 -> "x86";
            case ElfFile.X64 -> "x64";
            case 8 -> "mips";
            case 20, 21 -> "powerpc";
            case 40 -> "arm";
            case 183 -> "arm64";
            case 243 -> "riscv";
            default -> "0x%x".formatted(machine);
        };
    }

    private static String type(int type) {
        return switch (type) {
            case 1 -> "object";
            case 2 -> "executable";
            case 3 -> "shared"; // libraries, and programs that can be loaded anywhere
            case 4 -> "core";
            default -> "0x%x".formatted(type);
        };
    }

    private static String flags(Section section) {
        return (section.has(Section.LOADED) ? "r" : "-")
                + (section.has(Section.WRITABLE) ? "w" : "-")
                + (section.has(Section.EXECUTABLE) ? "x" : "-");
    }
}
