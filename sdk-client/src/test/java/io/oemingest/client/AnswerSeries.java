package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.get;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;

/** What a double answers to one look after the other. */
final class AnswerSeries {
    private final WireMockExtension server;
    private final String address;
    private int step;

    AnswerSeries(WireMockExtension server, String address) {
        this.server = server;
        this.address = address;
    }

    void add(ResponseDefinitionBuilder answer) {
        server.stubFor(get(address)
                .inScenario("looks")
                .whenScenarioStateIs(step == 0 ? Scenario.STARTED : "look " + step)
                .willReturn(answer)
                .willSetStateTo("look " + ++step));
    }
}
