package io.ashiato.samples.code;

import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.ProgramImage.Machine;
import io.ashiato.readers.ProgramImage.Section;
import io.ashiato.samples.x86.Decoder;
import io.ashiato.samples.x86.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The address space of a program: instructions where code is, values where data is.
///
/// Sections that overlap an earlier one, and code beyond [#MAX_CODE_BYTES], are left out.
public final class CodeSpace {
    /// Executable bytes that are looked at: the largest static programs in the corpora have 0.7 MiB, ones of
    /// managed languages with everything linked in up to 10.
    static final int MAX_CODE_BYTES = 16 << 20;

    private final boolean wide;
    private final List<Region> code;
    private final List<Section> sections;

    /// An executable section with what is known of its bytes.
    static final class Region {
        final Section section;
        final Decoder decoder;

        /// Number of the function that each byte belongs to, counted from 1; 0 while nobody's.
        final int[] owner;

        Region(Section section, boolean wide) {
            this.section = section;
            this.decoder = new Decoder(wide, section.bytes(), section.address());
            this.owner = new int[section.bytes().length];
        }

        long start() {
            return section.address();
        }

        long end() {
            return section.address() + section.bytes().length;
        }

        int owner(long address) {
            return owner[(int) (address - start())];
        }
    }

    private CodeSpace(boolean wide, List<Region> code, List<Section> sections) {
        this.wide = wide;
        this.code = List.copyOf(code);
        this.sections = List.copyOf(sections);
    }

    /// @param image of a machine that this package knows; of another there is no code in the result
    public static CodeSpace of(ProgramImage image) {
        boolean known = image.machine() != Machine.OTHER;
        boolean wide = image.machine() == Machine.X64;
        var sections = new ArrayList<Section>();
        var regions = new ArrayList<Region>();
        long room = MAX_CODE_BYTES;
        long behind = Long.MIN_VALUE;
        for (Section section : image.sections().stream()
                .filter(s -> s.bytes().length > 0 && s.address() >= 0)
                .sorted(Comparator.comparingLong(Section::address))
                .toList()) {
            long end = section.address() + section.bytes().length;
            if (section.address() < behind || end < section.address()) {
                continue;
            }
            behind = end;
            sections.add(section);
            if (known && section.executable() && section.bytes().length <= room) {
                room -= section.bytes().length;
                regions.add(new Region(section, wide));
            }
        }
        return new CodeSpace(wide, regions, sections);
    }

    /// Whether addresses have 64 bits.
    public boolean wide() {
        return wide;
    }

    /// Sections that are kept, by address, without overlaps.
    public List<Section> sections() {
        return sections;
    }

    List<Region> code() {
        return code;
    }

    Optional<Region> codeAt(long address) {
        for (Region region : code) {
            if (address >= region.start() && address < region.end()) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    boolean isCode(long address) {
        return codeAt(address).isPresent();
    }

    /// Whether all of a piece is code that belongs to no function yet.
    boolean isFree(Block piece) {
        var region = codeAt(piece.start());
        if (region.isEmpty() || piece.end() > region.get().end()) {
            return false;
        }
        for (long at = piece.start(); at < piece.end(); at++) {
            if (region.get().owner(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Gives a piece of code to a function.
    void own(Block piece, int number) {
        Region region = codeAt(piece.start()).orElseThrow();
        int from = (int) (piece.start() - region.start());
        Arrays.fill(region.owner, from, from + (int) (piece.end() - piece.start()), number);
    }

    /// The instruction at an address: not valid where no code is.
    public Instruction instruction(long address) {
        for (Region region : code) {
            if (address >= region.start() && address < region.end()) {
                return region.decoder.at(address);
            }
        }
        return Instruction.invalid(address);
    }

    /// The section with bytes at an address.
    public Optional<Section> sectionAt(long address) {
        int low = 0;
        int high = sections.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Section section = sections.get(middle);
            if (address < section.address()) {
                high = middle - 1;
            } else if (address - section.address() >= section.bytes().length) {
                low = middle + 1;
            } else {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /// Whether the file gives a byte for this address, in code or data.
    public boolean contains(long address) {
        return sectionAt(address).isPresent();
    }

    /// Little-endian value of 4 bytes, sign-extended; empty where there are none.
    Optional<Integer> int32(long address) {
        return sectionAt(address).flatMap(section -> {
            long at = address - section.address();
            return at > section.bytes().length - 4L ? Optional.empty() : Optional.of(int32(section.bytes(), (int) at));
        });
    }

    /// An address as data holds it: 8 bytes in 64-bit programs, 4 else.
    Optional<Long> pointer(long address) {
        return wide
                ? int32(address)
                        .flatMap(low -> int32(address + 4)
                                .map(high -> Integer.toUnsignedLong(low) | (Integer.toUnsignedLong(high) << 32)))
                : int32(address).map(Integer::toUnsignedLong);
    }

    static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | ((bytes[at + 1] & 0xFF) << 8)
                | ((bytes[at + 2] & 0xFF) << 16)
                | ((bytes[at + 3] & 0xFF) << 24);
    }
}
