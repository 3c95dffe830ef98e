/// Windows XML event logs (EVTX), from bytes to records, to JSON, to XML and to events.
///
/// [EvtxFile] finds the chunks of a log and reads each by itself, so that chunks can be shared out.
/// A chunk gives its records and what is damaged in it; a damaged record costs only itself. Binary
/// XML becomes a small immutable tree ([XmlElement]), and the tree becomes a JSON line
/// ([EvtxJson]), XML ([EvtxXml]) or an event of the model ([EvtxEvents]).
///
/// That is the plain way: it follows the format document and decodes every record whole. It
/// refuses to guess: it gives what a log lists, and it does not render messages.
///
/// The fast way makes no trees. [Layouts] knows the templates met before, for all threads, and
/// [LayoutCache] those of the chunk at hand; each is compiled once, in the form that a lane asks for:
/// steps that write JSON ([JsonCompiler], [JsonCode]) or a list of where its fields are
/// ([FieldCompiler], [FieldCode]). A record is then its values ([SlotTable]) put through those:
/// [JsonLane] writes lines, [RecordLane] makes events, [SlotLane] gives single fields in place. The
/// fast way takes only what is sound and of a usual form; every other record is read the plain way,
/// so that both say the same of every log, and only the plain way has to know what can be wrong.
///
/// [RecordRecovery] finds what no listing gives: records in slack space, inside other records, in
/// cleared chunks, and in files that are no logs. Each [RecoveredRecord] says where it lay, how sure it
/// is and why not surer. It refuses to use a template or a name that does not prove itself.
///
/// Format: libyal, *Windows XML Event Log (EVTX) format*; MS-EVEN6 2.2.12 to 2.2.17 and 3.1.4.7 for
/// binary XML. All limits are in [Limits].
///
/// Depends on `bytes` and, for events, on `model`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.evtx;
