package io.oemingest.core.format.pkg;

import io.oemingest.core.io.ByteSource;

/** A file that goes into a package; {@code attributes} are names separated by blanks. */
record PackageContent(String fileType, String devicePath, String attributes, ByteSource content) {

    /** The last part of the path. */
    String fileName() {
        return devicePath.substring(devicePath.lastIndexOf('\\') + 1);
    }
}
