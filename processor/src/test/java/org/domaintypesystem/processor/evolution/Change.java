package org.domaintypesystem.processor.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A change of a type: the sources before and after it, and what each version makes of the other one's values. */
final class Change {
    private final String name;
    private List<String> before = List.of();
    private List<String> after = List.of();
    private final List<String> fromOlder = new ArrayList<>();
    private final List<String> readByNewer = new ArrayList<>();
    private final List<String> fromNewer = new ArrayList<>();
    private final List<String> readByOlder = new ArrayList<>();
    private final List<String> refusedByOlder = new ArrayList<>();
    private List<String> rules = List.of();
    private boolean isText = true;
    private Version older;
    private Version newer;

    Change(String name) {
        this.name = name;
    }

    Change before(String first, String... others) {
        before = join(first, others);
        return this;
    }

    Change after(String first, String... others) {
        after = join(first, others);
        return this;
    }

    private static List<String> join(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toList();
    }

    /** A value of the older version, and the one that the newer version reads. */
    Change toNewer(String sent, String received) {
        fromOlder.add(sent);
        readByNewer.add(received);
        return this;
    }

    /** A value of the newer version, and the one that the older version reads. */
    Change toOlder(String sent, String received) {
        fromNewer.add(sent);
        readByOlder.add(received);
        return this;
    }

    /** A value that is the same in both versions. */
    Change bothWays(String value) {
        return toNewer(value, value).toOlder(value, value);
    }

    /** A value of the newer version that the older one does not read. */
    Change refused(String sent) {
        refusedByOlder.add(sent);
        return this;
    }

    /** The tool's text of some of the values is not one that it can read. */
    Change noText() {
        isText = false;
        return this;
    }

    boolean isText() {
        return isText;
    }

    /** The changes of the schema that are reported, by their rules. */
    Change isCalled(String... reported) {
        rules = List.of(reported);
        return this;
    }

    List<String> rules() {
        return rules;
    }

    Version older() {
        if (older == null) {
            older = Version.of(before, Map.of("Sent", fromOlder, "Expected", readByOlder));
        }
        return older;
    }

    Version newer() {
        if (newer == null) {
            newer = Version.of(after, Map.of("Sent", fromNewer, "Expected", readByNewer, "Refused", refusedByOlder));
        }
        return newer;
    }

    @Override
    public String toString() {
        return name;
    }
}
