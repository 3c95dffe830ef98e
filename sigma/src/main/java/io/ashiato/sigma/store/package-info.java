/// Checked rules as bytes and back, so that the files they came from need not be read again.
///
/// The bytes are our own and good for the very program that made them: whoever keeps them sees to it that
/// another version gets none (`RuleCodec` says how they are laid out). They are refused where they are cut or
/// damaged. Reading them is made to be fast in a JVM that has just started: no lambdas, no reflection, nothing
/// compiled. Depends on the other packages of rules but `correlation`, and on `bytes`; does no I/O.
@org.jspecify.annotations.NullMarked
package io.ashiato.sigma.store;
