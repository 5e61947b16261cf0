package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SignedManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrieveTest {
    private static final SubmissionTicket TICKET = new SubmissionTicket(Wire.TICKET);
    private static final String ADDRESS = "/v1/submissions/" + Wire.TICKET + "/signed-archive";
    private static final byte[] CONTENT = "the signed archive".getBytes(StandardCharsets.US_ASCII);
    private static final Digest DIGEST = Digest.sha256(CONTENT);
    private static final SignedManifest MANIFEST =
            new SignedManifest(TICKET, "TEST", "1", Instant.parse("2026-11-22T06:00:00Z"), List.of());

    @RegisterExtension
    private final WireMockExtension server = Wire.server();

    @TempDir
    private Path folder;

    private final FakePorts ports = new FakePorts();
    private final List<Progress> heard = new ArrayList<>();
    private final List<String> judged = new ArrayList<>();
    private IngestionClient client;

    @BeforeEach
    void open() {
        client = Wire.client(server, ports)
                .chunkSize(10)
                .progress(heard::add)
                .proof((archive, ticket) -> {
                    judged.add(archive.getFileName() + "=" + Files.readString(archive));
                    return MANIFEST;
                })
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void judgesTheArchiveBeforeItGetsItsName() throws Exception {
        server.stubFor(get(ADDRESS).willReturn(whole()));

        RetrievedArchive archive = client.submissions().retrieve(TICKET, folder.resolve("signed"));

        Path file = folder.resolve("signed/CONTOSO." + Wire.TICKET + ".zip");
        assertThat(archive).isEqualTo(new RetrievedArchive(TICKET, file, MANIFEST));
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(judged).containsExactly(Wire.TICKET + ".partial=the signed archive");
        assertThat(names(folder.resolve("signed"))).containsExactly("CONTOSO." + Wire.TICKET + ".zip");
        assertThat(heard).last().isEqualTo(new Progress("download", Wire.TICKET, 18, 18));
        server.verify(getRequestedFor(urlEqualTo(ADDRESS))
                .withoutHeader("Range")
                .withHeader("Accept-Encoding", equalTo("identity"))
                .withHeader("Accept", equalTo("application/zip, application/problem+json")));
    }

    @Test
    void asksOnlyForTheRestAfterTheConnectionBroke() throws Exception {
        try (RawServer broken = new RawServer(
                        RawServer.answer("200 OK", headers("\"v1\""), 18, "the sig"),
                        "!",
                        RawServer.answer(
                                "206 Partial Content",
                                headers("\"v1\"") + "Content-Range: bytes 7-17/18\r\n",
                                11,
                                "ned archive"));
                IngestionClient other =
                        client.newBuilder().service(broken.address()).build()) {
            RetrievedArchive archive = other.submissions().retrieve(TICKET, folder);

            assertThat(archive.file()).hasBinaryContent(CONTENT);
            assertThat(broken.requests().get(0)).doesNotContain("Range");
            assertThat(broken.requests().get(1)).contains("Range: bytes=7-\r\n", "If-Range: \"v1\"\r\n");
            assertThat(broken.requests().get(2)).contains("Range: bytes=7-\r\n", "If-Range: \"v1\"\r\n");
        }
        assertThat(ports.sleeps).hasSize(2);
    }

    @Test
    void anotherClientGoesOnWhereOneWasStopped() throws Exception {
        try (RawServer broken = new RawServer(RawServer.answer("200 OK", headers("\"v1\""), 18, "the sig"));
                IngestionClient first = client.newBuilder()
                        .service(broken.address())
                        .retry(RetryPolicy.none())
                        .build()) {
            assertThatThrownBy(() -> first.submissions().retrieve(TICKET, folder))
                    .isInstanceOf(TransportException.class)
                    .hasMessage("The answer to GET " + broken.address() + ADDRESS + " broke off");
        }
        assertThat(names(folder)).containsExactly(Wire.TICKET + ".partial", Wire.TICKET + ".partial.txt");
        server.stubFor(get(ADDRESS).willReturn(part("ned archive", "bytes 7-17/18")));

        assertThat(client.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
        server.verify(getRequestedFor(urlEqualTo(ADDRESS))
                .withHeader("Range", equalTo("bytes=7-"))
                .withHeader("If-Range", equalTo("\"v1\"")));
    }

    @Test
    void takesTheWholeWhenTheArchiveIsNotTheSameAnyMore() throws Exception {
        leavePartial("an older", "\"v0\"", Digest.sha256(new byte[1]), 30);
        server.stubFor(get(ADDRESS).willReturn(whole()));

        assertThat(client.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
        server.verify(1, getRequestedFor(urlEqualTo(ADDRESS)).withHeader("If-Range", equalTo("\"v0\"")));
    }

    @Test
    void beginsAnewWhenTheRangeLiesOutside() throws Exception {
        leavePartial("the signed", "\"v1\"", DIGEST, 18);
        server.stubFor(get(ADDRESS)
                .withHeader("Range", equalTo("bytes=10-"))
                .willReturn(aResponse().withStatus(416).withHeader("Content-Range", "bytes */5")));
        server.stubFor(get(ADDRESS).withHeader("Range", absent()).willReturn(whole()));

        assertThat(client.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
    }

    @Test
    void asksForNothingWhenTheDownloadWasCompleteAlready() throws Exception {
        leavePartial("the signed archive", "\"v1\"", DIGEST, 18);

        assertThat(client.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void fetchesTheWholeAgainWhenWhatLayThereWasDamaged() throws Exception {
        leavePartial("THE SIG", "\"v1\"", DIGEST, 18);
        server.stubFor(
                get(ADDRESS).withHeader("Range", equalTo("bytes=7-")).willReturn(part("ned archive", "bytes 7-17/18")));
        server.stubFor(get(ADDRESS).withHeader("Range", absent()).willReturn(whole()));

        assertThat(client.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
        server.verify(2, getRequestedFor(urlEqualTo(ADDRESS)));
    }

    @Test
    void ignoresANoteThatWasCutShort() throws Exception {
        leavePartial("the sig", "\"v1\"", DIGEST, 18);
        Files.writeString(folder.resolve(Wire.TICKET + ".partial.txt"), "\"v1\"\nabc");
        server.stubFor(get(ADDRESS).willReturn(whole()));

        assertThat(client.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
        server.verify(getRequestedFor(urlEqualTo(ADDRESS)).withoutHeader("Range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 6-17/18", "bytes 7-17/*", "chars 7-17/18"})
    void refusesAnotherPartThanTheOneAskedFor(String range) throws Exception {
        leavePartial("the sig", "\"v1\"", DIGEST, 18);
        server.stubFor(get(ADDRESS).willReturn(part("ned archive", range)));

        assertThatThrownBy(() -> client.submissions().retrieve(TICKET, folder))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + ADDRESS
                        + " is not of the ingestion API: it is not the part of the file that was asked for");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void refusesAnArchiveThatDoesNotHaveTheDeclaredDigest() throws Exception {
        server.stubFor(get(ADDRESS).willReturn(whole().withBody("the forged archive")));

        assertThatThrownBy(() -> client.submissions().retrieve(TICKET, folder))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The signed archive of " + Wire.TICKET + " arrived as "
                        + Digest.sha256("the forged archive".getBytes(StandardCharsets.US_ASCII))
                        + ", the service declares " + DIGEST);
        assertThat(names(folder)).isEmpty();
        assertThat(judged).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-512=:AAAA:", "sha-256=:AAAA:", "sha-256=nothing"})
    void refusesAnArchiveWithoutAUsableDigest(String header) throws Exception {
        server.stubFor(get(ADDRESS).willReturn(aResponse().withBody(CONTENT).withHeader("Repr-Digest", header)));

        assertThatThrownBy(() -> client.submissions().retrieve(TICKET, folder))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + ADDRESS
                        + " is not of the ingestion API: it has no usable Repr-Digest");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void leavesNothingOfAnArchiveThatFailsVerification() throws Exception {
        server.stubFor(get(ADDRESS).willReturn(whole()));
        VerificationException forged = new VerificationException(
                VerificationException.Problem.UNTRUSTED_CHAIN, Location.ofFile("signed.json"), "is not trusted");
        try (IngestionClient other = client.newBuilder()
                .proof((archive, ticket) -> {
                    throw forged;
                })
                .build()) {
            assertThatThrownBy(() -> other.submissions().retrieve(TICKET, folder))
                    .isSameAs(forged);
        }
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void asksForATrustPolicyBeforeAnythingIsFetched() {
        try (IngestionClient other = client.newBuilder()
                .proof(new ArchiveProof(null, ProgressListener.NONE))
                .build()) {
            assertThatThrownBy(() -> other.submissions().retrieve(TICKET, folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The client was made without a trust policy, so nothing that it retrieves can be"
                            + " verified: call trust(…) on its builder");
        }
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename=\"../evil.zip\"",
                "attachment; filename=\"a/b.zip\"",
                "attachment; filename=\"c:evil.zip\"",
                "attachment"
            })
    void aFileNameThatLeadsElsewhereIsNotUsed(String disposition) throws Exception {
        server.stubFor(get(ADDRESS).willReturn(whole().withHeader("Content-Disposition", disposition)));

        assertThat(client.submissions().retrieve(TICKET, folder).file())
                .isEqualTo(folder.resolve(Wire.TICKET + ".zip"));
    }

    @Test
    void withoutAStrongValidatorEveryAttemptBeginsAnew() throws Exception {
        try (RawServer broken = new RawServer(
                        RawServer.answer("200 OK", headers("W/\"v1\""), 18, "the sig"),
                        RawServer.answer("200 OK", headers("W/\"v1\""), 18, "the signed archive"));
                IngestionClient other =
                        client.newBuilder().service(broken.address()).build()) {
            assertThat(other.submissions().retrieve(TICKET, folder).file()).hasBinaryContent(CONTENT);
            assertThat(broken.requests().get(1)).doesNotContain("Range");
        }
    }

    @Test
    void replacesAnEarlierCopy() throws Exception {
        Path file = Files.writeString(folder.resolve("CONTOSO." + Wire.TICKET + ".zip"), "old");
        server.stubFor(get(ADDRESS).willReturn(whole()));

        client.submissions().retrieve(TICKET, folder);

        assertThat(file).hasBinaryContent(CONTENT);
    }

    @Test
    void saysThatTheSubmissionIsNotSignedYetWithoutAskingAgain() {
        server.stubFor(get(ADDRESS)
                .willReturn(Wire.problem(409, "FirmwareSubmissionIsInProgress", true)
                        .withHeader("Retry-After", "9")));

        assertThatThrownBy(() -> client.submissions().retrieve(TICKET, folder))
                .isInstanceOf(FirmwareSubmissionInProgressException.class);
        server.verify(1, getRequestedFor(urlEqualTo(ADDRESS)));
        assertThat(ports.sleeps).isEmpty();
    }

    @Test
    void anInterruptEndsTheDownloadAndKeepsWhatArrived() throws Exception {
        server.stubFor(get(ADDRESS).willReturn(whole()));
        try (IngestionClient other = client.newBuilder()
                .chunkSize(1)
                .progress(progress -> Thread.currentThread().interrupt())
                .build()) {
            assertThatThrownBy(() -> other.submissions().retrieve(TICKET, folder))
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessage("Interrupted while downloading");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(names(folder)).containsExactly(Wire.TICKET + ".partial", Wire.TICKET + ".partial.txt");
    }

    @Test
    void anInterruptDuringVerificationKeepsTheDownload() throws Exception {
        server.stubFor(get(ADDRESS).willReturn(whole()));
        try (IngestionClient other = client.newBuilder()
                .proof((archive, expected) -> {
                    Thread.currentThread().interrupt();
                    return fail(Digest.sha256(ByteSource.open(archive)));
                })
                .build()) {
            assertThatThrownBy(() -> other.submissions().retrieve(TICKET, folder))
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessage("Interrupted while retrieving " + Wire.TICKET);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(names(folder)).containsExactly(Wire.TICKET + ".partial", Wire.TICKET + ".partial.txt");
    }

    private static SignedManifest fail(Digest digest) {
        throw new AssertionError("Read in spite of the interrupt: " + digest);
    }

    private static ResponseDefinitionBuilder whole() {
        return aResponse()
                .withBody(CONTENT)
                .withHeader("Content-Type", "application/zip")
                .withHeader("ETag", "\"v1\"")
                .withHeader("Repr-Digest", reprDigest())
                .withHeader("Content-Disposition", "attachment; filename=\"CONTOSO." + Wire.TICKET + ".zip\"");
    }

    private static ResponseDefinitionBuilder part(String bytes, String range) {
        return aResponse()
                .withStatus(206)
                .withBody(bytes)
                .withHeader("ETag", "\"v1\"")
                .withHeader("Repr-Digest", reprDigest())
                .withHeader("Content-Range", range);
    }

    private static String headers(String etag) {
        return "ETag: " + etag + "\r\nRepr-Digest: " + reprDigest() + "\r\n";
    }

    private static String reprDigest() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(DIGEST.bytes()) + ":";
    }

    private void leavePartial(String bytes, String etag, Digest digest, long size) throws IOException {
        Files.writeString(folder.resolve(Wire.TICKET + ".partial"), bytes);
        Files.write(
                folder.resolve(Wire.TICKET + ".partial.txt"),
                List.of(etag, digest.hex(), Long.toString(size), Wire.TICKET + ".zip"));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
