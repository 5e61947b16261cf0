package io.oemingest.emulator;

import java.util.List;
import java.util.stream.Stream;

/** The rules by which a new request is refused or warned of: what breaks each, the answer, and a neighbour that does not. */
final class UpdateRuleRows {
    /** Rule; requests before; members that break it; answer; members that do not. */
    private static final String ROWS = """
            RFU-01 |                             | targetTicketId=                       | 400 InvalidRequest RFU-01        |
            RFU-02 |                             | targetTicketId=bad_ticket_number      | 404 TicketDoesNotExist RFU-02    |
            RFU-02 |                             | sourceTicketId=TKT-SIGN-TEST-UNHEAR   | 404 TicketDoesNotExist RFU-02    |
            RFU-05 |                             | type=PartnerSelfHost                  | 400 InvalidRequest RFU-05        | type=Trial
            RFU-05 |                             | type=Unheard                          | 400 InvalidRequest RFU-05        | type=retailservicing
            RFU-06 |                             | sourceTicketId=                       | 409 ChainBroken RFU-06           | sourceTicketId= targetTicketId=O1
            RFU-07 |                             | deviceName=                           | 400 InvalidRequest RFU-07        | deviceName= sourceTicketId=O1 targetTicketId=O2
            RFU-08 |                             | operatorId=                           | 400 InvalidRequest RFU-08        | operatorId= sourceTicketId=O1 targetTicketId=O2
            RFU-11 |                             | targetTicketId=CO                     | 422 TargetNotBaseline RFU-11     |
            RFU-11 |                             | sourceTicketId=LE targetTicketId=NC   | 422 TargetNotBaseline RFU-11     | sourceTicketId=LE targetTicketId=LC
            RFU-12 |                             | sourceTicketId=CO targetTicketId=B3   | 422 SourceNotBaseline RFU-12     | sourceTicketId=B2 targetTicketId=B3
            RFU-13 |                             | type=Trial targetTicketId=CO          | 201 RFU-13                       | type=Trial
            RFU-14 |                             | type=Trial sourceTicketId=CO targetTicketId=B3 | 201 RFU-14              | type=Trial sourceTicketId=B2 targetTicketId=B3
            RFU-15 |                             | targetTicketId=MI                     | 422 ValidationFailed RFU-15      |
            RFU-16 |                             | sourceTicketId=B2 targetTicketId=B1   | 422 VersionNotIncreasing RFU-16  |
            RFU-16 |                             | type=Trial targetTicketId=B1          | 422 VersionNotIncreasing RFU-16  | type=Trial
            RFU-18 |                             | sourceTicketId=LM                     | 422 SourceNotBaseline RFU-18     | sourceTicketId=LE
            RFU-18 |                             | sourceTicketId=NC                     | 422 SourceNotBaseline RFU-18     | sourceTicketId=LC
            RFU-18 |                             | sourceTicketId=LX                     | 422 SourceNotBaseline RFU-18     | sourceTicketId=LE
            RFU-19 |                             | targetTicketId=FX                     | 422 FeatureSetChanged RFU-19     |
            RFU-20 | targetTicketId=B2           | sourceTicketId=B3 targetTicketId=B4   | 409 ChainBroken RFU-20           | sourceTicketId=B2 targetTicketId=B4
            RFU-21 | targetTicketId=B2           | targetTicketId=B3                     | 409 DuplicateSource RFU-21 RFU-20 | type=Trial targetTicketId=B3
            RFU-21 | sourceTicketId=O1 targetTicketId=O2 deviceName= operatorId= | sourceTicketId=O1 | 409 DuplicateSource RFU-21 RFU-20 | sourceTicketId=O2
            RFU-25 |                             | deviceName=Other                      | 422 PopNotTargeted RFU-25 RFU-25 |
            RFU-25 |                             | operatorId=000-DE                     | 422 PopNotTargeted RFU-25 RFU-25 |
            RFU-26 |                             | product=WindowsPhoneBlue              | 400 InvalidRequest RFU-26        |
            RFU-26 |                             | system targetTicketId=B2              | 400 InvalidRequest RFU-26        | system
            RFU-27 |                             | targetTicketId=ZZ                     | 403 NotTicketOwner RFU-27        |
            RFU-27 |                             | sourceTicketId=ZZ                     | 403 NotTicketOwner RFU-27        |
            AKO-01 |                             | system type=RetailServicing product=WindowsPhoneThreshold | 422 OsOnlyRetailNotAllowed AKO-01 | system type=RetailServicing
            AKO-01 |                             | system type=RetailServicing product=WindowsHolographicThreshold | 422 OsOnlyRetailNotAllowed AKO-01 | system product=WindowsHolographicThreshold
            AKO-03 |                             | system cpu=ARM64                      | 400 InvalidRequest AKO-03        | system cpu=x86
            AKO-04 |                             | system product=IoTCoreThreshold       | 400 InvalidRequest AKO-04        | system product=WindowsHolographicThreshold
            AKO-05 |                             | system targetOsVersion=               | 400 InvalidRequest AKO-05        | system
            AKO-06 |                             | system sourceOsVersion=8.10           | 400 InvalidRequest AKO-06        | system
            AKO-07 |                             | system targetOsVersion=8.10.12349.825 | 422 VersionNotIncreasing AKO-07  | system targetOsVersion=8.10.12349.826
            AKO-08 |                             | system deviceName=                    | 400 InvalidRequest AKO-08        | system deviceName= sourceOsVersion=8.0.1.1 targetOsVersion=8.0.2.1
            AKO-08 |                             | system operatorId=                    | 400 InvalidRequest AKO-08        | system operatorId= sourceOsVersion=8.0.1.1 targetOsVersion=8.0.2.1
            AKO-10 |                             | system sourceOsVersion=               | 400 InvalidRequest AKO-05 AKO-10 | system
            """;

    private UpdateRuleRows() {}

    record Row(String rule, String before, String broken, String answer, String sound) {
        @Override
        public String toString() {
            return rule + " by " + broken;
        }
    }

    static List<Row> all() {
        return ROWS.lines().map(UpdateRuleRows::row).toList();
    }

    private static Row row(String line) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
}
