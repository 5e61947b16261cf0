package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.emulator.EmulatorOptions;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** A running emulator, archives that it accepts, and clients that trust it and whose every request keeps the contract. */
final class EmulatedService implements AutoCloseable {
    static final String TOKEN = "token-of-contoso";

    final FakePorts ports = new FakePorts();
    final IngestionEmulator emulator;
    final RequestRecorder sent = new RequestRecorder();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .readTimeout(Duration.ofMinutes(1))
            .addNetworkInterceptor(sent)
            .build();
    private final Path folder;

    /** Starts an emulator whose work is done by hand. */
    EmulatedService(Path folder) throws IOException {
        this(folder, IngestionEmulator.builder().workByHand());
    }

    EmulatedService(Path folder, EmulatorOptions.Builder options) throws IOException {
        this.folder = folder;
        this.emulator = options.account("Contoso", TOKEN)
                .account("Fabrikam", "token-of-fabrikam")
                .quickKeys()
                .time(() -> ports.now)
                .start();
    }

    IngestionClient.Builder client() {
        return IngestionClient.builder()
                .service(emulator.uri())
                .token(TOKEN)
                .httpClient(http)
                .trust(TrustPolicy.emulatedRetail(emulator.retailRoots(), ports.now))
                .ports(ports.ports());
    }

    /** A context-free submission of one test-signed package with this much content that does not compress. */
    Path archive(String component, int bytes) throws IOException {
        return prepared(component, bytes).archive();
    }

    /** As {@link #archive}, with all that preparing it answered. */
    PreparedSubmission prepared(String component, int bytes) throws IOException {
        Path unsigned = folder.resolve(component + ".unsigned");
        Path packages = Files.createDirectories(folder.resolve(component));
        PackageManifest facts = PackageManifest.retail(
                        PackageStyle.SPKG, PackageIdentity.of("Contoso", component, null))
                .version(FirmwareVersion.parse("1.0.0.1"))
                .build();
        byte[] content = new byte[bytes];
        new Random(component.hashCode()).nextBytes(content);
        PackageWriter.of(facts)
                .file("\\windows\\" + component + ".bin", ByteSource.of(component, content))
                .writeTo(unsigned, new SecurityCatalogBuilder(() -> ports.now));
        emulator.inputSigner(EkuProfile.OEM).sign(unsigned, packages.resolve(PackageWriter.fileName(facts)));
        return prepare(packages);
    }

    private PreparedSubmission prepare(Path packages) throws IOException {
        try {
            return new SubmissionPreparer(PreparerOptions.of("client-tests", "1"))
                    .prepare(
                            new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE),
                            folder.resolve(packages.getFileName() + ".zip"));
        } catch (SubmissionRejectedException e) {
            throw new AssertionError(e.report().toString(), e);
        }
    }

    /** A client whose exchanges pass through this interceptor first. */
    IngestionClient.Builder client(Interceptor interceptor) {
        return client().httpClient(http.newBuilder().addInterceptor(interceptor).build());
    }

    /** Ends the emulator, and fails if a client sent what the service's OpenAPI file does not know. */
    @Override
    public void close() {
        emulator.close();
        http.connectionPool().evictAll();
        assertThat(sent.requests().stream().flatMap(request -> RequestContract.complaints(request).stream()))
                .isEmpty();
    }
}
