package io.oemingest.samples.ingest;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ingest " + number()};
    }

    String number() {
        String version = Ingest.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
