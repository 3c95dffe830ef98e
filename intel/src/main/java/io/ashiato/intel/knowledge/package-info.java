/// Published knowledge: who is known under which names, with what software and techniques, in which reports;
/// each fact with the source that states it.
///
/// [Knowledge] is what others ask; [KnowledgeFile] is the one format in which it is kept, for the knowledge
/// that is built in as for files of a user. Names are never merged: that two names mean one actor is
/// somebody's claim, and is kept as that. Does no I/O but read its own resources, judges nothing, and depends
/// on `model` only.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel.knowledge;
