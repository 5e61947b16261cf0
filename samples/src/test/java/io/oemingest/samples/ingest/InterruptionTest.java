package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptionTest {
    private static final Progress STEP = new Progress("extract", "a.txt", 1, 2);

    @Test
    void passesProgressOnAsLongAsNobodyStopsTheProgram() {
        List<Progress> heard = new ArrayList<>();

        try (Interruption interruption = new Interruption(heard::add)) {
            interruption.onProgress(STEP);
        }

        assertThat(heard).containsExactly(STEP);
    }

    @Test
    @Timeout(30)
    void endsTheWorkAndWaitsUntilItHasCleanedUp() throws InterruptedException {
        AtomicBoolean cleaned = new AtomicBoolean();
        AtomicBoolean cleanedAtTheEnd = new AtomicBoolean();
        Interruption interruption = new Interruption(ProgressListener.NONE);
        Thread end = new Thread(() -> {
            interruption.stop();
            cleanedAtTheEnd.set(cleaned.get());
        });

        try (interruption) {
            end.start();
            assertThatThrownBy(() -> {
                        while (true) {
                            interruption.onProgress(STEP);
                        }
                    })
                    .isInstanceOf(CancellationException.class);
            cleaned.set(true);
        }
        end.join();

        assertThat(cleanedAtTheEnd).isTrue();
    }
}
