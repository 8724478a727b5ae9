package org.domaintypesystem;

import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.dynamic.DynamicStruct;

/**
 * Publishes messages of a type by its schema alone, without a class for it:
 *
 * <pre>{@code
 * DynamicCodec levels = DynamicCodec.of(schema);
 * new DynamicPublisher(dts, levels).publish(levels.builder().set("tank", "A").set("litres", 12.5).build());
 * }</pre>
 */
public final class DynamicPublisher extends Publisher<DynamicStruct> {
    /** A publisher of the type that the codec is for. */
    public DynamicPublisher(Dts dts, DynamicCodec codec) {
        super(dts, codec);
    }
}
