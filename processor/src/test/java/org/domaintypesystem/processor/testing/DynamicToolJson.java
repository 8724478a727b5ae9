package org.domaintypesystem.processor.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.domaintypesystem.dynamic.DynamicEnum;
import org.domaintypesystem.dynamic.DynamicStruct;
import org.domaintypesystem.dynamic.DynamicUnion;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Type;

/** What was read by a schema alone, in the form of {@link ToolJson}. */
public final class DynamicToolJson {
    private DynamicToolJson() {}

    public static JsonObject of(DynamicStruct struct) {
        JsonObject object = new JsonObject();
        for (Member member : struct.node().members()) {
            if (member instanceof Member.Field field) {
                add(object, field, struct.get(field.name()));
            } else if (member instanceof Member.Union union && union.isUnnamed()) {
                DynamicUnion which = struct.which();
                add(object, alternative(union, which.name()), which.value());
            } else if (member instanceof Member.Union union) {
                Object value = struct.get(union.name());
                JsonObject content = new JsonObject();
                if (value == null) {
                    content.add(Member.Union.NONE, JsonNull.INSTANCE);
                } else {
                    add(content, alternative(union, Member.Union.SOME), value);
                }
                object.add(union.name(), content);
            }
        }
        return object;
    }

    private static Member.Field alternative(Member.Union union, String name) {
        return union.alternatives().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void add(JsonObject object, Member.Field field, Object value) {
        if (value != null) {
            object.add(field.name(), of(field.type(), value));
        }
    }

    private static JsonElement of(Type type, Object value) {
        if (value instanceof DynamicStruct struct) {
            return of(struct);
        }
        if (value instanceof List<?> list) {
            Type element = ((Type.ListOf) type).element();
            JsonArray array = new JsonArray();
            list.forEach(content -> array.add(of(element, content)));
            return array;
        }
        if (type == Type.Basic.UINT32 || type == Type.Basic.UINT64) {
            Number number = (Number) value;
            return type == Type.Basic.UINT32 ? new JsonPrimitive(number) : new JsonPrimitive(number.toString());
        }
        return ToolJson.scalar(value instanceof DynamicEnum constant ? constant.name() : value, false);
    }
}
