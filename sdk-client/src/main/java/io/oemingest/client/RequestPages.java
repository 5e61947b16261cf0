package io.oemingest.client;

import io.oemingest.core.update.RequestForUpdate;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks over lists of requests; asks for a page when the one before has been walked over. For one thread. */
final class RequestPages implements Iterator<RequestForUpdate> {
    private final Function<RequestForUpdateFilter, RequestForUpdatePage> service;
    private @Nullable RequestForUpdateFilter next;
    private Iterator<RequestForUpdate> page = Collections.emptyIterator();

    RequestPages(Function<RequestForUpdateFilter, RequestForUpdatePage> service, RequestForUpdateFilter first) {
        this.service = service;
        this.next = first;
    }

    @Override
    public boolean hasNext() {
        // A page may be empty and still not be the last.
        while (!page.hasNext() && next != null) {
            turn(next);
        }
        return page.hasNext();
    }

    @Override
    public RequestForUpdate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void turn(RequestForUpdateFilter filter) {
        RequestForUpdatePage turned = service.apply(filter);
        page = turned.items().iterator();
        next = turned.nextCursor() == null ? null : filter.withCursor(turned.nextCursor());
    }
}
