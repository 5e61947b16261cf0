package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static io.oemingest.emulator.engine.EngineFixture.FABRIKAM;
import static io.oemingest.emulator.engine.EngineFixture.OPERATOR;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws what the parties do next: mostly what makes sense, often what does not. */
final class ModelActions {
    private static final List<Account> ALL = List.of(CONTOSO, CONTOSO, FABRIKAM, OPERATOR);
    private static final List<String> NAMES = List.of(
            "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "CO", "NC", "LC", "LE", "LX", "LM", "PX", "FX", "SV");
    private static final List<String> PRODUCTS =
            List.of("WindowsPhoneBlue", "WindowsPhoneThreshold", "WindowsHolographicThreshold");
    private static final List<String> SYSTEMS = List.of("8.0.10211.204", "8.10.12349.825", "8.10.12359.845");

    private final SplittableRandom chance;
    private final ReferenceModel model;

    ModelActions(SplittableRandom chance, ReferenceModel model) {
        this.chance = chance;
        this.model = model;
    }

    Account oem() {
        return oneOf(List.of(CONTOSO, FABRIKAM));
    }

    Account anybody() {
        return oneOf(ALL);
    }

    /** Mostly one of the latest requests, by either spelling; sometimes none. */
    String ticket() {
        List<ModelRequest> requests = model.requests();
        if (requests.isEmpty() || isRare()) {
            return oneOf(List.of("TKT-RFU-TEST-NOBODY-1", "bad_ticket_number", " ", "TKT-SIGN-TEST-C1B1X"));
        }
        int age = chance.nextInt(Math.min(requests.size(), isRare() ? 500 : 12));
        String ticket = requests.get(requests.size() - 1 - age).ticket;
        return isRare() ? ticket.replace("TKT-RFU-", "TKT-SIGN-") : ticket;
    }

    ModelOrder order(Account asker) {
        return chance.nextInt(6) == 0 ? system() : images(asker);
    }

    /** A page of those of some kinds, rarely not the first one. */
    ModelList list() {
        return new ModelList(
                oneOf("CompletedFailure", "CompletedSuccess", "InProcessFailure", "InProcessOnTrack", null, null),
                oneOf("RetailServicing", "Trial", null, null),
                oneOf("d1", "D2", "D3", null),
                oneOf("000-us", "000-DE", null, null),
                isRare() ? 1 + chance.nextInt(model.requests().size() + 2) : Long.MAX_VALUE,
                upTo(8));
    }

    int upTo(int most) {
        return 1 + chance.nextInt(most);
    }

    boolean isRare() {
        return chance.nextInt(10) == 0;
    }

    int percent() {
        return chance.nextInt(100);
    }

    private ModelOrder system() {
        return new ModelOrder(
                oneOf(List.of("RetailServicing", "Trial", "PartnerSelfHost")),
                oneOf(PRODUCTS),
                oneOf(SYSTEMS),
                oneOf(SYSTEMS),
                isRare() ? null : "D1",
                oneOf(ModelImage.OPERATOR, "000-US", null),
                null);
    }

    private ModelOrder images(Account asker) {
        String type = chance.nextInt(3) == 0 ? "Trial" : "RetailServicing";
        int device = upTo(3);
        String source = chance.nextInt(3) == 0 ? null : end(asker, device, type);
        source = source == null || isRare() ? image(asker, device, oneOf(NAMES)) : source;
        String next = chance.nextInt(3) == 0 ? oneOf(NAMES) : after(source);
        return new ModelOrder(
                type,
                null,
                chance.nextInt(20) == 0 ? null : source,
                image(asker, device, next),
                oneOf(
                        device == 3 && chance.nextBoolean() ? null : "D" + device,
                        "d" + device,
                        isRare() ? null : "D" + device),
                device == 3 && chance.nextBoolean() ? null : isRare() ? "000-US" : "000-de",
                chance.nextInt(5) == 0 ? ticket().strip().isEmpty() ? null : latest() : null);
    }

    /** A request that may be replaced, if there is any. */
    private @Nullable String latest() {
        List<ModelRequest> requests = model.requests();
        return requests.isEmpty()
                ? null
                : requests.get(requests.size() - 1 - chance.nextInt(Math.min(6, requests.size()))).ticket;
    }

    /** Where the last request of a phone leads. */
    private @Nullable String end(Account asker, int device, String type) {
        List<ModelRequest> requests = model.requests();
        for (int i = requests.size() - 1; i >= 0; i--) {
            ModelRequest each = requests.get(i);
            if (each.owner.equals(asker)
                    && each.phone().equals("D" + device)
                    && each.order.type().equals(type)
                    && each.isAlive()) {
                return isRare() ? each.order.source() : each.order.target();
            }
        }
        return null;
    }

    private static String after(String source) {
        char number = source.charAt(source.length() - 2);
        return Character.isDigit(number) && number < '8' ? "B" + (char) (number + 1) : "B3";
    }

    private String image(Account asker, int device, String name) {
        Account owner = chance.nextInt(40) == 0 ? oem() : asker;
        String ticket =
                "TKT-SIGN-TEST-" + owner.oemId().charAt(0) + (chance.nextInt(40) == 0 ? upTo(3) : device) + name + "X";
        return switch (chance.nextInt(80)) {
            case 0 -> ticket.replace("TEST", "PROD");
            case 1 -> "TKT-SIGN-TEST-UNHEAR";
            default -> ticket;
        };
    }

    @SafeVarargs
    private <T> @Nullable T oneOf(@Nullable T... values) {
        return values[chance.nextInt(values.length)];
    }

    private <T> T oneOf(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
