package io.ashiato.readers;

import java.util.List;

/// An executable as code and data at addresses, whatever its format: what code comparison needs of PE and ELF.
///
/// @param machine of the code
/// @param base the address that the format prefers for its first byte; 0 where it names none
/// @param entry virtual address of the first instruction, 0 where there is none
/// @param sections by address; at most what the readers' limits allow
/// @param functions addresses at which the file itself says that a function begins: exports, symbols, unwind
///     tables; sorted, without repeats
/// @param imports what it takes from libraries, as `library!function` in lower case, or `!function` where the format
///     does not say from where; the address is that of the slot or stub through which it is called, 0 if unknown
public record ProgramImage(
        Machine machine,
        long base,
        long entry,
        List<Section> sections,
        List<Function> functions,
        List<Import> imports) {
    public ProgramImage {
        sections = List.copyOf(sections);
        functions = List.copyOf(functions);
        imports = List.copyOf(imports);
    }

    /// What processor the code is for.
    public enum Machine {
        X86,
        X64,
        OTHER
    }

    /// @param address virtual address of its first byte
    /// @param bytes never written to; what the file holds of it; the rest up to `size` is zero
    /// @param size in memory, bytes
    @SuppressWarnings("ArrayRecordComponent") // code is walked byte by byte; sections are never compared
    public record Section(String name, long address, byte[] bytes, long size, boolean executable, boolean writable) {}

    /// @param size in bytes, 0 if the file does not say
    /// @param name empty where the file gives none
    public record Function(long address, long size, String name) {}

    public record Import(String name, long address) {}
}
