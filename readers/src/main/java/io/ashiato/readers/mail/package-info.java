/// Reads mails: `.eml` files and mailboxes (RFC 5322, RFC 2045 to 2049, RFC 2231), Outlook's `.msg` files
/// ([MS-OXMSG]) and `winmail.dat` (TNEF).
///
/// Each reader gives the same facts: who sent what, by which stations, with which links and attachments. Text is
/// decoded as Japanese mail programs meant it, which is often not what its labels say. Addresses are never looked up
/// and links never followed; attachments are handed on as children and not read here.
///
/// Depends on `model`, `bytes` and the contracts of `io.ashiato.readers`; MIME structure by mime4j, OLE2 and TNEF by
/// POI. Their failures on damaged input end here and become [io.ashiato.bytes.Damage].
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.mail;
