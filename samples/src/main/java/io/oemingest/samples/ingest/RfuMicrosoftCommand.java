package io.oemingest.samples.ingest;

import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest rfu microsoft}: asks for an update of the operating system alone. */
@Command(name = "microsoft", description = "Ask for an update of the operating system alone, and print its ticket.")
final class RfuMicrosoftCommand implements Callable<Integer> {
    @Mixin
    private final RfuOrderOptions order = new RfuOrderOptions();

    @Option(names = "--cpu", required = true, paramLabel = "NAME", description = "ARM or x86.")
    private String cpu = "";

    @Option(
            names = "--product",
            required = true,
            paramLabel = "NAME",
            description = "WindowsPhoneBlue, WindowsPhoneThreshold or WindowsHolographicThreshold.")
    private String product = "";

    @Option(
            names = "--source-os",
            required = true,
            paramLabel = "VERSION",
            description = "Operating system that phones have now, such as 8.10.12349.825.")
    private String source = "";

    @Option(
            names = "--target-os",
            required = true,
            paramLabel = "VERSION",
            description = "Operating system that they get.")
    private String target = "";

    @Override
    public Integer call() {
        MicrosoftAkOnly system = MicrosoftAkOnly.parse(cpu, product, source, target);
        return order.create(type -> UpdateOrder.of(system, type), null);
    }
}
