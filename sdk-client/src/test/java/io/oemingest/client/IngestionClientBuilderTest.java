package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestionClientBuilderTest {

    @ParameterizedTest
    @CsvSource({
        "https://ingest.example, https://ingest.example/",
        "HTTPS://ingest.example/base, https://ingest.example/base/",
        "http://localhost:8080, http://localhost:8080/",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/",
        "http://[::1]:8080/x/, http://[::1]:8080/x/"
    })
    void takesHttpsAnywhereAndHttpOnThisMachine(String given, String taken) {
        assertThat(ServiceAddress.require(URI.create(given), false)).isEqualTo(URI.create(taken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ingest.example", "http://127.0.0.1.example", "http://localhost.example"})
    void refusesHttpToAnotherMachine(String address) {
        assertThatThrownBy(() ->
                        IngestionClient.builder().service(URI.create(address)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The service's address must begin with https, as it is not on this machine: " + address
                        + " (allowPlainHttp lifts this)");
    }

    @Test
    void takesHttpToAnotherMachineIfToldTo() {
        assertThat(ServiceAddress.require(URI.create("http://ingest.example"), true))
                .isEqualTo(URI.create("http://ingest.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://ingest.example", "ingest.example", "https:///v1"})
    void refusesWhatIsNoWebAddress(String address) {
        assertThatThrownBy(() ->
                        IngestionClient.builder().service(URI.create(address)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The service's address is not one of https or http: " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me@ingest.example", "https://ingest.example?a=b", "https://ingest.example#a"})
    void refusesAnAddressWithMoreThanAPath(String address) {
        assertThatThrownBy(() ->
                        IngestionClient.builder().service(URI.create(address)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The service's address must be without user, query and fragment");
    }

    @Test
    void refusesToBeBuiltWithoutAnAddress() {
        assertThatThrownBy(() -> IngestionClient.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The service's address is missing");
    }

    @Test
    void refusesATokenThatCannotTravelWithoutRepeatingIt() {
        assertThatThrownBy(() -> IngestionClient.builder().token("se cret\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A token is visible ASCII without blanks");
    }

    @Test
    void refusesAnEmptyChunk() {
        assertThatThrownBy(() -> IngestionClient.builder().chunkSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A chunk has at least 1 byte, not 0");
    }

    @Test
    void refusesAPolicyWithoutAttemptsOrWithNegativeDelays() {
        assertThatThrownBy(() -> RetryPolicy.defaults().withAttempts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A call needs at least 1 attempt, not 0");
        assertThatThrownBy(() -> RetryPolicy.none().withLongestRetryAfter(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A delay must not be negative");
    }

    @Test
    void saysTheVersionThatThePomSays() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<version>" + ClientVersion.TEXT + "-SNAPSHOT</version>");
    }
}
