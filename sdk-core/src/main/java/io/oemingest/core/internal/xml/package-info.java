/** Hardened reading and plain writing of XML documents. */
@NullMarked
package io.oemingest.core.internal.xml;

import org.jspecify.annotations.NullMarked;
