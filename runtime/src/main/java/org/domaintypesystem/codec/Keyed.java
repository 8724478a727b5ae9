package org.domaintypesystem.codec;

/**
 * Tells one subject of a type from another by what is marked with {@link org.domaintypesystem.annotation.DtsKey}.
 * Implemented by the codecs of types that have such a key; allocates nothing of its own.
 *
 * @param <T> the Java type
 */
public interface Keyed<T> extends Decoder<T> {
    /** The same number for any two values of the same key. */
    int keyHash(T value);

    /**
     * Whether two values are about the same subject: whether all parts of the key are equal, arrays by their content,
     * floating-point numbers as boxed ones are.
     */
    boolean sameKey(T a, T b);
}
