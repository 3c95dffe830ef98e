/// Published knowledge, as facts with their source: for now the techniques of MITRE ATT&CK.
///
/// Never sees raw evidence; does no I/O but read its own resources. Depends on `model` only.
@org.jspecify.annotations.NullMarked
package io.ashiato.intel;
