package io.oemingest.emulator.http;

import io.oemingest.emulator.http.Answer.FilePart;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers: small ones at once, files piece by piece as fast as the client takes them. */
final class AnswerWriter {
    private static final int PIECE = 128 << 10;

    private AnswerWriter() {}

    static void send(Answer answer, Request request, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        boolean head = request.getMethod().equals("HEAD");
        FilePart file = answer.file();
        if (file != null) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.length());
        }
        if (file == null || head || file.length() == 0) {
            sendBytes(answer, response, head, callback);
        } else {
            ByteBufferPool.Sized pool =
                    new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, PIECE);
            Content.copy(Content.Source.from(pool, file.path(), file.offset(), file.length()), response, callback);
        }
    }

    private static void sendBytes(Answer answer, Response response, boolean head, Callback callback) {
        ByteBuffer body = answer.body();
        ByteBuffer none = ByteBuffer.allocate(0);
        if (body != null) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        }
        response.write(true, head || body == null ? none : body.duplicate(), callback);
    }
}
