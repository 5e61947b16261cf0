/** Everything that a package says of itself and its signers, gathered for people and programs; nothing is judged. */
@NullMarked
package io.oemingest.core.inspect;

import org.jspecify.annotations.NullMarked;
