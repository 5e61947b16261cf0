package io.oemingest.core.format.pkg;

import io.oemingest.core.io.ByteSource;

/** A file that goes into a package. */
record PackageContent(String fileType, String devicePath, ByteSource content) {

    /** The last part of the path. */
    String fileName() {
        return devicePath.substring(devicePath.lastIndexOf('\\') + 1);
    }
}
