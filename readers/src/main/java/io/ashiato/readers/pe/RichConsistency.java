package io.ashiato.readers.pe;

import io.ashiato.model.RichContradiction;
import io.ashiato.readers.pe.RichProduct.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a Rich header fits the program that it stands in. One that was planted, as in the attack on the Winter Games
/// of 2018, contradicts what the program itself shows of its making.
///
/// A contradiction does not tell a forger from a packer or a tool that rewrites programs; each says only that the
/// header cannot be taken as the program's own.
final class RichConsistency {
    /// Objects of an import library may be counted twice or bring helpers along, never the other way round.
    private static final int IMPORT_TOLERANCE = 2;

    private final PeFile file;
    private final RichHeader rich;
    private final PeImports imports;
    private final PeToolchain toolchain;
    private final List<String> contradictions = new ArrayList<>();

    private RichConsistency(PeFile file, RichHeader rich, PeImports imports, PeToolchain toolchain) {
        this.file = file;
        this.rich = rich;
        this.imports = imports;
        this.toolchain = toolchain;
    }

    /// What contradicts, as [RichContradiction] writes it; empty where the header fits.
    static List<String> contradictions(PeFile file, RichHeader rich, PeImports imports, PeToolchain toolchain) {
        var check = new RichConsistency(file, rich, imports, toolchain);
        check.checksum();
        check.foreignTools();
        check.linker();
        check.runtime();
        check.machine();
        check.importCount();
        return check.contradictions;
    }

    private void checksum() {
        if (!rich.checksumValid()) {
            contradictions.add(RichContradiction.CHECKSUM.with("%08x".formatted(rich.key())));
        }
    }

    private void foreignTools() {
        toolchain.foreign().ifPresent(other -> contradictions.add(RichContradiction.TOOLS.with(other)));
    }

    private void linker() {
        int newest = newest(Tool.LINKER);
        int major = file.headers().linkerMajor();
        if (newest > 0 && major != newest / 100) {
            contradictions.add(RichContradiction.LINKER_VERSION.with(
                    major + "." + file.headers().linkerMinor(), RichProduct.versionText(newest)));
        }
    }

    /// A runtime library is bound by its own compiler or a newer one: code for Visual C++ 2010's cannot be from 1998.
    private void runtime() {
        int compiler = 0;
        for (var tool : Tool.values()) {
            compiler = Math.max(compiler, tool == Tool.IMPORT_LIBRARY ? 0 : newest(tool));
        }
        for (var library : imports.loaded()) {
            int needed = runtimeVersion(library.shortName());
            if (compiler > 0 && needed > compiler) {
                contradictions.add(RichContradiction.RUNTIME.with(library.name(), RichProduct.versionText(compiler)));
                return;
            }
        }
    }

    private void machine() {
        int linker = newest(Tool.LINKER);
        if (linker > 0 && linker < 800 && file.headers().machine() == PeHeaders.X64) {
            contradictions.add(RichContradiction.MACHINE.with(RichProduct.versionText(linker)));
        }
    }

    private void importCount() {
        long counted = rich.entries().stream()
                .filter(entry -> entry.product() == RichProduct.IMPORTED_FUNCTIONS)
                .mapToLong(RichHeader.Entry::count)
                .sum();
        long imported =
                imports.loaded().stream().mapToLong(l -> l.functions().size()).sum();
        if (imported > counted * IMPORT_TOLERANCE && !rich.entries().isEmpty()) {
            contradictions.add(RichContradiction.IMPORTS.with(imported, counted));
        }
    }

    private int newest(Tool tool) {
        return rich.entries().stream()
                .map(entry -> RichProduct.of(entry.product()))
                .filter(product -> product.tool() == tool)
                .mapToInt(RichProduct::version)
                .max()
                .orElse(0);
    }

    /// The version of Visual C++ that first came with the library, 0 if it is none of its runtime libraries.
    private static int runtimeVersion(String library) {
        if (library.startsWith("vcruntime14")
                || library.startsWith("msvcp14")
                || library.startsWith("api-ms-win-crt-")) {
            return 1400;
        }
        return Optional.of(library)
                .filter(name -> name.matches("msvc[rp](?:70|71|80|90|100|110|120)"))
                .map(name -> name.substring(5))
                .map(digits -> Integer.parseInt(digits) == 71 ? 710 : Integer.parseInt(digits) * 10)
                .orElse(0);
    }
}
