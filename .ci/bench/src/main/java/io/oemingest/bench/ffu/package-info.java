/** Full flash update images beside openssl. */
@NullMarked
package io.oemingest.bench.ffu;

import org.jspecify.annotations.NullMarked;
