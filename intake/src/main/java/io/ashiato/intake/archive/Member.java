package io.ashiato.intake.archive;

import java.util.OptionalLong;

/// One member of an archive, as its archive describes it.
///
/// @param name decoded, otherwise untouched: it may be empty, absolute, or climb with `..`
/// @param size in bytes as the archive states it, where it does; what really comes out may differ
/// @param crc32 as the archive states it, where it does
public record Member(String name, MemberContent content, OptionalLong size, OptionalLong crc32) {
    static Member without(String name, MemberContent content) {
        return new Member(name, content, OptionalLong.empty(), OptionalLong.empty());
    }
}
