package org.domaintypesystem.annotation;

/**
 * Carries a type that cannot be annotated by one that travels.
 *
 * <pre>{@code
 * public final class MoneyAdapter implements TypeAdapter<Money, String> {
 *     public String toWire(Money value) { return value.toString(); }
 *     public Money fromWire(String wire) { return Money.parse(wire); }
 * }
 * }</pre>
 *
 * <p>Called by several threads at once; never with null, and never to return it. What it throws makes the message refused
 * when it is published, and dropped and counted when it is received.
 *
 * @param <J> the Java type
 * @param <W> what travels in its place: any type that DTS takes
 */
public interface TypeAdapter<J, W> {
    W toWire(J value);

    J fromWire(W wire);
}
