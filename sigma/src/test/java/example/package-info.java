/// Programs of others that use this module, as docs/library.md shows them.
@org.jspecify.annotations.NullMarked
package example;
