package org.domaintypesystem.transport;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.domaintypesystem.spi.TransportListener;

/** What failed while a lock was held, to be told without it. Not for several threads at once. */
final class Failures {
    private record Failure(String what, Exception cause) {}

    private final List<Failure> all = new ArrayList<>();

    /**
     * @param what as {@link TransportListener#failed} takes it
     */
    void add(String what, Exception cause) {
        all.add(new Failure(what, cause));
    }

    void addAll(Failures others) {
        all.addAll(others.all);
    }

    int size() {
        return all.size();
    }

    /** Throws the first one; there must be one. */
    void throwFirst() throws IOException {
        Failure first = all.get(0);
        throw new IOException(first.what() + " failed: " + first.cause().getMessage(), first.cause());
    }

    void tell(TransportListener listener) {
        tellNew(listener, new Failures());
    }

    /** Tells of those that did not fail earlier, too. */
    void tellNew(TransportListener listener, Failures earlier) {
        Set<String> known = earlier.all.stream().map(Failure::what).collect(toSet());
        for (Failure each : all) {
            if (!known.contains(each.what())) {
                listener.failed(each.what(), each.cause());
            }
        }
    }
}
