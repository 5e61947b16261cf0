package io.oemingest.samples.ingest;

import io.oemingest.client.FirmwareSubmissionInProgressException;
import io.oemingest.client.IngestionException;
import io.oemingest.client.ServiceException;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.prepare.SubmissionArgumentException;
import io.oemingest.core.prepare.SubmissionRejectedException;
import io.oemingest.core.proof.FileVerification.Failure;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import io.oemingest.core.validation.Finding;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;

/** What went wrong, where, and how to mend it, with the exit code that tells it apart for scripts. */
record Complaint(int exitCode, String text, String mend) {

    /** Decides by the type of the exception alone. */
    static Complaint about(Exception e) {
        if (e instanceof VerificationException refused) {
            return refused(refused.problem(), String.valueOf(refused.getMessage()));
        }
        if (e instanceof SubmissionRejectedException rejected) {
            return new Complaint(
                    ExitCode.REFUSED,
                    rejected.report().toText().strip(),
                    "Mend what blocks and prepare again. The report is in " + rejected.reportFile() + ".");
        }
        if (e instanceof SubmissionArgumentException || e instanceof IllegalArgumentException) {
            return new Complaint(
                    ExitCode.USAGE, String.valueOf(e.getMessage()), "See 'ingest COMMAND --help' for the arguments.");
        }
        if (e instanceof IngestionException failed) {
            return ofClient(failed);
        }
        return e instanceof IOException unreadable ? ofFile(unreadable) : ofFault(e);
    }

    /** About a file that is not proved. */
    static Complaint about(Failure failure) {
        String text = failure.location() + ": " + failure.detail();
        return failure.problem() == null ? damaged(text) : refused(failure.problem(), text);
    }

    private static Complaint refused(Problem problem, String text) {
        return new Complaint(
                ExitCode.REFUSED,
                "refused (" + problem + "): " + text,
                problem == Problem.UNTRUSTED_CHAIN
                        ? "Look at it with 'ingest inspect'; if another root signed it, name that root with --trust."
                        : "Look at it with 'ingest inspect', then build and sign it again.");
    }

    private static Complaint ofClient(IngestionException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof ServiceException refused) {
            return new Complaint(
                    isStillRunning(refused) ? ExitCode.STILL_RUNNING : ExitCode.REFUSED,
                    text + findings(refused.findings()),
                    mend(refused));
        }
        return new Complaint(ExitCode.NO_ANSWER, text, "Check --service and the network, then try again.");
    }

    private static boolean isStillRunning(ServiceException e) {
        return e instanceof FirmwareSubmissionInProgressException
                || e.reason() == ReasonCode.PENDING_MANUAL_INTERVENTION;
    }

    private static String mend(ServiceException e) {
        if (e.reason() == ReasonCode.CREDENTIALS_UNKNOWN) {
            return "Check --token or the environment variable INGEST_TOKEN.";
        }
        return e.retryable() ? "Try again later." : "The same request will be refused again; change it first.";
    }

    private static Complaint ofFile(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof MalformedFileException) {
            return damaged(text);
        }
        if (e instanceof NoSuchFileException missing) {
            return unreadable(missing.getFile() + ": there is no such file or folder", "Check the path.");
        }
        if (e instanceof FileAlreadyExistsException present) {
            return unreadable(present.getFile() + ": is there already", "Move it away or name another place.");
        }
        if (e instanceof AccessDeniedException denied) {
            return unreadable(
                    denied.getFile() + ": access denied", "Check the permissions of the file and its folder.");
        }
        return unreadable(text, "Check the file and the disk it lies on.");
    }

    private static Complaint damaged(String text) {
        return unreadable(text, "The file is damaged or of another kind: build it or fetch it again.");
    }

    private static Complaint unreadable(String text, String mend) {
        return new Complaint(ExitCode.UNREADABLE, text, mend);
    }

    private static Complaint ofFault(Exception e) {
        return new Complaint(
                ExitCode.FAULT,
                "a fault of this program: " + e,
                "Run it again with --stacktrace and report what it prints.");
    }

    private static String findings(List<Finding> findings) {
        return findings.stream()
                .map(each -> System.lineSeparator() + "  " + each)
                .collect(Collectors.joining());
    }
}
