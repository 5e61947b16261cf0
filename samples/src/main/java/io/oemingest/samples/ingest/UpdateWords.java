package io.oemingest.samples.ingest;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of requests for update on the command line: those of the service, in any case. */
final class UpdateWords {
    private UpdateWords() {}

    /** Tickets of requests, in either of the spellings that are printed. */
    static final class OfRequest implements ITypeConverter<RequestForUpdateTicket> {
        @Override
        public RequestForUpdateTicket convert(String text) {
            return ticket(text, RequestForUpdateTicket::ofInput);
        }
    }

    static final class OfSubmission implements ITypeConverter<SubmissionTicket> {
        @Override
        public SubmissionTicket convert(String text) {
            return ticket(text, SubmissionTicket::new);
        }
    }

    static final class OfType implements ITypeConverter<UpdateType> {
        @Override
        public UpdateType convert(String text) {
            return known(text, UpdateType.values(), UpdateType::text);
        }
    }

    static final class OfState implements ITypeConverter<UpdateState> {
        @Override
        public UpdateState convert(String text) {
            return known(text, UpdateState.values(), UpdateState::text);
        }
    }

    static final class OfStage implements ITypeConverter<UpdateStage> {
        @Override
        public UpdateStage convert(String text) {
            return known(text, UpdateStage.values(), UpdateStage::text);
        }
    }

    static final class OfParty implements ITypeConverter<ApprovalParty> {
        @Override
        public ApprovalParty convert(String text) {
            return known(text, ApprovalParty.values(), ApprovalParty::text);
        }
    }

    private static <T> T ticket(String text, Function<String, T> toTicket) {
        try {
            return toTicket.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static <T> T known(String text, T[] values, Function<T, String> word) {
        return Stream.of(values)
                .filter(each -> !text.isEmpty() && word.apply(each).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Stream.of(values)
                                .map(word)
                                .filter(each -> !each.isEmpty())
                                .collect(Collectors.joining(", "))));
    }
}
