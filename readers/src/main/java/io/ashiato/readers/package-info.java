/// Readers of evidence, one package a format: bytes in, records out. Formats do not know each other; what
/// all of them return stands here. No reader opens a file, runs what it reads, or follows an address in it.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers;
