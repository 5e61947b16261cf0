package io.oemingest.emulator.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The body as a blocking stream that takes no more off the network than is read, and remembers if it broke off. */
final class RequestBody {
    private final Request request;
    private boolean brokenOff;

    RequestBody(Request request) {
        this.request = request;
    }

    /** Whether reading failed, which is the client's or the network's doing and not the service's. */
    boolean brokeOff() {
        return brokenOff;
    }

    InputStream stream() {
        return new Watched(Content.Source.asInputStream(request));
    }

    private final class Watched extends FilterInputStream {
        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int start, int length) throws IOException {
            try {
                return in.read(target, start, length);
            } catch (IOException e) {
                brokenOff = true;
                throw e;
            }
        }
    }
}
