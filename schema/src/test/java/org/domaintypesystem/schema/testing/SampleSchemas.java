package org.domaintypesystem.schema.testing;

import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** A small brewery: one of everything, for tests that compare with text written by hand. */
public final class SampleSchemas {
    private static final TypeName TEMPERATURE_NAME = new TypeName("brewery", "Temperature");
    private static final TypeName UNIT_NAME = new TypeName("brewery", "Unit");
    private static final TypeName EVENT_NAME = new TypeName("brewery.plant", "Event");
    private static final TypeName OTHER_UNIT_NAME = new TypeName("brewery.plant", "Unit");
    private static final TypeName TAG_NAME = TEMPERATURE_NAME.nested("Entry4");

    public static final Type UNIT_REF = new Type.EnumRef(TypeIds.typeId(UNIT_NAME), UNIT_NAME);
    public static final Type OTHER_UNIT_REF = new Type.StructRef(TypeIds.typeId(OTHER_UNIT_NAME), OTHER_UNIT_NAME);
    public static final Type TEMPERATURE_REF = new Type.StructRef(TypeIds.typeId(TEMPERATURE_NAME), TEMPERATURE_NAME);
    public static final Type TAG_REF = new Type.StructRef(TypeIds.typeId(TAG_NAME), TAG_NAME);

    public static final Node UNIT = new Node.EnumNode(
            TypeIds.typeId(UNIT_NAME),
            UNIT_NAME,
            List.of(new Node.Enumerant("celsius", 0), new Node.Enumerant("fahrenheit", 1, "Where it is customary.")),
            "Unit of a reading.");

    public static final Node TEMPERATURE = new Node.StructNode(
            TypeIds.typeId(TEMPERATURE_NAME),
            TEMPERATURE_NAME,
            List.of(
                    new Field("sensor", 0, Type.Basic.TEXT, "Which sensor."),
                    new Field("value", 1, Type.Basic.FLOAT64),
                    Union.optional("accuracy", 2, Type.Basic.FLOAT32, "How far it may be off.\n\nIn the same unit."),
                    new Field("tags", 4, new Type.ListOf(TAG_REF)),
                    new Field("unit", 5, UNIT_REF)),
            List.of(new Node.StructNode(
                    TypeIds.typeId(TAG_NAME),
                    TAG_NAME,
                    List.of(new Field("key", 0, Type.Basic.TEXT), new Field("value", 1, Type.Basic.TEXT)))),
            "One reading of one sensor.");

    public static final Node OTHER_UNIT =
            new Node.StructNode(TypeIds.typeId(OTHER_UNIT_NAME), OTHER_UNIT_NAME, List.of());

    public static final Node EVENT = new Node.StructNode(
            TypeIds.typeId(EVENT_NAME),
            EVENT_NAME,
            List.of(new Union(
                    "",
                    List.of(
                            new Field("unset", 0, Type.Basic.VOID),
                            new Field("reading", 1, TEMPERATURE_REF),
                            new Field("unit", 2, OTHER_UNIT_REF),
                            new Field("units", 3, new Type.ListOf(new Type.ListOf(UNIT_REF)))),
                    "")));

    public static final List<Node> ALL = List.of(UNIT, TEMPERATURE, OTHER_UNIT, EVENT);

    private SampleSchemas() {}

    public static Map<String, String> texts() {
        return RandomSchemas.texts(ALL.stream().map(SchemaFile::of).toList());
    }
}
