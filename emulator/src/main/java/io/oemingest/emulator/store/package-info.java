/** Records in memory, blobs in files, work on a thread: what stands behind the ports. */
@NullMarked
package io.oemingest.emulator.store;

import org.jspecify.annotations.NullMarked;
