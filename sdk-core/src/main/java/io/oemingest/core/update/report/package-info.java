/** Requests for update as text and JSON. */
@NullMarked
package io.oemingest.core.update.report;

import org.jspecify.annotations.NullMarked;
