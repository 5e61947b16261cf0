/** Validation reports for programs and people: one small writer a format, the comparison of two runs, and explanations. */
@NullMarked
package io.oemingest.core.validation.report;

import org.jspecify.annotations.NullMarked;
