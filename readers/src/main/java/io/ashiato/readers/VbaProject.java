package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.bytes.Utf16;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The macros of a document (MS-OVBA): a storage `VBA` with one stream for each module and a stream `dir` that
/// names them. Shared by the formats that hold one: compound files themselves and `vbaProject.bin` in packages.
/// Source text only: nothing is run, and compiled code is not looked at.
///
/// @param name as its author called it, empty where `dir` does not say
/// @param codePage of names and source
/// @param references libraries that it uses, as their type library ids
public record VbaProject(String name, int codePage, List<String> references, List<VbaModule> modules) {
    /// Office itself allows a few hundred.
    private static final int MAX_MODULES = 1_000;

    private static final int MAX_REFERENCES = 256;

    /// Streams of the storage that are no modules (MS-OVBA 2.2.5 and 2.2.6).
    private static final Set<String> NO_MODULES = Set.of("dir", "_vba_project");

    private static final String CACHE_PREFIX = "__srp_";

    public VbaProject {
        references = List.copyOf(references);
        modules = List.copyOf(modules);
    }

    /// All macro projects of a compound file, wherever they lie.
    ///
    /// @param reading gets the damage
    public static List<VbaProject> in(CompoundFile file, ReadingBuilder reading) {
        var projects = new ArrayList<VbaProject>();
        for (CompoundFile.Stream stream : file.streams()) {
            if (stream.name().equalsIgnoreCase("dir")
                    && (stream.parent() + "/").toLowerCase(Locale.ROOT).endsWith("vba/")) {
                projects.add(read(file, stream, reading));
            }
        }
        return projects;
    }

    /// Adds what all projects of a document tell: facts, and the source of each module as a child.
    public static void tell(List<VbaProject> projects, ReadingBuilder reading) {
        var modules = projects.stream().flatMap(p -> p.modules().stream()).toList();
        reading.facts().flag("macros", !modules.isEmpty());
        if (projects.isEmpty()) {
            return;
        }
        reading.facts()
                .texts("macro_projects", projects.stream().map(VbaProject::name).toList())
                .number("macro_codepage", projects.getFirst().codePage())
                .texts("macro_modules", modules.stream().map(VbaModule::name).toList())
                .texts(
                        "macro_auto_start",
                        modules.stream().flatMap(m -> m.autoStart().stream()).toList())
                .texts(
                        "macro_references",
                        projects.stream().flatMap(p -> p.references().stream()).toList());
        for (VbaModule module : modules) {
            byte[] source = Utf16.wellFormed(module.source()).getBytes(UTF_8);
            reading.child(module.name(), ArtefactReading.Role.MACRO, source);
        }
    }

    private static VbaProject read(CompoundFile file, CompoundFile.Stream dir, ReadingBuilder reading) {
        String storage = dir.parent();
        byte[] packed = file.bytes(dir).orElse(new byte[0]);
        byte[] records = VbaCompression.decompress(packed, 0, "dir", reading);
        var directory = Directory.read(records, reading);
        Charset charset = CodePages.charset(directory.codePage);
        Map<String, String> extensions = extensions(file, storage, charset);
        var modules = new ArrayList<VbaModule>();
        var told = new HashSet<String>();
        for (Module module : directory.modules) {
            Optional<byte[]> stream = file.bytes(storage + "/" + module.streamName);
            told.add(module.streamName.toLowerCase(Locale.ROOT));
            if (stream.isEmpty()) {
                reading.unreadable("module " + module.name);
                continue;
            }
            byte[] source = VbaCompression.decompress(stream.get(), (int) module.offset, module.name, reading);
            String extension =
                    extensions.getOrDefault(module.name.toLowerCase(Locale.ROOT), module.procedural ? ".bas" : ".cls");
            modules.add(new VbaModule(module.name + extension, new String(source, charset)));
        }
        modules.addAll(untold(file, storage, told, charset, extensions, reading));
        return new VbaProject(directory.name, directory.codePage, directory.references, modules);
    }

    /// Modules that `dir` does not name, because it is damaged or to hide them.
    private static List<VbaModule> untold(
            CompoundFile file,
            String storage,
            Set<String> told,
            Charset charset,
            Map<String, String> extensions,
            ReadingBuilder reading) {
        var modules = new ArrayList<VbaModule>();
        for (CompoundFile.Stream stream : file.streams()) {
            String name = stream.name().toLowerCase(Locale.ROOT);
            if (!stream.parent().equals(storage)
                    || told.contains(name)
                    || NO_MODULES.contains(name)
                    || name.startsWith(CACHE_PREFIX)
                    || modules.size() >= MAX_MODULES) {
                continue;
            }
            byte[] bytes = file.bytes(stream).orElse(new byte[0]);
            int at = sourceStart(bytes);
            if (at >= 0) {
                byte[] source = VbaCompression.decompress(bytes, at, stream.name(), reading);
                modules.add(new VbaModule(
                        stream.name() + extensions.getOrDefault(name, ".bas"), new String(source, charset)));
            }
        }
        return modules;
    }

    /// Each source begins with `Attribute`: as first chunk eight literals after a flag byte 0.
    private static int sourceStart(byte[] bytes) {
        byte[] begin = {0, 'A', 't', 't', 'r', 'i', 'b', 'u', 't'};
        for (int at = 3; at + begin.length <= bytes.length; at++) {
            if (bytes[at - 3] == 1 && Arrays.equals(bytes, at, at + begin.length, begin, 0, begin.length)) {
                return at - 3;
            }
        }
        return -1;
    }

    /// Extensions by lower-case module name, from the text stream `PROJECT` beside the storage (2.3.1).
    private static Map<String, String> extensions(CompoundFile file, String storage, Charset charset) {
        int slash = storage.lastIndexOf('/');
        String path = slash < 0 ? "PROJECT" : storage.substring(0, slash) + "/PROJECT";
        var extensions = new HashMap<String, String>();
        String text = new String(file.bytes(path).orElse(new byte[0]), charset);
        for (String line : text.split("\\R")) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = line.substring(equals + 1).toLowerCase(Locale.ROOT);
            switch (line.substring(0, equals).toLowerCase(Locale.ROOT)) {
                case "module" -> extensions.put(name, ".bas");
                case "class" -> extensions.put(name, ".cls");
                case "baseclass" -> extensions.put(name, ".frm");
                case "document" -> extensions.put(name.split("/", 2)[0], ".cls");
                default -> {} // properties of the project
            }
        }
        return extensions;
    }

    private static final class Module {
        private String name = "";
        private String streamName = "";
        private long offset;
        private boolean procedural = true;
    }

    /// The records of `dir` (2.3.4.2): id, size, data, of which most are passed over.
    private static final class Directory {
        private static final int CODE_PAGE = 0x03;
        private static final int PROJECT_NAME = 0x04;
        private static final int VERSION = 0x09;
        private static final int REGISTERED = 0x0D;
        private static final int MODULE_NAME = 0x19;
        private static final int STREAM_NAME = 0x1A;
        private static final int PROCEDURAL = 0x21;
        private static final int NON_PROCEDURAL = 0x22;
        private static final int OFFSET = 0x31;
        private static final int STREAM_NAME_UNICODE = 0x32;
        private static final int MODULE_NAME_UNICODE = 0x47;

        private int codePage = CodePages.WINDOWS_1252;
        private String name = "";
        private final List<String> references = new ArrayList<>();
        private final List<Module> modules = new ArrayList<>();

        private static Directory read(byte[] records, ReadingBuilder reading) {
            var directory = new Directory();
            var cursor = Cursor.over(records, 0);
            try {
                while (cursor.remaining() >= 6) {
                    int id = cursor.u16("dir record id");
                    long size = cursor.u32("dir record size");
                    // The size of the version says 4 and means 6 (2.3.4.2.1.11).
                    directory.take(id, cursor.window("dir record", id == VERSION ? 6 : size));
                }
            } catch (MalformedException e) {
                reading.damage(e);
            }
            return directory;
        }

        private void take(int id, Cursor data) {
            Charset charset = CodePages.charset(codePage);
            int size = data.remaining();
            switch (id) {
                case CODE_PAGE -> codePage = data.u16("code page");
                case PROJECT_NAME -> name = new String(data.bytes("project name", size), charset);
                case REGISTERED -> reference(data, charset);
                case MODULE_NAME -> begin(new String(data.bytes("module name", size), charset));
                case MODULE_NAME_UNICODE -> last().ifPresent(m -> m.name = data.utf16("module name", size / 2));
                case STREAM_NAME ->
                    last().ifPresent(m -> m.streamName = new String(data.bytes("stream name", size), charset));
                case STREAM_NAME_UNICODE -> last().ifPresent(m -> m.streamName = data.utf16("stream name", size / 2));
                case OFFSET -> last().ifPresent(m -> m.offset = data.u32("text offset") & 0x7FFF_FFFF);
                case PROCEDURAL -> last().ifPresent(m -> m.procedural = true);
                case NON_PROCEDURAL -> last().ifPresent(m -> m.procedural = false);
                default -> {} // help files, versions, cookies: nothing that tells
            }
        }

        private void reference(Cursor data, Charset charset) {
            if (references.size() < MAX_REFERENCES) {
                long length = data.u32("library id size");
                references.add(new String(data.bytes("library id", length), charset));
            }
        }

        private void begin(String moduleName) {
            if (modules.size() >= MAX_MODULES) {
                throw new MalformedException(new Damage.OverLimit("modules", 0, MAX_MODULES));
            }
            var module = new Module();
            module.name = moduleName;
            module.streamName = moduleName;
            modules.add(module);
        }

        private Optional<Module> last() {
            return modules.isEmpty() ? Optional.empty() : Optional.of(modules.getLast());
        }
    }
}
