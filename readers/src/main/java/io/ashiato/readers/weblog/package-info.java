/// Logs of web servers, proxies and the firewall of Windows: the common and combined form, and the extended
/// form of the W3C with its line `#Fields:`.
///
/// Fields get the names that Sigma's taxonomy has for such logs (`cs-method`, `cs-uri-query`, `sc-status`).
/// Addresses stay as they were sent: what is percent-encoded is not decoded, since rules look for both.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.weblog;
