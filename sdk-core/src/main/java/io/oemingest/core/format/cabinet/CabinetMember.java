package io.oemingest.core.format.cabinet;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file inside a cabinet (CFFILE, [MS-CAB] 2.3).
 *
 * @param name as stored, with either slash; safe to join to a folder
 * @param size unpacked bytes
 * @param folder index of the cabinet folder whose data holds the file
 * @param folderOffset where the file starts in the folder's unpacked data
 * @param modified local time of the machine that packed it, in steps of two seconds; null when it is no date
 * @param attributes DOS attributes, without the flag (0x80) that only says how the name is encoded
 */
public record CabinetMember(
        String name,
        long size,
        int folder,
        long folderOffset,
        @Nullable LocalDateTime modified,
        int attributes) {}
