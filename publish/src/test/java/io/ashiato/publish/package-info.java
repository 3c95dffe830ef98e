@org.jspecify.annotations.NullMarked
package io.ashiato.publish;
