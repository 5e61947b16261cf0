package io.oemingest.core.prepare;

import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.SubmissionArchiveWriter;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.rules.StandardRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Does what Initialize-FirmwareSubmission does: judges the arguments, reads the files, runs the rules and writes the
 * archive (rules INI-01 to INI-33). Talks to no service but through the options' baselines. Safe for threads as far as
 * the progress listener is.
 */
public final class SubmissionPreparer {
    private final PreparerOptions options;
    private final SubmissionValidator validator;

    public SubmissionPreparer(PreparerOptions options) {
        this.options = options;
        this.validator = new SubmissionValidator(StandardRules.all(), options.policy());
    }

    /**
     * Prepares a submission that was made in code.
     *
     * @param output the archive's path, or an existing folder in which it gets a name
     * @throws SubmissionArgumentException before any I/O, with everything that is wrong with the arguments
     * @throws SubmissionRejectedException with everything that blocks; a report file is left, no archive is
     * @throws IOException if a file cannot be read or written
     */
    public PreparedSubmission prepare(FirmwareSubmission submission, Path output)
            throws SubmissionRejectedException, IOException {
        return prepare(SubmissionArguments.of(submission).output(output).build());
    }

    /** Prepares what the parameters of the cmdlet describe; throws as {@link #prepare(FirmwareSubmission, Path)} does. */
    public PreparedSubmission prepare(SubmissionArguments arguments) throws SubmissionRejectedException, IOException {
        JudgedSubmission judged = judge(ArgumentCheck.forArchive(arguments, options.policy()));
        ReadSubmission read = judged.submission();
        ValidationReport report = judged.report();
        Path output = output(arguments);
        if (!report.acceptable()) {
            Path archive = Files.isDirectory(output) ? output.resolve("rejected.zip") : output;
            throw new SubmissionRejectedException(report, ReportFiles.write(archive, report));
        }
        SubmissionArchiveWriter writer = new SubmissionArchiveWriter(
                read.contents(), options.clientName(), options.clientVersion(), ReportFiles.json(report));
        Path archive = Files.isDirectory(output) ? output.resolve(generatedName(read.contents(), writer)) : output;
        writer.writeTo(archive, read.files(), options.progress());
        return new PreparedSubmission(archive, report, ReportFiles.write(archive, report));
    }

    /**
     * Judges what the parameters of the cmdlet describe, and writes nothing; a place for an archive is not needed.
     *
     * @throws SubmissionArgumentException before any I/O, with everything that is wrong with the arguments
     * @throws IOException if a file that is there cannot be read
     */
    public JudgedSubmission judge(SubmissionArguments arguments) throws IOException {
        return judge(ArgumentCheck.forReport(arguments, options.policy()));
    }

    /** Judges facts that were read before, such as those of an archive. */
    public ValidationReport judge(SubmissionContents contents) {
        KnownBaselines baselines = KnownBaselines.ask(options.baselines(), contents);
        ValidationContext context =
                ValidationContext.client().withBaselines(baselines).withPrevious(options.previous());
        return validator.validate(contents, context);
    }

    private JudgedSubmission judge(ArgumentCheck check) throws IOException {
        FirmwareSubmission submission = check.submission();
        ReadSubmission read = new SubmissionContentsReader(options.limits(), options.progress()).read(submission);
        SigningWishes wishes = new SigningWishes(options.signAs(), read.contents());
        ReadSubmission asked = new ReadSubmission(wishes.grantedTo(read.contents()), read.files());
        return new JudgedSubmission(
                asked, judge(asked.contents()).with(check.report()).with(wishes.report()));
    }

    private static Path output(SubmissionArguments arguments) {
        Path output = arguments.output();
        if (output == null) {
            throw new IllegalStateException("The arguments have been checked");
        }
        return output.toAbsolutePath();
    }

    /** The same submission gets the same name, another one another. */
    private static String generatedName(SubmissionContents contents, SubmissionArchiveWriter writer) {
        return contents.kind().type().text() + "."
                + writer.manifestDigest().hex().substring(0, 12) + ".zip";
    }
}
