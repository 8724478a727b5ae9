package org.domaintypesystem;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** What each node has counted, now and then. As {@link DtsCounters} has it; -1: unknown. */
@Name("dts.Counters")
@Label("Counters")
@Category("DTS")
@Description("What a node has counted since it joined")
@StackTrace(false)
@Period("5 s")
final class CountersEvent extends Event {
    private static final Set<Dts> NODES = ConcurrentHashMap.newKeySet();

    static {
        FlightRecorder.addListener(new FlightRecorderListener() {
            /** Not before: it would start the recorder in every process. */
            @Override
            public void recorderInitialized(FlightRecorder recorder) {
                FlightRecorder.addPeriodicEvent(CountersEvent.class, CountersEvent::emit);
            }
        });
    }

    @Label("Node")
    final String node;

    @Label("Sender")
    @MemoryAddress
    final long sender;

    @Label("Sent")
    final long sent;

    @Label("Refused")
    final long refused;

    @Label("Not Sent")
    final long unsent;

    @Label("Datagrams")
    final long datagrams;

    @Label("Kernel Drops")
    final long kernelDrops;

    @Label("Accepted")
    final long accepted;

    @Label("Not Listened To")
    final long notListened;

    @Label("Missing")
    final long missing;

    @Label("Duplicates")
    final long duplicates;

    @Label("Late")
    final long late;

    @Label("Stale")
    final long stale;

    @Label("Implausible")
    final long implausible;

    @Label("Conflicting")
    final long conflicting;

    @Label("Fragments")
    final long fragments;

    @Label("Incomplete")
    final long incomplete;

    @Label("Awaited")
    final long awaited;

    @Label("Not Awaited")
    final long notAwaited;

    @Label("Refused Schemas")
    final long refusedSchemas;

    @Label("Control")
    final long control;

    @Label("Forgotten Senders")
    final long forgottenSenders;

    @Label("Ignored Peers")
    final long ignoredPeers;

    @Label("Ignored Types")
    final long ignoredTypes;

    @Label("Malformed")
    final long malformed;

    @Label("Foreign")
    final long foreign;

    @Label("Other Version")
    final long otherVersion;

    @Label("Unknown Body")
    final long unknownBody;

    @Label("Delivered")
    final long delivered;

    @Label("Dropped: Newest")
    final long droppedNewest;

    @Label("Dropped: Oldest")
    final long droppedOldest;

    @Label("Dropped: Keys")
    final long droppedKeys;

    @Label("Superseded")
    final long superseded;

    @Label("Undecodable")
    final long undecodable;

    @Label("Listener Failures")
    final long failures;

    @Label("Queries Asked")
    final long queriesAsked;

    @Label("Replies")
    final long replies;

    @Label("Stray Replies")
    final long strayReplies;

    @Label("Dropped: Replies")
    final long droppedReplies;

    @Label("Queries Answered")
    final long queriesAnswered;

    @Label("Queries Refused")
    final long queriesRefused;

    @Label("Replies Sent")
    final long sentReplies;

    @Label("Replies Not Sent")
    final long unsentReplies;

    @Label("Last Values Kept")
    final long lastValuesKept;

    @Label("Last Values Kept: Bytes")
    @DataAmount
    final long lastValuesKeptBytes;

    @Label("Last Values Not Kept")
    final long lastValuesNotKept;

    @Label("Last Values: Requests Answered")
    final long lastValuesAnswered;

    @Label("Last Values: Requests Ignored")
    final long lastValuesIgnored;

    @Label("Last Values Sent")
    final long lastValuesSent;

    @Label("Last Values: Requests")
    final long lastValuesAsked;

    @Label("Last Values Received")
    final long lastValuesReceived;

    @Label("Held Back")
    final long heldBack;

    @Label("Not Held Back")
    final long notHeldBack;

    @Label("Repaired")
    final long repaired;

    @Label("Repairs: Requests")
    final long repairsAsked;

    @Label("Repairs: Requests Answered")
    final long repairsAnswered;

    @Label("Repairs: Requests Ignored")
    final long repairsIgnored;

    @Label("Repairs Sent")
    final long repairsSent;

    @Label("Repairs Not Sent")
    final long repairsNotSent;

    @Label("Gaps Told")
    final long gaps;

    @Label("Not Sealed")
    final long plain;

    @Label("Sealed")
    final long sealed;

    @Label("Sealed with Other Keys")
    final long otherKey;

    @Label("Forged")
    final long forged;

    @Label("Played Back")
    final long replayed;

    @Label("Of Unproven Senders")
    final long notProven;

    @Label("Waited for a Proof")
    final long unproven;

    @Label("Proofs Asked For")
    final long proofsAsked;

    @Label("Proofs Given")
    final long proofsGiven;

    @Label("Proofs Not Given")
    final long proofsNotGiven;

    private CountersEvent(String node, long sender, DtsCounters counters) {
        this.node = node;
        this.sender = sender;
        DtsCounters.Sending sending = counters.sending();
        this.sent = sending.sent();
        this.refused = sending.refused();
        this.unsent = sending.lost();
        DtsCounters.Receiving receiving = counters.receiving();
        this.datagrams = receiving.datagrams();
        this.kernelDrops = receiving.kernelDrops().orElse(-1);
        this.accepted = receiving.accepted();
        this.notListened = receiving.notListened();
        this.missing = receiving.missing();
        this.duplicates = receiving.duplicates();
        this.late = receiving.late();
        this.stale = receiving.stale();
        this.implausible = receiving.implausible();
        this.conflicting = receiving.conflicting();
        this.fragments = receiving.fragments();
        this.incomplete = receiving.incomplete();
        this.awaited = receiving.awaited();
        this.notAwaited = receiving.notAwaited();
        this.refusedSchemas = receiving.refusedSchemas();
        this.control = receiving.control();
        this.forgottenSenders = receiving.forgottenSenders();
        this.ignoredPeers = receiving.ignoredPeers();
        this.ignoredTypes = receiving.ignoredTypes();
        this.malformed = receiving.rejected().malformed();
        this.foreign = receiving.rejected().foreign();
        this.otherVersion = receiving.rejected().otherVersion();
        this.unknownBody = receiving.rejected().unknownBody();
        DtsCounters.Delivering delivering = counters.delivering();
        this.delivered = delivering.delivered();
        this.droppedNewest = delivering.dropped().newest();
        this.droppedOldest = delivering.dropped().oldest();
        this.droppedKeys = delivering.dropped().keys();
        this.superseded = delivering.superseded();
        this.undecodable = delivering.undecodable();
        this.failures = delivering.failures();
        DtsCounters.Querying querying = counters.querying();
        this.queriesAsked = querying.asked();
        this.replies = querying.replies();
        this.strayReplies = querying.strayReplies();
        this.droppedReplies = querying.droppedReplies();
        this.queriesAnswered = querying.answered();
        this.queriesRefused = querying.refused();
        this.sentReplies = querying.sentReplies();
        this.unsentReplies = querying.unsentReplies();
        DtsCounters.LastValues lastValues = counters.lastValues();
        this.lastValuesKept = lastValues.kept();
        this.lastValuesKeptBytes = lastValues.keptBytes();
        this.lastValuesNotKept = lastValues.notKept();
        this.lastValuesAnswered = lastValues.answered();
        this.lastValuesIgnored = lastValues.ignored();
        this.lastValuesSent = lastValues.sent();
        this.lastValuesAsked = lastValues.asked();
        this.lastValuesReceived = lastValues.received();
        DtsCounters.Repairing repairing = counters.repairing();
        this.heldBack = repairing.heldBack();
        this.notHeldBack = repairing.notHeldBack();
        this.repaired = repairing.repaired();
        this.repairsAsked = repairing.asked();
        this.repairsAnswered = repairing.answered();
        this.repairsIgnored = repairing.ignored();
        this.repairsSent = repairing.sent();
        this.repairsNotSent = repairing.notSent();
        this.gaps = repairing.gaps();
        DtsCounters.Guarding guarding = counters.guarding();
        this.plain = guarding.plain();
        this.sealed = guarding.sealed();
        this.otherKey = guarding.otherKey();
        this.forged = guarding.forged();
        this.replayed = guarding.replayed();
        this.notProven = guarding.notProven();
        this.unproven = guarding.waited();
        this.proofsAsked = guarding.asked();
        this.proofsGiven = guarding.answered();
        this.proofsNotGiven = guarding.ignored();
    }

    /** From now on there is an event for a node in every period of a recording that wants it. */
    static void add(Dts node) {
        NODES.add(node);
    }

    static void remove(Dts node) {
        NODES.remove(node);
    }

    private static void emit() {
        for (Dts node : NODES) {
            new CountersEvent(node.name(), node.sender(), node.counters()).commit();
        }
    }
}
