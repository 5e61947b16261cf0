package io.oemingest.core.format.pkg;

/** What {@code update.mum} says: what packages of both styles say, and what only packages of this style do. */
record CbsDocument(PackageManifest manifest, CbsFacts facts) {}
