package org.domaintypesystem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps what it hears, for the testing thread to look at. */
final class Collector implements Listener<Reading> {
    final List<Reading> messages = new CopyOnWriteArrayList<>();
    final List<Long> sequences = new CopyOnWriteArrayList<>();
    final List<Loss> losses = new CopyOnWriteArrayList<>();
    final List<Loss> revisions = new CopyOnWriteArrayList<>();

    @Override
    public void onMessage(Reading message, MessageInfo info) {
        sequences.add(info.sequence());
        messages.add(message);
    }

    @Override
    public void onLoss(Loss loss) {
        losses.add(loss);
    }

    @Override
    public void onRevision(Loss loss) {
        revisions.add(loss);
    }
}
