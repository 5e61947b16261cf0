/** Validation reports and findings to and from their JSON. */
@NullMarked
package io.oemingest.core.internal.wire.report;

import org.jspecify.annotations.NullMarked;
