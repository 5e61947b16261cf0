/** Random access to bytes, digests, safe paths and progress: what every format needs and no format owns. */
@NullMarked
package io.oemingest.core.io;

import org.jspecify.annotations.NullMarked;
