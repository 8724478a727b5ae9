package org.domaintypesystem.testkit.versions;

import java.util.Map;
import org.domaintypesystem.Dts;
import org.domaintypesystem.DynamicPublisher;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** Types, and versions of types, that no program here was compiled with. */
final class Versions {
    /** Of {@link Level}: can be read by those who know that one, and can read what they write. */
    static final DynamicCodec NEWER = codec("brewery", "Level", "tank @0 :Text; litres @1 :Float64; at @2 :Int64;");

    /** So can this. */
    static final DynamicCodec OLDER = codec("brewery", "Level", "tank @0 :Text;");

    /** This cannot. */
    static final DynamicCodec OTHER = codec("brewery", "Level", "tank @0 :Text; litres @1 :Text;");

    private Versions() {}

    static DynamicCodec codec(String namespace, String name, String fields) {
        String file = namespace + "/" + name + ".capnp";
        String text = "@0x%s;\nstruct %s @0x%s { %s }\n"
                .formatted(
                        TypeIds.hex(TypeIds.fileId(file)),
                        name,
                        TypeIds.hex(TypeIds.typeId(new TypeName(namespace, name))),
                        fields);
        return DynamicCodec.of(CapnpReader.read(file, Map.of(file, text)::get));
    }

    /** Publishes a level of a tank. */
    static void publish(Dts node, DynamicCodec version, Object... namesAndValues) {
        var level = version.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            level.set((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        new DynamicPublisher(node, version).publish(level.build());
    }
}
