/** The values of the field, under the names that the cmdlets and the package manifests use. */
@NullMarked
package io.oemingest.core.model;

import org.jspecify.annotations.NullMarked;
