/// Detection advice: Sigma rules made from a case's own observations, checked by our own compiler and tried on the
/// case's own events before they are given out. Takes findings, indicators and chains; judges nothing.
@org.jspecify.annotations.NullMarked
package io.ashiato.casefile.advice;
