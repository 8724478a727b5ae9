package org.domaintypesystem.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.codec.TypeDescriptor;

/** A query whose time is not over. Guarded by whoever guards {@link Queries}. */
public final class OpenQuery {
    final long queryId;
    final TypeDescriptor type;
    final String text;
    private final QuerySink sink;
    final long deadline;

    final Map<Long, AnswerState> answers = new LinkedHashMap<>();

    /** Who has been known to publish the type at some moment since it was asked. */
    final Set<Long> publishers = new LinkedHashSet<>();

    /** Those of whom something was still to come when somebody looked. */
    final Set<Long> awaited = new LinkedHashSet<>();

    /** When to ask once more; the deadline if not at all. */
    long repeatAt;

    /** When replies that others overtook are given up; the deadline if there is nothing to give up. */
    long lookAt;

    private final long firstRepeat;

    OpenQuery(long queryId, TypeDescriptor type, String text, long nanos, QuerySink sink, long now) {
        this.queryId = queryId;
        this.type = type;
        this.text = text;
        this.sink = sink;
        this.deadline = now + nanos;
        this.firstRepeat = now + nanos / 4;
        this.repeatAt = firstRepeat;
        this.lookAt = deadline;
    }

    /** Who takes what comes of it. */
    public QuerySink sink() {
        return sink;
    }

    void repeated() {
        repeatAt = repeatAt == firstRepeat ? firstRepeat + (deadline - firstRepeat) / 3 : deadline;
    }

    long due() {
        return Math.min(deadline, Math.min(repeatAt, lookAt));
    }

    /** Whether somebody of whom something is still to come has not said that there is no more. */
    boolean isUnended() {
        return awaited.stream().anyMatch(each -> {
            AnswerState answer = answers.get(each);
            return answer == null || !answer.isEnded();
        });
    }

    /** Those who are known to publish the type and have sent nothing. */
    Set<Long> silent() {
        Set<Long> silent = new LinkedHashSet<>(publishers);
        silent.removeAll(answers.keySet());
        return silent;
    }

    void end(QuerySink.End end) {
        sink.ended(end, answers, silent());
    }
}
