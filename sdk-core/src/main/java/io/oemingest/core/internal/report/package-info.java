/** Validation reports and findings to and from their JSON. */
@NullMarked
package io.oemingest.core.internal.report;

import org.jspecify.annotations.NullMarked;
