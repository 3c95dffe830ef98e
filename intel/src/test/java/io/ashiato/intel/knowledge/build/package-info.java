/// Makes the built-in knowledge out of what others publish and our own research. Run by developers
/// (`bin/import-knowledge`), never by the program.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.knowledge.build;
