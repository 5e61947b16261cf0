package io.oemingest.emulator.http;

import io.oemingest.emulator.http.Answer.FilePart;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers: texts at once, files piece by piece as fast as the client takes them. */
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
            sendText(answer, response, head, callback);
        } else {
            ByteBufferPool.Sized pool =
                    new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, PIECE);
            Content.copy(Content.Source.from(pool, file.path(), file.offset(), file.length()), response, callback);
        }
    }

    private static void sendText(Answer answer, Response response, boolean head, Callback callback) {
        String text = answer.text();
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (text != null) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        }
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : bytes), callback);
    }
}
