/** The ingestion API over HTTP: routes, conventions and the mapping of refusals; the only place that knows Jetty. */
@NullMarked
package io.oemingest.emulator.http;

import org.jspecify.annotations.NullMarked;
