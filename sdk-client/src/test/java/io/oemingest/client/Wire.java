package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;

/** Answers as the service gives them, and a client that speaks to the double. */
final class Wire {
    static final String CORRELATION = "7e0f4b1c-0000-4000-8000-000000000001";
    static final String TICKET = "TKT-SIGN-TEST-AB12CD";

    private Wire() {}

    static WireMockExtension server() {
        return WireMockExtension.newInstance()
                .options(WireMockConfiguration.wireMockConfig()
                        .dynamicPort()
                        .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER))
                .build();
    }

    static IngestionClient.Builder client(WireMockExtension server, FakePorts ports) {
        return IngestionClient.builder()
                .service(URI.create(server.baseUrl()))
                .token("token-of-contoso")
                .responseTimeout(Duration.ofSeconds(5))
                .retry(RetryPolicy.defaults().withDelays(Duration.ofSeconds(1), Duration.ofSeconds(8)))
                .ports(ports.ports());
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    static ResponseDefinitionBuilder problem(int status, String reason, boolean retryable) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\":\"about:blank\",\"title\":\"Refused\",\"status\":" + status
                        + ",\"detail\":\"Details of " + reason + ".\",\"reason\":\"" + reason
                        + "\",\"correlationId\":\"" + CORRELATION + "\",\"retryable\":" + retryable + "}");
    }

    static String submission(String state) {
        return "{\"ticketId\":\"" + TICKET + "\",\"state\":\"" + state
                + "\",\"step\":\"Signing\",\"message\":\"At work.\"}";
    }
}
