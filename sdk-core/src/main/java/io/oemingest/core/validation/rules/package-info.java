/** One class for each rule of the catalogue, named by what it refuses, and the list of them. */
@NullMarked
package io.oemingest.core.validation.rules;

import org.jspecify.annotations.NullMarked;
