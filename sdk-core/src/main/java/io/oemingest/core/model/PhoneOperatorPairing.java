package io.oemingest.core.model;

import java.util.Locale;

/** The phone and operator that an image is for, the three values that updates are targeted by (rule DTI-07). */
public record PhoneOperatorPairing(String manufacturer, String modelName, String operatorName) {
    /** The form in which two pairings are compared: case carries no meaning. */
    public PhoneOperatorPairing folded() {
        return new PhoneOperatorPairing(
                manufacturer.toLowerCase(Locale.ROOT),
                modelName.toLowerCase(Locale.ROOT),
                operatorName.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return manufacturer + "/" + modelName + "/" + operatorName;
    }
}
