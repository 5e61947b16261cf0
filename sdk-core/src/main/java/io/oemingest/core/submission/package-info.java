/** What is asked for, what was read, and the two archives that carry it to the service and back. */
@NullMarked
package io.oemingest.core.submission;

import org.jspecify.annotations.NullMarked;
