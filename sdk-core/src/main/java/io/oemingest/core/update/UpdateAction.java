package io.oemingest.core.update;

/** What can happen to a request. */
public enum UpdateAction {
    /** The service begins to make the update. */
    GENERATE("Generate"),
    /** Making it failed. */
    FAIL("Fail"),
    RETRY("Retry"),
    GIVE_UP("GiveUp"),
    /** The update is made and goes to the preview server. */
    PREVIEW("Preview"),
    APPROVE_AS_OEM("ApproveAsOem"),
    APPROVE_AS_OPERATOR("ApproveAsMobileOperator"),
    /** It goes live, or to the phones of a trial. */
    PUBLISH("Publish"),
    CANCEL("Cancel"),
    /** A newer request took its place (rule CAN-04). */
    REPLACE("Replace"),
    /** The operators take it back (rule CAN-03). */
    WITHDRAW("Withdraw");

    private final String text;

    UpdateAction(String text) {
        this.text = text;
    }

    /** The spelling among a request's operations. */
    public String text() {
        return text;
    }

    /** The approval of one party. */
    public static UpdateAction approvalOf(ApprovalParty party) {
        return party == ApprovalParty.OEM ? APPROVE_AS_OEM : APPROVE_AS_OPERATOR;
    }
}
