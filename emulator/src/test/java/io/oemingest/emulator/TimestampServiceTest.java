package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.emulator.testing.Tools;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps by HTTP. */
class TimestampServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");
    private static final String QUERY = "application/timestamp-query";

    @TempDir
    private Path folder;

    private IngestionEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = IngestionEmulator.builder()
                .quickKeys()
                .time(InstantSource.fixed(NOW))
                .timestampSkew(Duration.ofHours(2))
                .start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void stampsByItsOwnClock() throws Exception {
        TimeStampRequest request = request(TSPAlgorithms.SHA384, 48);
        TimeStampResponse response =
                new TimeStampResponse(post(request.getEncoded(), QUERY).body());
        response.validate(request);
        assertThat(response.getStatus()).isEqualTo(PKIStatus.GRANTED);
        assertThat(response.getTimeStampToken().getTimeStampInfo().getGenTime().toInstant())
                .isEqualTo(NOW.plus(Duration.ofHours(2)));
        TimeStampResponse next =
                new TimeStampResponse(post(request.getEncoded(), QUERY).body());
        assertThat(next.getTimeStampToken().getTimeStampInfo().getSerialNumber())
                .isNotEqualTo(response.getTimeStampToken().getTimeStampInfo().getSerialNumber());
    }

    @Test
    void rejectsWhatItCannotStamp() throws Exception {
        assertThat(failure(request(TSPAlgorithms.SHA1, 20).getEncoded())).isEqualTo(PKIFailureInfo.badAlg);
        assertThat(failure("hello".getBytes(StandardCharsets.UTF_8))).isEqualTo(PKIFailureInfo.badDataFormat);
        assertThat(failure(new byte[0])).isEqualTo(PKIFailureInfo.badDataFormat);
        byte[] whole = request(TSPAlgorithms.SHA256, 32).getEncoded();
        for (int length = 1; length < whole.length; length++) {
            assertThat(failure(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(PKIFailureInfo.badDataFormat);
        }
    }

    @Test
    void readsNoMoreThan64KibAndNothingElseThanQueries() throws Exception {
        assertThat(post(new byte[(64 << 10) + 1], QUERY).statusCode()).isEqualTo(413);
        assertThat(post(new byte[64 << 10], QUERY).statusCode()).isEqualTo(200);
        assertThat(post(new byte[1], "application/octet-stream").statusCode()).isEqualTo(415);
    }

    @Test
    void opensslAcceptsTheAnswerToItsQuery() throws Exception {
        Path data = Files.writeString(folder.resolve("data"), "hello");
        Path query = folder.resolve("data.tsq");
        Tools.succeed("openssl", "ts", "-query", "-data", data, "-sha512", "-cert", "-out", query);
        Path reply = Files.write(
                folder.resolve("data.tsr"),
                post(Files.readAllBytes(query), QUERY).body());
        assertThat(Tools.succeed(
                        "openssl",
                        "ts",
                        "-verify",
                        "-queryfile",
                        query,
                        "-in",
                        reply,
                        "-CAfile",
                        roots(),
                        "-attime",
                        NOW.getEpochSecond()))
                .contains("Verification: OK");
    }

    @Test
    void osslsigncodeStampsASignatureWithIt() throws Exception {
        byte[] unsigned = new HashTableCatalogBuilder(InstantSource.fixed(NOW))
                .unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "0123456789".repeat(4)));
        Path catalog = Files.write(folder.resolve("image.cat"), unsigned);
        Path key = folder.resolve("key.pem");
        Path own = folder.resolve("own.pem");
        String making =
                "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=Signer -addext extendedKeyUsage=codeSigning";
        Object[] words = (making + " -keyout " + key + " -out " + own).split(" ", -1);
        Tools.succeed(words);
        Path signed = folder.resolve("signed.cat");
        // The certificate is valid from now on, so this authority's clock is the machine's.
        try (IngestionEmulator today = IngestionEmulator.builder().quickKeys().start()) {
            Path roots = Files.writeString(folder.resolve("today.pem"), today.retailRootsPem());
            URI stamps = today.timestampUri();
            Tools.succeed(
                    "osslsigncode", "sign", "-certs", own, "-key", key, "-ts", stamps, "-in", catalog, "-out", signed);
            assertThat(Tools.succeed("osslsigncode", "verify", "-CAfile", own, "-TSA-CAfile", roots, "-in", signed))
                    .contains("Timestamp Server Signature verification: ok");
        }
    }

    private Path roots() throws Exception {
        return Files.writeString(folder.resolve("roots.pem"), emulator.retailRootsPem());
    }

    private int failure(byte[] query) throws Exception {
        HttpResponse<byte[]> answer = post(query, QUERY);
        assertThat(answer.statusCode()).isEqualTo(200);
        TimeStampResponse response = new TimeStampResponse(answer.body());
        assertThat(response.getStatus()).isEqualTo(PKIStatus.REJECTION);
        assertThat(response.getTimeStampToken()).isNull();
        return response.getFailInfo().intValue();
    }

    private static TimeStampRequest request(ASN1ObjectIdentifier algorithm, int length) throws Exception {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        return requests.generate(algorithm, new byte[length], BigInteger.TEN);
    }

    private HttpResponse<byte[]> post(byte[] body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(emulator.timestampUri())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
        }
        return answer;
    }
}
