package io.oemingest.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Answers one scripted text a connection and then hangs up, to show what no well-behaved server sends. The script
 * {@code "!"} hangs up in the middle of the request.
 */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread thread;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    RawServer(String... answers) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(() -> serve(List.of(answers)));
        thread.setDaemon(true);
        thread.start();
    }

    /** An answer that closes its connection; the declared length need not be true. */
    static String answer(String status, String headers, int declaredLength, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + declaredLength
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The heads of the requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve(List<String> answers) {
        for (String answer : answers) {
            try (Socket connection = socket.accept()) {
                String head = head(connection.getInputStream());
                requests.add(head);
                if (answer.equals("!")) {
                    connection.setSoLinger(true, 0);
                } else {
                    connection.getInputStream().skipNBytes(length(head));
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("The request ends in its head");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    private static long length(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToLong(line -> Long.parseLong(line.substring(16)))
                .findFirst()
                .orElse(0);
    }
}
