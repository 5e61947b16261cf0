package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.List;

/** An upload at the service, whose answers come in the order in which they were scripted. */
final class TusDouble {
    static final String UPLOAD = "/v1/uploads/7f3a";

    private final WireMockExtension server;
    private int step;

    TusDouble(WireMockExtension server) {
        this.server = server;
        server.stubFor(
                post("/v1/uploads").willReturn(aResponse().withStatus(201).withHeader("Location", UPLOAD)));
        server.stubFor(post("/v1/submissions")
                .willReturn(Wire.json(Wire.submission("Received")).withStatus(202)));
    }

    static ResponseDefinitionBuilder at(int status, long offset) {
        return aResponse().withStatus(status).withHeader("Upload-Offset", Long.toString(offset));
    }

    /** The next request, which must be a PATCH, is answered so. */
    TusDouble patched(ResponseDefinitionBuilder answer) {
        return next(patch(urlEqualTo(UPLOAD)), answer);
    }

    /** The next request, which must be a HEAD, is answered so. */
    TusDouble headed(ResponseDefinitionBuilder answer) {
        return next(head(urlEqualTo(UPLOAD)), answer);
    }

    /** Method, offset and length of each request to the upload, the first one first. */
    List<String> exchanges() {
        List<String> exchanges = new ArrayList<>();
        for (ServeEvent event : server.getAllServeEvents()) {
            LoggedRequest request = event.getRequest();
            if (request.getUrl().equals(UPLOAD)) {
                exchanges.add(0, request.getMethod() + describe(request));
            }
        }
        return exchanges;
    }

    private TusDouble next(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.inScenario("upload")
                .whenScenarioStateIs(step == 0 ? Scenario.STARTED : "step " + step)
                .willReturn(answer)
                .willSetStateTo("step " + ++step));
        return this;
    }

    private static String describe(LoggedRequest request) {
        return request.header("Upload-Offset").isPresent()
                ? " " + request.getHeader("Upload-Offset") + "+" + request.getBody().length
                : "";
    }
}
