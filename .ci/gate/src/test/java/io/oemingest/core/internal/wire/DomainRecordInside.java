package io.oemingest.core.internal.wire;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.gate.Violates;
import java.util.List;

/** Breaks a rule on purpose. */
@Violates("wire-records-hold-no-domain-type")
record DomainRecordInside(List<FirmwareVersion> versions) {}
