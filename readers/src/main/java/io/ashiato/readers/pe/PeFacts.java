package io.ashiato.readers.pe;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Facts;
import io.ashiato.readers.Entropy;
import io.ashiato.readers.Strings;
import io.ashiato.readers.pe.PeHeaders.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a PE file states of itself, under the names of `dump --facts`.
final class PeFacts {
    /// Names of exports told; the count is of all.
    private static final int MAX_EXPORT_NAMES = 200;

    private static final Map<String, String> VERSION_TEXTS = Map.of(
            "CompanyName", "company_name",
            "FileDescription", "file_description",
            "FileVersion", "file_version",
            "InternalName", "internal_name",
            "LegalCopyright", "legal_copyright",
            "OriginalFilename", "original_filename",
            "ProductName", "product_name",
            "ProductVersion", "product_version",
            "Comments", "comments");

    private static final Map<String, String> PACKERS = Map.of(
            "UPX0",
            "UPX",
            ".aspack",
            "ASPack",
            ".themida",
            "Themida",
            ".vmp0",
            "VMProtect",
            "MPRESS1",
            "MPRESS",
            ".petite",
            "Petite",
            ".enigma1",
            "Enigma",
            ".nsp0",
            "NsPack");

    private final PeFile file;
    private final PeHeaders headers;
    private final List<Damage> damage;
    private final Facts.Builder facts = Facts.builder();

    private PeFacts(PeFile file, List<Damage> damage) {
        this.file = file;
        this.headers = file.headers();
        this.damage = damage;
    }

    /// @param damage where flaws are added
    static Facts of(PeFile file, List<Damage> damage) {
        var reader = new PeFacts(file, damage);
        var imports = PeImports.read(file, damage);
        reader.program();
        reader.compileTime(DebugDirectory.read(file, damage));
        reader.sections();
        reader.imports(imports);
        reader.exports();
        reader.origin(imports);
        reader.resources();
        reader.strings();
        return reader.facts.build();
    }

    private void program() {
        facts.text("machine", machine(headers.machine()))
                .text("subsystem", subsystem(headers.subsystem()))
                .flag("dll", (headers.characteristics() & PeHeaders.DLL) != 0)
                .flag("dotnet", headers.directory(Table.CLR).isPresent())
                .text("image_base", "0x%x".formatted(headers.imageBase()))
                .text("entry", "0x%x".formatted(headers.entry()))
                .text("linker_version", headers.linkerMajor() + "." + headers.linkerMinor())
                .number("tls_callbacks", PeFunctions.tlsCallbacks(file, damage).size())
                .number("overlay", Math.max(0, file.data().length - file.overlayOffset()));
        var signature = headers.directory(Table.SECURITY).filter(d -> d.address() < file.data().length);
        facts.flag("signature_present", signature.isPresent());
        signature.ifPresent(found -> facts.number("signature_size", found.size()));
    }

    private void compileTime(DebugDirectory debug) {
        facts.number("timestamp", headers.timestamp());
        if (headers.timestamp() != 0) {
            facts.time("compiled", Instant.ofEpochSecond(headers.timestamp()));
        }
        var doubt = CompileTime.doubt(headers.timestamp(), debug);
        facts.flag("compiled_plausible", doubt.isEmpty()).text("compiled_doubt", doubt);
        if (!debug.path().isEmpty()) {
            facts.text("pdb_path", debug.path()).number("pdb_age", debug.age());
        }
        if (!debug.guid().isEmpty()) {
            facts.text("pdb_guid", debug.guid());
        }
    }

    private void sections() {
        var names = new ArrayList<String>();
        var details = new ArrayList<Facts>();
        long left = 2L * file.data().length; // a thousand sections may all name the same bytes
        for (var section : file.sections()) {
            names.add(section.name());
            var group = Facts.builder()
                    .text("name", section.longName())
                    .number("size", section.fileSize())
                    .number("virtual_size", section.virtualSize())
                    .text("flags", flags(section));
            left -= section.fileSize();
            if (left >= 0) {
                group.text("entropy", Entropy.text(file.data(), (int) section.fileOffset(), (int) section.fileSize()));
            }
            details.add(group.build());
        }
        facts.texts("sections", names).groups("section_details", details);
        facts.text(
                "packer",
                names.stream().filter(PACKERS::containsKey).findFirst().map(PACKERS::get));
    }

    private void imports(PeImports imports) {
        facts.text("imphash", ImportHash.of(imports)).counts("imports", counts(imports.loaded()));
        if (!imports.delayed().isEmpty()) {
            facts.counts("delay_imports", counts(imports.delayed()));
        }
    }

    private static Map<String, Long> counts(List<PeImports.Library> libraries) {
        var counts = new LinkedHashMap<String, Long>();
        for (var library : libraries) {
            counts.merge(library.name(), (long) library.functions().size(), Long::sum);
        }
        return counts;
    }

    private void exports() {
        var exports = PeExports.read(file, damage);
        facts.number("exports", exports.functions().size());
        if (!exports.library().isEmpty()) {
            facts.text("export_library", exports.library());
        }
        var names = exports.functions().stream()
                .map(PeExports.Exported::name)
                .filter(name -> !name.isEmpty())
                .limit(MAX_EXPORT_NAMES)
                .toList();
        if (!names.isEmpty()) {
            facts.texts("export_names", names);
        }
    }

    /// Who or what made the program: Rich header, compiler, Go.
    private void origin(PeImports imports) {
        var rich = RichHeader.read(file);
        var toolchain = PeToolchain.of(file, rich);
        facts.flag("rich_present", rich.isPresent());
        rich.ifPresent(header -> {
            var contradictions = RichConsistency.contradictions(file, header, imports, toolchain);
            facts.text("rich_hash", header.hash())
                    .flag("rich_checksum_valid", header.checksumValid())
                    .flag("rich_consistent", contradictions.isEmpty())
                    .texts("rich_contradictions", contradictions)
                    .groups(
                            "rich_entries",
                            header.entries().stream().map(PeFacts::entry).toList());
        });
        facts.text("compiler", toolchain.compiler());
        if (!toolchain.evidence().isEmpty()) {
            facts.texts("compiler_evidence", toolchain.evidence());
        }
        toolchain.go().ifPresent(go -> facts.text("go_build_id", go.buildId()));
        facts.text("go_version", toolchain.go().map(go -> go.version()).filter(version -> !version.isEmpty()));
    }

    private static Facts entry(RichHeader.Entry entry) {
        var product = RichProduct.of(entry.product());
        var group = Facts.builder()
                .number("product", entry.product())
                .number("build", entry.build())
                .number("count", entry.count())
                .text("tool", product.tool().id());
        if (product.version() > 0) {
            group.text("version", RichProduct.versionText(product.version()));
        }
        return group.build();
    }

    private void resources() {
        var resources = PeResources.read(file, damage);
        if (!resources.items().isEmpty()) {
            facts.number("resources", resources.items().size());
        }
        var languages = resources.items().stream()
                .map(PeResources.Item::language)
                .filter(language -> !ResourceLanguage.isNeutral(language))
                .map(ResourceLanguage::name)
                .distinct()
                .sorted()
                .toList();
        if (!languages.isEmpty()) {
            facts.texts("resource_languages", languages);
        }
        var version = VersionInfo.read(file, resources, damage);
        version.texts().forEach((name, text) -> {
            String fact = VERSION_TEXTS.get(name);
            if (fact != null && !text.isBlank()) {
                facts.text(fact, text);
            }
        });
        if (!version.table().isEmpty()) {
            facts.text("version_table", version.table().toLowerCase(Locale.ROOT));
        }
    }

    /// A version number has the form of an address, so that those of the version resource are left out.
    private void strings() {
        var versions = facts.build().texts("file_version").stream().collect(Collectors.toSet());
        versions.addAll(facts.build().texts("product_version"));
        facts.groups(
                "strings",
                Strings.telling(file.data()).stream()
                        .filter(found -> !versions.contains(found.text("text").orElse("")))
                        .toList());
    }

    private static String machine(int machine) {
        return switch (machine) {
            case PeHeaders.X86 -> "x86";
            case PeHeaders.X64 -> "x64";
            case 0x1C0, 0x1C2, 0x1C4 -> "arm";
            case 0xAA64 -> "arm64";
            case 0x200 -> "ia64";
            default -> "0x%x".formatted(machine);
        };
    }

    private static String subsystem(int subsystem) {
        return switch (subsystem) {
            case 1 -> "native";
            case 2 -> "gui";
            case 3 -> "console";
            case 9 -> "ce";
            case 10, 11, 12, 13 -> "efi";
            default -> Integer.toString(subsystem);
        };
    }

    private static String flags(PeSection section) {
        return (section.has(PeSection.READABLE) ? "r" : "-")
                + (section.has(PeSection.WRITABLE) ? "w" : "-")
                + (section.has(PeSection.EXECUTABLE) ? "x" : "-");
    }
}
