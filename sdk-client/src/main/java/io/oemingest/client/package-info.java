/** The typed client of the ingestion service: submit an archive, wait for its signing, fetch and verify the result. */
@NullMarked
package io.oemingest.client;

import org.jspecify.annotations.NullMarked;
