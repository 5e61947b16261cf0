package io.oemingest.client;

/** Stands for any class of the client. */
public final class AccompliceOfTheClient {}
