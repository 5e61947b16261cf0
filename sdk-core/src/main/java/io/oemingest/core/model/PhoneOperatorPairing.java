package io.oemingest.core.model;

/** The phone and operator that an image is for, the three values that updates are targeted by (rule DTI-07). */
public record PhoneOperatorPairing(String manufacturer, String modelName, String operatorName) {
    @Override
    public String toString() {
        return manufacturer + "/" + modelName + "/" + operatorName;
    }
}
