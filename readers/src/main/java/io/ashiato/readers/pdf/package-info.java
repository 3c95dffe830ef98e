/// PDF documents (ISO 32000): what they state of their making, where they lead, what they would run, what lies
/// inside. Pages are neither laid out nor their text read; scripts are taken as text, and nothing is fetched. Parsed
/// by Apache PDFBox in memory; the bytes are also looked at directly, because a damaged or doctored file shows
/// there what its tables hide.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.pdf;
