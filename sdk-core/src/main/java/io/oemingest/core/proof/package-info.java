/** Who signed a file of any kind, and whether that holds: verdicts as facts, for people and programs. */
@NullMarked
package io.oemingest.core.proof;

import org.jspecify.annotations.NullMarked;
