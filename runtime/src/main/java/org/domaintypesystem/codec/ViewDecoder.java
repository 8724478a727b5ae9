package org.domaintypesystem.codec;

/**
 * Reads every message as one and the same view of its bytes. What it returns is valid until its next use or until the
 * bytes change, so it serves listeners that run where the message is received, and no queue. Not for several threads.
 *
 * @param <V> the generated view
 */
public final class ViewDecoder<V extends View<V>> implements Decoder<V> {
    private final TypeDescriptor type;
    private final V view;

    public ViewDecoder(TypeDescriptor type, V view) {
        this.type = type;
        this.view = view;
    }

    @Override
    public TypeDescriptor type() {
        return type;
    }

    @Override
    public V read(WireReader in, long struct) {
        return view.show(in, struct);
    }
}
