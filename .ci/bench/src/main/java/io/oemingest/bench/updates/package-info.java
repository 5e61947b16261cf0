/** Requests for update over HTTP, beside the emptiest exchange with the same service. */
@NullMarked
package io.oemingest.bench.updates;

import org.jspecify.annotations.NullMarked;
