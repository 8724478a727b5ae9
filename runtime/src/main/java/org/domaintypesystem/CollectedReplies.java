package org.domaintypesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Collects the replies to one query. */
final class CollectedReplies<T> implements Replies<T> {
    final CompletableFuture<List<T>> all = new CompletableFuture<>();
    private final List<T> values = new ArrayList<>();

    @Override
    public void onReply(T value, MessageInfo info) {
        values.add(value);
    }

    @Override
    public void onEnd(QueryResult result) {
        all.complete(List.copyOf(values));
    }
}
