package io.oemingest.samples.ingest;

import static io.oemingest.samples.ingest.CmdletParameter.argument;
import static io.oemingest.samples.ingest.CmdletParameter.file;
import static io.oemingest.samples.ingest.CmdletParameter.flag;
import static io.oemingest.samples.ingest.CmdletParameter.ignored;
import static io.oemingest.samples.ingest.CmdletParameter.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cmdlets of the historic client by name, each with the verb that does its work and its documented parameters. */
enum Cmdlet {
    INITIALIZE_FIRMWARE_SUBMISSION(
            "Initialize-FirmwareSubmission",
            "prepare",
            List.of(
                    value("TypeOfProduct", "--product"),
                    value("TypeOfSubmission", "--type"),
                    file("UpdateHistoryPath", "--update-history"),
                    file("OemInputPath", "--oem-input"),
                    value("OutputFilePath", "--output"),
                    value("SignedRemovalPackageFolder", "--signed-removal-directory"),
                    value("PackagesToRemoveFolder", "--packages-to-remove-directory"),
                    flag("Baseline", "--baseline"),
                    flag("NonWspcCompliant", "--non-wspc-compliant"),
                    value("FfuPath", "--ffu"),
                    value("PartialImageDirectory", "--packages"),
                    flag("ContextFree", "--context-free"))),
    NEW_FIRMWARE_SUBMISSION("New-FirmwareSubmission", "submit", ofService(argument("Path"))),
    GET_SIGNED_FIRMWARE_SUBMISSION(
            "Get-SignedFirmwareSubmission",
            "retrieve",
            // The documents call the ticket by both names.
            ofService(argument("FirmwareSubmissionTicketId"), argument("TicketId"), argument("DownloadDirectory"))),
    NEW_REQUEST_FOR_UPDATE(
            "New-RequestForUpdate",
            "rfu create",
            ofService(
                    value("FirmwareSubmissionTicketId", "--target"),
                    value("RequestForUpdateType", "--type"),
                    value("SourceFirmwareSubmissionTicketId", "--source"),
                    value("OemDeviceName", "--device"),
                    value("MOId", "--operator"))),
    NEW_REQUEST_FOR_MICROSOFT_UPDATE(
            "New-RequestForMicrosoftUpdate",
            "rfu microsoft",
            ofService(
                    value("TypeOfCPU", "--cpu"),
                    value("TypeOfProduct", "--product"),
                    value("SourceOSVersion", "--source-os"),
                    value("TargetOSVersion", "--target-os"),
                    value("RequestForUpdateType", "--type"),
                    value("OemDeviceName", "--device"),
                    value("MOId", "--operator"))),
    GET_REQUEST_FOR_UPDATE("Get-RequestForUpdate", "rfu status", ofService(argument("RequestForUpdateTicketId"))),
    REQUEST_UPDATE_CANCELLATION(
            "Request-UpdateCancellation", "rfu cancel", ofService(argument("RequestForUpdateTicketId")));

    private final String text;
    private final String verb;

    @SuppressWarnings("ImmutableEnumChecker") // every list here is made by List.of or Stream.toList
    private final List<CmdletParameter> parameters;

    Cmdlet(String text, String verb, List<CmdletParameter> parameters) {
        this.text = text;
        this.verb = verb;
        this.parameters = parameters;
    }

    private static List<CmdletParameter> ofService(CmdletParameter... own) {
        String credentials = "credentials are the environment variable INGEST_TOKEN";
        return Stream.concat(
                        Arrays.stream(own),
                        Stream.of(
                                value("ServiceUri", "--service"),
                                ignored("ServiceAccessControlNamespace", credentials),
                                ignored("CertificateStoreLocation", credentials),
                                ignored("CertificateStoreName", credentials),
                                ignored("ClientCertificateThumbprint", credentials),
                                ignored("EncryptionCertificateThumbprint", "nothing is encrypted but the connection")))
                .toList();
    }

    /** The cmdlet of this name in any case. */
    static Optional<Cmdlet> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.text.equalsIgnoreCase(name))
                .findFirst();
    }

    /** As the documents spell it. */
    String text() {
        return text;
    }

    /** The words behind {@code ingest}, with a blank between. */
    String verb() {
        return verb;
    }

    /** In the order of the documents, which is the order of the verb's arguments. */
    List<CmdletParameter> parameters() {
        return parameters;
    }
}
