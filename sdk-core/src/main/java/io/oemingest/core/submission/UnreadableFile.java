package io.oemingest.core.submission;

import io.oemingest.core.format.Location;

/** A file of the submission that could not be read as what it should be, and why. */
public record UnreadableFile(Location location, String problem) {}
