/** Requests for update: what is asked, where a request stands, who may ask for what, what an update brings, and plans. */
@NullMarked
package io.oemingest.core.update;

import org.jspecify.annotations.NullMarked;
