package io.oemingest.emulator.http;

import io.oemingest.emulator.engine.Refusal;
import java.io.IOException;
import java.util.Set;

/** Answers the requests of one address. May block; one instance serves many threads. */
interface Resource {

    /** What the address allows besides OPTIONS; HEAD comes with GET. */
    Set<String> methods();

    Answer answer(Call call) throws Refusal, HttpRefusal, IOException;
}
