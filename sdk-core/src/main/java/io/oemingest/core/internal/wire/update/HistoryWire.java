package io.oemingest.core.internal.wire.update;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.BaselineJson;
import io.oemingest.core.internal.wire.PhoneHistoryJson;
import io.oemingest.core.internal.wire.PhoneHistoryJson.FactsJson;
import io.oemingest.core.internal.wire.PhoneHistoryJson.ImageJson;
import io.oemingest.core.internal.wire.PhoneHistoryJson.LinkJson;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdateImage.Facts;
import io.oemingest.core.update.UpdateLink;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Histories of phones as the API has them. */
public final class HistoryWire {
    private HistoryWire() {}

    public static PhoneHistoryJson toWire(PhoneHistory history) {
        return new PhoneHistoryJson(
                history.deviceName(),
                history.operatorId(),
                history.images().stream().map(HistoryWire::toWire).toList(),
                history.chain().stream().map(HistoryWire::toWire).toList());
    }

    /** The history. @throws MalformedFileException naming the JSON path of what is missing or cannot be */
    public static PhoneHistory toModel(PhoneHistoryJson json, String source) throws MalformedFileException {
        List<UpdateImage> images = new ArrayList<>();
        for (ImageJson each : required(json.images(), source, "$.images")) {
            images.add(image(each, source, "$.images[" + images.size() + "]"));
        }
        List<UpdateLink> chain = new ArrayList<>();
        for (LinkJson each : required(json.chain(), source, "$.chain")) {
            chain.add(link(each, source, "$.chain[" + chain.size() + "]"));
        }
        return new PhoneHistory(
                required(json.deviceName(), source, "$.deviceName"),
                required(json.operatorId(), source, "$.operatorId"),
                images,
                chain);
    }

    private static ImageJson toWire(UpdateImage image) {
        return new ImageJson(
                image.ticket().id(), image.owned(), image.type().text(), image.signed(), toWire(image.facts()));
    }

    private static @Nullable FactsJson toWire(@Nullable Facts facts) {
        if (facts == null) {
            return null;
        }
        BaselineJson image = BaselineJson.of(facts.image());
        return new FactsJson(
                image.product(),
                image.pairing(),
                image.version(),
                image.packages(),
                facts.status().text(),
                facts.features(),
                facts.osVersion() == null ? null : facts.osVersion().toString());
    }

    private static LinkJson toWire(UpdateLink link) {
        SubmissionTicket from = link.source();
        return new LinkJson(
                link.ticket().id(),
                link.type().text(),
                from == null ? null : from.id(),
                link.target().id(),
                link.stage().text());
    }

    private static UpdateImage image(ImageJson json, String source, String path) throws MalformedFileException {
        SubmissionTicket ticket = convert(json.ticketId(), SubmissionTicket::new, source, path + ".ticketId");
        FactsJson facts = json.facts();
        return new UpdateImage(
                ticket,
                required(json.owned(), source, path + ".owned"),
                convert(json.type(), HistoryWire::type, source, path + ".type"),
                required(json.signed(), source, path + ".signed"),
                facts == null ? null : facts(ticket, facts, source, path + ".facts"));
    }

    private static Facts facts(SubmissionTicket ticket, FactsJson json, String source, String path)
            throws MalformedFileException {
        String system = json.osVersion();
        return new Facts(
                new BaselineJson(ticket.id(), json.product(), json.pairing(), json.version(), json.packages())
                        .toModel(source, path),
                convert(json.status(), HistoryWire::status, source, path + ".status"),
                json.features(),
                system == null ? null : convert(system, FirmwareVersion::parse, source, path + ".osVersion"));
    }

    private static SubmissionType type(String text) {
        return known(SubmissionType.parseOrNull(text), "type", text);
    }

    private static WspcStatus status(String text) {
        return known(WspcStatus.parseOrNull(text), "status", text);
    }

    private static <T> T known(@Nullable T value, String what, String text) {
        if (value == null) {
            throw new IllegalArgumentException("is not a known " + what + ": '" + text + "'");
        }
        return value;
    }

    /** A type or stage that only a newer service knows is still a request that is there. */
    private static UpdateLink link(LinkJson json, String source, String path) throws MalformedFileException {
        String from = json.sourceTicketId();
        return new UpdateLink(
                convert(json.ticketId(), RequestForUpdateTicket::new, source, path + ".ticketId"),
                Objects.requireNonNullElse(
                        UpdateType.parseOrNull(required(json.type(), source, path + ".type")), UpdateType.UNRECOGNIZED),
                from == null ? null : convert(from, SubmissionTicket::new, source, path + ".sourceTicketId"),
                convert(json.targetTicketId(), SubmissionTicket::new, source, path + ".targetTicketId"),
                Objects.requireNonNullElse(
                        UpdateStage.parseOrNull(required(json.stage(), source, path + ".stage")),
                        UpdateStage.UNRECOGNIZED));
    }
}
