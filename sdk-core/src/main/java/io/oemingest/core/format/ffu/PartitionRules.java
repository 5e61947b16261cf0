package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;

/** What the sizes of partitions in a manifest must be like. */
final class PartitionRules {
    private static final String TOTAL = "TotalSectors";
    private static final String USED = "UsedSectors";
    private static final long NO_SIZE = 0xffff_ffffL;

    private PartitionRules() {}

    static ManifestPartition read(ManifestSection section) throws MalformedFileException {
        String name = section.require("Name");
        boolean useAllSpace = section.flag("UseAllSpace");
        boolean sized = section.get(TOTAL) != null;
        if (useAllSpace == sized) {
            throw section.malformed("of " + name + " has " + (sized ? "both" : "neither") + " UseAllSpace "
                    + (sized ? "and" : "nor") + " TotalSectors");
        }
        if (useAllSpace && !name.equalsIgnoreCase("Data")) {
            throw section.malformed("of " + name + " has UseAllSpace, which only Data may have");
        }
        section.flag("RequiredToFlash");
        long total = section.number(TOTAL, 0);
        long used = section.number(USED, 0);
        if (total == NO_SIZE) {
            throw section.malformed("of " + name + " has TotalSectors 4294967295, which is no size");
        }
        if (sized && used > total) {
            throw section.malformed("of " + name + " uses " + used + " sectors of " + total);
        }
        return new ManifestPartition(name, useAllSpace, total, used, section.values());
    }

    /** Sees that the partitions fit on the smallest disk; one that takes what is left counts as one sector. */
    static void checkSpace(ManifestSection section, ManifestStore store) throws MalformedFileException {
        long sectors = 0;
        for (ManifestPartition partition : store.partitions()) {
            sectors += partition.useAllSpace() ? 1 : partition.totalSectors();
            if (store.minSectorCount() != 0 && sectors > store.minSectorCount()) {
                throw section.malformed("has partitions of " + sectors + " sectors up to " + partition.name()
                        + ", more than the MinSectorCount " + store.minSectorCount());
            }
        }
    }
}
