package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.domaintypesystem.engine.FirstContact.Waiting;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Opener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what somebody has recorded and plays back from being taken for new. A sender that is not known here is asked, with a
 * random number that it has to send back sealed, to prove that it is there; what has come of it waits until then, and is
 * handed on if it was sent just now, by the sender's own clock. From then on its numbers tell what is new.
 *
 * <p>Everything here is about messages that have been opened. Times are nanoseconds that never go back, unless they are said
 * to be others. For one thread at a time.
 */
public final class FirstContacts {
    /** How many senders are remembered, and how many are asked at the same time. */
    public static final int MAX_CONTACTS = 4096;

    public static final int MAX_ASKED = 1024;

    /** How many bytes of messages wait, of all senders together. */
    public static final int MAX_WAITING_BYTES = 8 << 20;

    /** How often a sender is asked, and the first pause: each one is twice as long as the one before. */
    static final int MAX_TIMES = 6;

    static final long PAUSE = 50_000_000;

    /** For how long one that does not answer is not asked again. */
    static final long REST = 2_000_000_000;

    /** How many bytes of challenges leave in a second. */
    private static final long BYTES_PER_SECOND = 1 << 18;

    /** Who is new may be so to many, all of which ask: within so many nanoseconds for each that is known, and at most. */
    private static final long SPREAD = 200_000;

    private static final long MAX_SPREAD = 100_000_000;

    /** What is to become of a message. */
    public enum Judgement {
        /** It is new, or others find out. */
        NEW,
        /** It has come before, or was sent so long ago that it has been played back. */
        REPLAYED,
        /** Nobody knows: it has to wait. */
        UNPROVEN
    }

    /** Takes what goes on after it has waited. */
    public interface Admitted {
        /**
         * A message whose sender has proven that it is there.
         *
         * @param message in its usual form, and nothing else
         * @param keyId which key it was sealed with
         * @param receivedAt nanoseconds since the epoch
         */
        void message(byte[] message, int keyId, long receivedAt, SocketAddress source);
    }

    private final Counters counters;
    private final long self;
    private final ChallengeMessages messages;
    private final Admitted admitted;
    private final LongSupplier nonces;
    private final SplittableRandom random;
    private final Contacts contacts;
    private final LongMap<FirstContact> asked;

    /** The one that was asked first comes first. */
    private final List<FirstContact> inOrder = new ArrayList<>();

    private final ByteBudget budget = new ByteBudget(BYTES_PER_SECOND);
    private final ChallengeLimits limits;
    private int waitingBytes;

    /**
     * @param self the sender of this node
     * @param output takes challenges and responses
     * @param nonces 64 bits each time that nobody can guess
     * @param seed of everything else that is random
     */
    public FirstContacts(
            Counters counters, long self, ControlOutput output, Admitted admitted, LongSupplier nonces, long seed) {
        this.counters = counters;
        this.self = self;
        this.messages = new ChallengeMessages(self, output);
        this.admitted = admitted;
        this.nonces = nonces;
        this.random = new SplittableRandom(seed);
        this.contacts = new Contacts(MAX_CONTACTS, seed);
        this.asked = new LongMap<>(seed);
        this.limits = new ChallengeLimits(seed);
    }

    /** Whether it is of any use to open a message that is shown: false if it is known to be a copy. */
    public boolean mayBeNew(Opener shown) {
        if (!isNumberedHere(shown.kind())) {
            return true;
        }
        Contact contact = contacts.get(shown.sender(), shown.keyId());
        return contact == null || contact.isNew(shown.kind(), shown.sequence(), shown.timestamp());
    }

    /**
     * Judges a message that has been opened. If it has a number of its own here and is whole, it has come now.
     *
     * @param isFirst whether it is of a type of which nothing has come of this sender; of {@link CounterKind#DATA} only
     * @param epochNanos the time of day
     */
    public Judgement judge(Opener opened, boolean isFirst, long now, long epochNanos) {
        Contact contact = opened.sender() == self
                ? itself(opened.keyId(), now, epochNanos)
                : contacts.heard(opened.sender(), opened.keyId());
        if (contact == null) {
            return opened.kind() == CounterKind.DATA && !isFirst ? Judgement.NEW : Judgement.UNPROVEN;
        }
        if (isNumberedHere(opened.kind())) {
            return judgeNumber(contact, opened, now);
        }
        if (!isFirst || contact.isFresh(opened.timestamp(), now)) {
            return Judgement.NEW;
        }
        return contact.isJustProven(now) ? Judgement.REPLAYED : Judgement.UNPROVEN;
    }

    /** This node need not prove to itself that it is there, and knows what its own clock shows. */
    private Contact itself(int keyId, long now, long epochNanos) {
        Contact known = contacts.heard(self, keyId);
        Contact contact = known == null ? new Contact(self, keyId, 0, epochNanos, now) : known;
        if (known == null) {
            add(contact);
        } else {
            contact.proven(epochNanos, now);
        }
        return contact;
    }

    private void add(Contact contact) {
        if (contacts.add(contact)) {
            counters.increment(Counter.EVICTED);
        }
    }

    private static Judgement judgeNumber(Contact contact, Opener opened, long now) {
        if (!contact.isNew(opened.kind(), opened.sequence(), opened.timestamp())) {
            return Judgement.REPLAYED;
        }
        if (opened.fragmentCount() == 0) {
            contact.take(opened.kind(), opened.sequence(), opened.timestamp(), now);
        }
        return Judgement.NEW;
    }

    /** A large message has come, whole, that has a number of its own here: false if it has come before. */
    boolean take(long sender, int keyId, CounterKind kind, long sequence, long timestamp, long now) {
        Contact contact = contacts.get(sender, keyId);
        if (contact == null) {
            return true;
        }
        boolean isNew = contact.isNew(kind, sequence, timestamp);
        if (isNew) {
            contact.take(kind, sequence, timestamp, now);
        }
        return isNew;
    }

    private static boolean isNumberedHere(CounterKind kind) {
        return kind == CounterKind.CONTROL || kind == CounterKind.REPLY;
    }

    /**
     * Has a message wait that is {@link Judgement#UNPROVEN}, and its sender asked.
     *
     * @param receivedAt nanoseconds since the epoch
     * @return whether {@link #tick} is due earlier now
     */
    public boolean hold(Opener opened, long receivedAt, SocketAddress source, long now) {
        FirstContact contact = asked(opened.sender(), opened.keyId());
        boolean isFurther = contact == null;
        if (contact == null) {
            contact = ask(opened, source, now);
        }
        contact.heard(opened.timestamp(), source);
        boolean isDuplicate = contact.isWaiting(opened);
        if (isDuplicate || contact.asked > MAX_TIMES || !hasRoom(contact, opened)) {
            counters.increment(isDuplicate ? Counter.DUPLICATE : Counter.NOT_PROVEN);
            return isFurther;
        }
        counters.increment(Counter.UNPROVEN);
        waitingBytes += opened.length();
        contact.add(new Waiting(
                Arrays.copyOf(opened.plain(), opened.length()),
                opened.kind(),
                opened.typeId(),
                opened.sequence(),
                opened.fragmentIndex(),
                opened.fragmentCount(),
                opened.timestamp(),
                receivedAt,
                source));
        return isFurther;
    }

    private @Nullable FirstContact asked(long sender, int keyId) {
        FirstContact contact = asked.get(Contacts.key(sender, keyId));
        return contact != null && contact.isOf(sender, keyId) ? contact : null;
    }

    private FirstContact ask(Opener opened, SocketAddress source, long now) {
        if (inOrder.size() == MAX_ASKED) {
            // Who is there answers soon: the one that has not for longest is the least likely to.
            end(inOrder.get(0));
        }
        FirstContact twin = asked.get(Contacts.key(opened.sender(), opened.keyId()));
        if (twin != null) {
            end(twin);
        }
        long spread = Math.min(MAX_SPREAD, contacts.size() * SPREAD);
        ChallengeMessages.Nonce nonce = new ChallengeMessages.Nonce(nonces.getAsLong(), nonces.getAsLong());
        FirstContact contact =
                new FirstContact(opened, source, nonce, spread == 0 ? now : now + random.nextLong(spread));
        asked.put(Contacts.key(contact.sender, contact.keyId), contact);
        inOrder.add(contact);
        return contact;
    }

    /** Of one sender, what its clock says is older gives way: what is played back must not keep out what is new. */
    private boolean hasRoom(FirstContact contact, Opener opened) {
        if (!contact.isFull() && waitingBytes + opened.length() <= MAX_WAITING_BYTES) {
            return true;
        }
        int freed = contact.dropOlderThan(opened.timestamp());
        waitingBytes -= freed;
        if (freed > 0) {
            counters.increment(Counter.NOT_PROVEN);
        }
        return freed > 0 && waitingBytes + opened.length() <= MAX_WAITING_BYTES;
    }

    /** Forgets one that was asked, and what has waited for it. */
    private void end(FirstContact contact) {
        remove(contact);
        counters.add(Counter.NOT_PROVEN, contact.waiting().size());
    }

    private void remove(FirstContact contact) {
        asked.remove(Contacts.key(contact.sender, contact.keyId));
        inOrder.remove(contact);
        forget(contact);
    }

    private void forget(FirstContact contact) {
        for (Waiting each : contact.waiting()) {
            waitingBytes -= each.message().length;
        }
    }

    /**
     * Somebody asks this node to prove that it is there.
     *
     * @param message the challenge, as it was opened
     * @param epochNanos the time of day
     * @throws org.domaintypesystem.codec.DecodeException if it is none
     */
    void challenged(InboundMessage message, Opener opened, SocketAddress source, long now, long epochNanos) {
        ChallengeMessages.Nonce nonce = ChallengeMessages.read(message);
        Contact contact = contacts.get(opened.sender(), opened.keyId());
        if (contact != null && judgeNumber(contact, opened, now) == Judgement.REPLAYED) {
            counters.increment(Counter.REPLAYED);
        } else if (limits.allows(opened.sender(), ChallengeMessages.BYTES, now)) {
            counters.increment(Counter.CHALLENGES_ANSWERED);
            messages.response(nonce, opened.typeId(), epochNanos, source);
        } else {
            counters.increment(Counter.CHALLENGES_REFUSED);
        }
    }

    /**
     * Somebody proves that it is there; what has waited for that goes on.
     *
     * @param message the response, as it was opened
     * @throws org.domaintypesystem.codec.DecodeException if it is none
     */
    void answered(InboundMessage message, Opener opened, long now) {
        FirstContact first = asked(opened.sender(), opened.keyId());
        if (first == null || !first.nonce.equals(ChallengeMessages.read(message))) {
            counters.increment(Counter.REPLAYED);
            return;
        }
        remove(first);
        Contact contact = contacts.heard(first.sender, first.keyId);
        if (contact == null) {
            contact = new Contact(first.sender, first.keyId, opened.sequence(), opened.timestamp(), now);
            add(contact);
        } else {
            contact.proven(opened.timestamp(), now);
        }
        contact.take(opened.kind(), opened.sequence(), opened.timestamp(), now);
        long oldest = opened.timestamp() - Contact.FRESH;
        for (Waiting each : first.waiting()) {
            if (isNew(contact, each, oldest, now)) {
                admitted.message(each.message(), first.keyId, each.receivedAt(), each.source());
            } else {
                counters.increment(Counter.REPLAYED);
            }
        }
    }

    private static boolean isNew(Contact contact, Waiting message, long oldest, long now) {
        if (!isNumberedHere(message.kind())) {
            return message.kind() == CounterKind.COPY || message.timestamp() >= oldest;
        }
        boolean isNew = contact.isNew(message.kind(), message.sequence(), message.timestamp());
        if (isNew && message.fragmentCount() == 0) {
            contact.take(message.kind(), message.sequence(), message.timestamp(), now);
        }
        return isNew;
    }

    /**
     * Asks those that have not answered yet.
     *
     * @param epochNanos the time of day
     * @return in how many nanoseconds to call again; {@link Long#MAX_VALUE}: not before {@link #hold} says so
     */
    public long tick(long now, long epochNanos) {
        long pause = Long.MAX_VALUE;
        for (int i = 0; i < inOrder.size(); ) {
            FirstContact contact = inOrder.get(i);
            if (contact.due - now <= 0 && !goOn(contact, now, epochNanos)) {
                end(contact);
                continue;
            }
            pause = Math.min(pause, contact.due - now);
            i++;
        }
        return pause == Long.MAX_VALUE ? pause : Math.max(1, pause);
    }

    /** The next step with one that is asked; false if there is none. */
    private boolean goOn(FirstContact contact, long now, long epochNanos) {
        if (contact.asked > MAX_TIMES) {
            return false;
        }
        if (contact.asked == MAX_TIMES) {
            counters.add(Counter.NOT_PROVEN, contact.waiting().size());
            forget(contact);
            contact.waiting().clear();
            contact.asked++;
            contact.due = now + REST;
        } else if (budget.hasLeft(now)) {
            budget.spend(ChallengeMessages.BYTES);
            counters.increment(Counter.CHALLENGES_SENT);
            contact.due = now + (PAUSE << contact.asked);
            contact.asked++;
            messages.challenge(contact.nonce, contact.typeId, epochNanos, contact.source);
        } else {
            contact.due = now + PAUSE;
        }
        return true;
    }
}
