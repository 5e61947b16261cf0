package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdatePolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransportTest {
    @RegisterExtension
    private final WireMockExtension server = Wire.server();

    private final FakePorts ports = new FakePorts();

    @Test
    void everyRequestSaysWhoAsks() {
        server.stubFor(get("/v1/account").willReturn(Wire.json("{\"oemId\":\"CONTOSO\"}")));
        try (IngestionClient client = Wire.client(server, ports).build()) {
            client.account();
        }
        server.verify(getRequestedFor(urlEqualTo("/v1/account"))
                .withHeader("Authorization", equalTo("Bearer token-of-contoso"))
                .withHeader("Ingestion-Client-Version", equalTo(ClientVersion.TEXT))
                .withHeader("User-Agent", equalTo("oemingest-client/" + ClientVersion.TEXT))
                .withHeader("Accept", equalTo("application/json, application/problem+json")));
    }

    @Test
    void readsTheAccount() {
        server.stubFor(get("/v1/account").willReturn(Wire.json("""
                {"oemId":"CONTOSO","clientId":"c0","permissions":["PartialImage","Teleport"],
                 "ekuCombinations":[["1.3.6.1.4.1.311.10.3.6"]],
                 "certificates":[{"thumbprint":"ab","expires":"2027-01-01T00:00:00Z"}],"newer":[]}
                """)));
        try (IngestionClient client = Wire.client(server, ports).build()) {
            assertThat(client.account())
                    .isEqualTo(new AccountInfo(
                            "CONTOSO",
                            "c0",
                            List.of("PartialImage", "Teleport"),
                            Set.of(EkuCombination.of("1.3.6.1.4.1.311.10.3.6")),
                            List.of(new AccountInfo.ClientCertificate("ab", Instant.parse("2027-01-01T00:00:00Z")))));
        }
    }

    @Test
    void readsTheKindsOfSignatureInTheServicesOwnWords() {
        server.stubFor(get("/v1/signing-profiles").willReturn(Wire.json("""
                {"items":[{"id":"OEM","ekus":"1.3.6.1.4.1.311.76.5.40","branch":"Packages",
                           "submissionTypes":["Image","Dream"]},
                          {"id":"Later","ekus":"1.2.4+1.2.3","branch":"Drivers","permission":"Teleport",
                           "submissionTypes":[],"newer":1}]}
                """)));
        try (IngestionClient client = Wire.client(server, ports).build()) {
            assertThat(client.signingProfiles())
                    .containsExactly(
                            new SigningProfile(
                                    "OEM",
                                    EkuCombination.of("1.3.6.1.4.1.311.76.5.40"),
                                    "Packages",
                                    null,
                                    List.of("Image", "Dream")),
                            new SigningProfile(
                                    "Later", EkuCombination.of("1.2.3", "1.2.4"), "Drivers", "Teleport", List.of()));
        }
    }

    @Test
    void refusesAProfileWithoutUsages() {
        server.stubFor(get("/v1/signing-profiles").willReturn(Wire.json("""
                {"items":[{"id":"OEM","branch":"Packages","submissionTypes":[]}]}
                """)));
        try (IngestionClient client = Wire.client(server, ports).build()) {
            assertThatThrownBy(client::signingProfiles)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("$.items[0].ekus is missing");
        }
    }

    @Test
    void readsTheServicesOwnDescription() {
        server.stubFor(get("/v1/service").willReturn(Wire.json("""
                {"name":"Emulator","environment":"TEST","serviceVersion":"0.1.0","minimumClientVersion":"0.1.0",
                 "products":["WindowsPhoneBlue"],"pollingFloorSeconds":1800,"updates":{"chain":"Warn","strict":true},
                 "limits":{"maxArchiveSize":4294967296,"maxPackages":2000,"chunkSize":4194304}}
                """)));
        try (IngestionClient client = Wire.client(server, ports).build()) {
            assertThat(client.serviceInfo())
                    .isEqualTo(new ServiceInfo(
                            "Emulator",
                            "TEST",
                            "0.1.0",
                            "0.1.0",
                            List.of("WindowsPhoneBlue"),
                            4_294_967_296L,
                            2000,
                            4_194_304,
                            Duration.ofMinutes(30),
                            new UpdatePolicy(UpdatePolicy.ChainPolicy.WARN, true)));
        }
    }

    @Test
    void withoutAListenerNothingWasSent() throws IOException {
        int port = unusedPort();
        try (IngestionClient client = IngestionClient.builder()
                .service(URI.create("http://127.0.0.1:" + port))
                .ports(ports.ports())
                .retry(RetryPolicy.none())
                .build()) {
            TransportException failure = catchThrowableOfType(TransportException.class, client::account);

            assertThat(failure)
                    .hasMessage("No connection for GET http://127.0.0.1:" + port + "/v1/account; nothing was sent."
                            + " Does the service run there, and does the network's gateway let the request through?"
                            + " (rule UPL-04)")
                    .hasCauseInstanceOf(ConnectException.class);
            assertThat(failure.mayHaveBeenActedOn()).isFalse();
        }
    }

    @Test
    void aLateAnswerLeavesOpenWhetherTheServiceActed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                IngestionClient client = toSocket(silent)
                        .responseTimeout(Duration.ofMillis(50))
                        .retry(RetryPolicy.none())
                        .build()) {
            TransportException failure = catchThrowableOfType(TransportException.class, client::account);

            assertThat(failure)
                    .hasMessage("No answer to GET http://127.0.0.1:" + silent.getLocalPort()
                            + "/v1/account; the service may have acted on the request")
                    .hasCauseInstanceOf(SocketTimeoutException.class);
            assertThat(failure.mayHaveBeenActedOn()).isTrue();
        }
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() throws IOException {
        String type = "Content-Type: application/json\r\n";
        try (RawServer broken = new RawServer(
                        "!",
                        "HTTP/1.1 200 O",
                        RawServer.answer("200 OK", type, 900, "{\"oemId\":"),
                        RawServer.answer("200 OK", type, 19, "{\"oemId\":\"CONTOSO\"}"));
                IngestionClient client = IngestionClient.builder()
                        .service(broken.address())
                        .ports(ports.ports())
                        .build()) {
            assertThat(client.account().oemId()).isEqualTo("CONTOSO");
            assertThat(broken.requests()).hasSize(4);
        }
        assertThat(ports.sleeps).hasSize(3);
    }

    @Test
    void anAnswerThatAlwaysBreaksOffMayHaveBeenActedOn() throws IOException {
        String cut = RawServer.answer("200 OK", "Content-Type: application/json\r\n", 900, "{\"oemId\":");
        try (RawServer broken = new RawServer(cut);
                IngestionClient client = IngestionClient.builder()
                        .service(broken.address())
                        .retry(RetryPolicy.none())
                        .build()) {
            TransportException failure = catchThrowableOfType(TransportException.class, client::account);

            assertThat(failure).hasMessage("The answer to GET " + broken.address() + "/v1/account broke off");
            assertThat(failure.mayHaveBeenActedOn()).isTrue();
        }
    }

    @Test
    void anInterruptEndsACallThatWaitsForTheService() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                IngestionClient client =
                        toSocket(silent).responseTimeout(Duration.ofMinutes(5)).build()) {
            Thread caller = new Thread(() -> {
                thrown.set(catchThrowable(
                        () -> client.submissions().await(new SubmissionTicket(Wire.TICKET), Duration.ofHours(1))));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            try (Socket asked = silent.accept()) {
                assertThat(asked.getInputStream().read()).isEqualTo('G');
                caller.interrupt();
                caller.join(10_000);
            }
            assertThat(thrown.get())
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessage("Interrupted while waiting for the answer to GET http://127.0.0.1:"
                            + silent.getLocalPort() + "/v1/submissions/" + Wire.TICKET);
            assertThat(flag).isTrue();
        }
    }

    @Test
    void aClosedClientSaysSo() {
        IngestionClient client = Wire.client(server, ports).build();
        client.close();
        client.close();
        assertThatThrownBy(client::account)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The client is closed");
    }

    @Test
    void theApplicationsOwnHttpClientIsUsedAndStaysOpen() {
        server.stubFor(get("/v1/account").willReturn(Wire.json("{\"oemId\":\"CONTOSO\"}")));
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Site", "plant-7").build()))
                .build();
        try (IngestionClient first = Wire.client(server, ports).httpClient(own).build()) {
            first.account();
        }
        try (IngestionClient second = Wire.client(server, ports).httpClient(own).build()) {
            second.account();
        }
        server.verify(2, getRequestedFor(urlEqualTo("/v1/account")).withHeader("X-Site", equalTo("plant-7")));
        assertThat(own.connectionPool().connectionCount()).isPositive();
        own.connectionPool().evictAll();
    }

    @Test
    void aDerivedClientKeepsTheSettingsThatWereNotChanged() {
        server.stubFor(get("/v1/account").willReturn(Wire.json("{\"oemId\":\"CONTOSO\"}")));
        try (IngestionClient client = Wire.client(server, ports).build();
                IngestionClient other =
                        client.newBuilder().token("token-of-fabrikam").build()) {
            client.account();
            other.account();
        }
        server.verify(
                1,
                getRequestedFor(urlEqualTo("/v1/account"))
                        .withHeader("Authorization", equalTo("Bearer token-of-contoso")));
        server.verify(
                1,
                getRequestedFor(urlEqualTo("/v1/account"))
                        .withHeader("Authorization", equalTo("Bearer token-of-fabrikam")));
    }

    private IngestionClient.Builder toSocket(ServerSocket socket) {
        return IngestionClient.builder()
                .service(URI.create("http://127.0.0.1:" + socket.getLocalPort()))
                .ports(ports.ports());
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
