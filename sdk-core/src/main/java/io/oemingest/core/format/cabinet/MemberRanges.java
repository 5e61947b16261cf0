package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.util.Comparator;
import java.util.List;

/** The members in the order of their data, which no two of them share. */
final class MemberRanges {
    private MemberRanges() {}

    /** Sorts by folder and place. @throws MalformedFileException if two members overlap */
    static List<CabinetMember> sorted(String file, List<CabinetMember> members) throws MalformedFileException {
        List<CabinetMember> sorted = members.stream()
                .sorted(Comparator.comparingInt(CabinetMember::folder)
                        .thenComparingLong(CabinetMember::folderOffset)
                        .thenComparingLong(CabinetMember::size))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            CabinetMember before = sorted.get(i - 1);
            CabinetMember member = sorted.get(i);
            if (before.folder() == member.folder() && before.folderOffset() + before.size() > member.folderOffset()) {
                throw new MalformedFileException(
                        Location.ofPart(file, "folder " + member.folder()),
                        "holds '" + before.name() + "' and '" + member.name() + "' in overlapping places");
            }
        }
        return sorted;
    }
}
