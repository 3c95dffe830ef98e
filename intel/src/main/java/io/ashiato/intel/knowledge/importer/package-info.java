/// Knowledge that others publish in their own formats, made into [io.ashiato.intel.knowledge.KnowledgeFile]s:
/// STIX 2.0 and 2.1 bundles, above all ATT&CK, and clusters of the MISP galaxy.
///
/// Reads leniently, because published files have their oddities: an object that lacks what is needed is
/// counted as not taken, and costs only itself. Takes facts only, no descriptions; takes no indicators.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.knowledge.importer;
