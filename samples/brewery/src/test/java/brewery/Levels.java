package brewery;

import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.schema.CapnpReader;

/** Type {@code maker.Level}, which there is no class of. */
final class Levels {
    private Levels() {}

    /** The version that has the fields given. */
    static DynamicCodec codec(String fields) {
        return DynamicCodec.of(CapnpReader.read(
                "maker/Level.capnp", path -> "@0xa19c28fee23c4d89; struct Level { %s }".formatted(fields)));
    }
}
