/** From an OEM's files to a submission archive: arguments, facts, rules, archive, in this order. */
@NullMarked
package io.oemingest.core.prepare;

import org.jspecify.annotations.NullMarked;
