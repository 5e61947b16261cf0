/** The engine that runs rules over the facts of a submission, and the report it makes. */
@NullMarked
package io.oemingest.core.validation;

import org.jspecify.annotations.NullMarked;
