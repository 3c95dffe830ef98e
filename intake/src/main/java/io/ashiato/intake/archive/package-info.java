/// Archive formats: bytes of an archive in, its members out.
///
/// Directories of zip and tar are read by code of this package, because an archive from a break-in
/// chooses their sizes: every name, table and count is bounded before memory is given to it, duplicate
/// and overlapping members stay visible, and what a damaged archive still holds is found. Decoders of
/// compressed data come from the JDK, commons-compress and XZ for Java.
///
/// Refuses to write: a member's name is a label and never a place on a disk. Depends on `bytes`.
@org.jspecify.annotations.NullMarked
package io.ashiato.intake.archive;
