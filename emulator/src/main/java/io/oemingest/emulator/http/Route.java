package io.oemingest.emulator.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An address pattern, its resource and what is demanded of whoever calls it.
 *
 * @param pattern segments; a star stands for any one text
 */
record Route(List<String> pattern, Resource resource, Set<Demand> demands) {
    enum Demand {
        /** A bearer token of an account. */
        ACCOUNT,
        /** A client that is not too old. */
        VERSION,
        /** The version header of tus. */
        TUS
    }

    static Route of(String path, Resource resource, Demand... demands) {
        Set<Demand> set = EnumSet.noneOf(Demand.class);
        set.addAll(List.of(demands));
        return new Route(segments(path), resource, set);
    }

    /** The parts between the slashes; nothing for what is no path, such as the star of {@code OPTIONS *}. */
    static List<String> segments(@Nullable String path) {
        return path == null || !path.startsWith("/")
                ? List.of()
                : List.of(path.substring(1).split("/", -1));
    }

    boolean matches(List<String> segments) {
        if (segments.size() != pattern.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            boolean any = pattern.get(i).equals("*") && !segments.get(i).isEmpty();
            if (!any && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean demands(Demand demand) {
        return demands.contains(demand);
    }

    /** The value of {@code Allow}. */
    String allowed() {
        Set<String> all = new TreeSet<>(resource.methods());
        all.add("OPTIONS");
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return String.join(", ", all);
    }
}
