package org.domaintypesystem.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.domaintypesystem.engine.FirstContacts.Judgement;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.seal.PlainMessages;
import org.domaintypesystem.seal.Refusal;
import org.domaintypesystem.seal.Sealer;

/** A node with keys that publishes and listens, reduced to what concerns first contacts. */
final class KeyedNode {
    static final long TYPE = 0xc4823d37f52fcc19L;

    /** A datagram on its way. */
    record Datagram(byte[] bytes, SocketAddress from, SocketAddress to) {}

    final long sender;
    final SocketAddress address;
    final Counters counters = new Counters();
    final FirstContacts contacts;
    final List<Datagram> sent = new ArrayList<>();

    /** The sequences of messages that were delivered, by sender, in their order. */
    final Map<Long, List<Long>> delivered = new HashMap<>();

    /** The sequences of control messages that were handed on, likewise. */
    final Map<Long, List<Long>> controls = new HashMap<>();

    private final Sealer sealer;
    private final Opener opener;
    private long clockOffset;
    private long now;
    private long control;
    private long published;

    /**
     * @param clockOffset how far its clock is ahead of that which everybody has here
     */
    KeyedNode(long sender, KeyRing keys, long clockOffset) {
        this.sender = sender;
        this.address = InetSocketAddress.createUnresolved("node-%016x".formatted(sender), 1);
        this.sealer = new Sealer(keys, sender, 1);
        this.opener = new Opener(keys, 1);
        this.clockOffset = clockOffset;
        SplittableRandom random = new SplittableRandom(sender);
        this.contacts = new FirstContacts(
                counters,
                sender,
                this::sendControl,
                (message, keyId, receivedAt, source) -> accept(message),
                random::nextLong,
                1);
    }

    void at(long time) {
        now = time;
        contacts.tick(now, epochNanos());
    }

    /** Sets its clock. */
    void setClock(long ahead) {
        clockOffset = ahead;
    }

    private long epochNanos() {
        return 1_700_000_000_000_000_000L + now + clockOffset;
    }

    private void sendControl(byte[] message, int length, SocketAddress to) {
        byte[] plain = Arrays.copyOf(message, length);
        MessageLayout.writeSequence(plain, ++control);
        sent.add(new Datagram(PlainMessages.sealed(sealer, plain), address, to));
    }

    /** Publishes a message to all. */
    Datagram publish() {
        return sealed(MessageLayout.PAYLOAD, TYPE, ++published);
    }

    /** Announces something to all. */
    Datagram announce() {
        return sealed(MessageLayout.ANNOUNCE, 0, ++control);
    }

    /** Sends a copy of a message that was published. */
    Datagram copy(long sequence) {
        byte[] plain = PlainMessages.message(sender, 0, MessageLayout.LAST_VALUE, TYPE, sequence, 5, sequence);
        return new Datagram(PlainMessages.sealed(sealer, plain), address, address);
    }

    private Datagram sealed(int tag, long typeId, long sequence) {
        byte[] plain = PlainMessages.message(sender, tag, 0, typeId, sequence, epochNanos(), sequence);
        return new Datagram(PlainMessages.sealed(sealer, plain), address, address);
    }

    void receive(byte[] bytes, SocketAddress from) {
        Refusal refused = opener.show(bytes, 8, bytes.length);
        if (refused != null || opener.sender() == sender || !contacts.mayBeNew(opener) || isOld(opener)) {
            return;
        }
        if (opener.open() != null) {
            return;
        }
        InboundMessage message = new InboundMessage();
        message.show(opener.plain(), 8, opener.length());
        int tag = opener.plain()[MessageLayout.WORD_0 + 6];
        if (tag == MessageLayout.CHALLENGE) {
            contacts.challenged(message, opener, from, now, epochNanos());
        } else if (tag == MessageLayout.RESPONSE) {
            contacts.answered(message, opener, now);
        } else {
            judge(from);
        }
    }

    private void judge(SocketAddress from) {
        boolean isFirst = opener.kind() == CounterKind.DATA && !delivered.containsKey(opener.sender());
        Judgement judgement = contacts.judge(opener, isFirst, now, epochNanos());
        if (judgement == Judgement.NEW) {
            accept(Arrays.copyOf(opener.plain(), opener.length()));
        } else if (judgement == Judgement.UNPROVEN) {
            contacts.hold(opener, epochNanos(), from, now);
        }
    }

    private boolean isOld(Opener shown) {
        List<Long> before = delivered.get(shown.sender());
        return shown.kind() == CounterKind.DATA && before != null && shown.sequence() <= before.get(before.size() - 1);
    }

    private void accept(byte[] message) {
        long from = word(message, MessageLayout.SENDER);
        long sequence = word(message, MessageLayout.SEQUENCE);
        int tag = message[MessageLayout.WORD_0 + 6];
        if (tag != MessageLayout.PAYLOAD) {
            controls.computeIfAbsent(from, s -> new ArrayList<>()).add(sequence);
            return;
        }
        List<Long> before = delivered.computeIfAbsent(from, s -> new ArrayList<>());
        if (before.isEmpty() || sequence > before.get(before.size() - 1)) {
            before.add(sequence);
        }
    }

    private static long word(byte[] message, int at) {
        long word = 0;
        for (int i = 7; i >= 0; i--) {
            word = (word << 8) | (message[at + i] & 0xFF);
        }
        return word;
    }
}
