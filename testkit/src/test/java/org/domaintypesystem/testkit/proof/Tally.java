package org.domaintypesystem.testkit.proof;

/** What has come, and what has not, in all runs. */
final class Tally {
    long repaired;
    private long delivered;
    private long lost;
    private long late;
    private long reliable;
    private long excused;
    private long streams;
    private long unbroken;

    /** A stream of which nothing may be missing, and nothing is. */
    void count(long messages) {
        if (messages > 0) {
            streams++;
            unbroken += messages;
        }
    }

    void count(Journal journal) {
        delivered += journal.delivered();
        lost += journal.lost();
        late += journal.revised();
        if (journal.topic().isReliable()) {
            reliable += journal.delivered();
            excused += journal.lost();
        }
    }

    /** Whether everything that is held against something has happened. */
    boolean isMeaningful() {
        return lost > excused && late > 0 && excused > 0 && repaired > 0 && reliable > unbroken && streams > 0;
    }

    @Override
    public String toString() {
        return ("%d messages delivered, %d missing, %d of these late; of reliable types %d delivered, %d of them repaired,"
                        + " %d missing with an excuse; %d delivered in %d streams that have none")
                .formatted(delivered, lost, late, reliable, repaired, excused, unbroken, streams);
    }
}
