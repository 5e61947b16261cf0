/** The command line {@code ingest}: each verb is a thin layer over the SDK's public API. */
@NullMarked
package io.oemingest.samples.ingest;

import org.jspecify.annotations.NullMarked;
