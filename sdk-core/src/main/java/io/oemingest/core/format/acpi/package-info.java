/** ACPI tables, as they lie in the PLAT partition. */
@NullMarked
package io.oemingest.core.format.acpi;

import org.jspecify.annotations.NullMarked;
