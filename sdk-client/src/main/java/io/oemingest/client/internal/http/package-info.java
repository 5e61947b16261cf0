/** The only place that speaks to OkHttp: one exchange at a time, without judging the answer. */
@NullMarked
package io.oemingest.client.internal.http;

import org.jspecify.annotations.NullMarked;
