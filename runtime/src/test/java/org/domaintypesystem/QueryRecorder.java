package org.domaintypesystem;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the replies to a query, and its ends. */
final class QueryRecorder implements Replies<Reading> {
    final List<Reading> replies = new CopyOnWriteArrayList<>();
    final List<Long> sequences = new CopyOnWriteArrayList<>();
    final List<QueryResult> results = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public void onReply(Reading value, MessageInfo info) {
        replies.add(value);
        sequences.add(info.sequence());
        threads.add(Thread.currentThread());
    }

    @Override
    public void onEnd(QueryResult result) {
        results.add(result);
    }

    QueryResult result() {
        return results.get(0);
    }
}
