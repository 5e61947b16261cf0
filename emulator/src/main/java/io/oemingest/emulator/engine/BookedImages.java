package io.oemingest.emulator.engine;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.emulator.port.RecordStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All signed images, found by ticket and by phone in a time that does not grow with their number. Safe for threads. */
final class BookedImages {
    private final RecordStore<BookedImage> records;
    private final Map<SubmissionTicket, List<BookedImage>> tickets = new ConcurrentHashMap<>();
    private final Map<UpdatePhone, List<BookedImage>> phones = new ConcurrentHashMap<>();

    /** Finds what is in the store already, and what is entered here. */
    BookedImages(RecordStore<BookedImage> records) {
        this.records = records;
        records.all().forEach(this::index);
    }

    /** False if the ticket has an image for this phone and operator already. */
    boolean enter(BookedImage image) {
        boolean entered = records.insert(image.key(), image);
        if (entered) {
            index(image);
        }
        return entered;
    }

    List<BookedImage> all() {
        return records.all();
    }

    /** One for each phone and operator of the submission; none if it is no signed image. */
    List<BookedImage> of(SubmissionTicket ticket) {
        return tickets.getOrDefault(ticket, List.of());
    }

    /** Those of a phone, in the order in which they were entered. */
    List<BookedImage> of(UpdatePhone phone) {
        return phone.isNamed()
                ? phones.getOrDefault(phone, List.of())
                : all().stream().filter(phone::isOf).toList();
    }

    private void index(BookedImage image) {
        tickets.computeIfAbsent(image.image().ticket(), key -> new CopyOnWriteArrayList<>())
                .add(image);
        phones.computeIfAbsent(UpdatePhone.of(image), key -> new CopyOnWriteArrayList<>())
                .add(image);
    }
}
