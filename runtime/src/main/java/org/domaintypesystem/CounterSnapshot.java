package org.domaintypesystem;

import java.util.Collection;
import java.util.OptionalLong;
import org.domaintypesystem.DtsCounters.Delivering;
import org.domaintypesystem.DtsCounters.Dropped;
import org.domaintypesystem.DtsCounters.Guarding;
import org.domaintypesystem.DtsCounters.LastValues;
import org.domaintypesystem.DtsCounters.Querying;
import org.domaintypesystem.DtsCounters.Receiving;
import org.domaintypesystem.DtsCounters.Rejected;
import org.domaintypesystem.DtsCounters.Repairing;
import org.domaintypesystem.DtsCounters.Sending;
import org.domaintypesystem.engine.Counter;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.send.OutboundStream;

/** Gathers what the parts of a node have counted. */
final class CounterSnapshot {
    private CounterSnapshot() {}

    static DtsCounters of(
            Collection<OutboundStream> streams,
            Counters received,
            OptionalLong kernelDrops,
            DeliveryCounters delivered,
            QueryCounters queried,
            LastValues lastValues) {
        return new DtsCounters(
                new Sending(
                        streams.stream().mapToLong(OutboundStream::sent).sum(),
                        streams.stream().mapToLong(OutboundStream::refused).sum(),
                        streams.stream().mapToLong(OutboundStream::lost).sum()),
                receiving(received, kernelDrops),
                new Delivering(
                        delivered.delivered.sum(),
                        new Dropped(
                                delivered.droppedNewest.sum(),
                                delivered.droppedOldest.sum(),
                                delivered.droppedKeys.sum()),
                        delivered.superseded.sum(),
                        delivered.undecodable.sum(),
                        delivered.failures.sum()),
                new Querying(
                        queried.asked.sum(),
                        queried.replies.sum(),
                        queried.strayReplies.sum(),
                        queried.droppedReplies.sum(),
                        queried.answered.sum(),
                        queried.refused.sum(),
                        queried.sentReplies.sum(),
                        queried.unsentReplies.sum()),
                lastValues,
                repairing(received),
                guarding(received));
    }

    private static Guarding guarding(Counters counters) {
        return new Guarding(
                counters.get(Counter.PLAIN),
                counters.get(Counter.SEALED),
                counters.get(Counter.OTHER_KEY),
                counters.get(Counter.FORGED),
                counters.get(Counter.REPLAYED),
                counters.get(Counter.NOT_PROVEN),
                counters.get(Counter.UNPROVEN),
                counters.get(Counter.CHALLENGES_SENT),
                counters.get(Counter.CHALLENGES_ANSWERED),
                counters.get(Counter.CHALLENGES_REFUSED));
    }

    private static Repairing repairing(Counters counters) {
        return new Repairing(
                counters.get(Counter.HELD_BACK),
                counters.get(Counter.NOT_HELD_BACK),
                counters.get(Counter.REPAIRED),
                counters.get(Counter.NAKS_SENT),
                counters.get(Counter.NAKS_TAKEN),
                counters.get(Counter.NAKS_REFUSED),
                counters.get(Counter.REPAIRS_SENT),
                counters.get(Counter.REPAIRS_REFUSED),
                counters.get(Counter.GAPS_SENT));
    }

    private static Receiving receiving(Counters received, OptionalLong kernelDrops) {
        return new Receiving(
                received.get(Counter.DATAGRAMS),
                kernelDrops,
                received.get(Counter.DELIVERED),
                received.get(Counter.NOT_LISTENED),
                received.get(Counter.MISSING),
                received.get(Counter.DUPLICATE),
                received.get(Counter.LATE),
                received.get(Counter.STALE),
                received.get(Counter.IMPLAUSIBLE),
                received.get(Counter.CONFLICTING),
                received.get(Counter.FRAGMENTS),
                received.get(Counter.INCOMPLETE),
                received.get(Counter.AWAITED),
                received.get(Counter.NOT_AWAITED),
                received.get(Counter.SCHEMAS_REFUSED),
                received.get(Counter.CONTROL),
                received.get(Counter.EVICTED),
                received.get(Counter.PEERS_IGNORED),
                received.get(Counter.TYPES_IGNORED),
                new Rejected(
                        received.get(Counter.MALFORMED),
                        received.get(Counter.FOREIGN),
                        received.get(Counter.OTHER_VERSION),
                        received.get(Counter.UNKNOWN_BODY)));
    }
}
