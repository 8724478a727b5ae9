package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeIdsTest {

    @ParameterizedTest
    @CsvSource({
        "brewery/Temperature.capnp, f5b9311184e8ad3f",
        "brewery/Pressure.capnp, ffa691be9577d613",
        "brewery/Unit.capnp, f307480600c16b17",
        "brewery/Order.capnp, 92bf37cf2a67f103",
        "Temperature.capnp, 941d4a5403dcace8",
    })
    void fileIdFollowsFromThePath(String path, String id) {
        assertThat(TypeIds.hex(TypeIds.fileId(path))).isEqualTo(id);
    }

    @Test
    void fileIdRefusesALeadingSlash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypeIds.fileId("/brewery/Temperature.capnp"))
                .withMessageContaining("/brewery/Temperature.capnp");
    }

    @Test
    void childIdIsCapnProtosOwn() {
        assertThat(TypeIds.hex(TypeIds.childId(0xa93fc509624c72d9L, "Node"))).isEqualTo("e682ab4cf923a417");
    }

    @Test
    void groupIdIsCapnProtosOwn() {
        assertThat(TypeIds.hex(TypeIds.groupId(0xc4823d37f52fcc19L, 2))).isEqualTo("a4426cbf978d92c0");
    }

    @ParameterizedTest
    @CsvSource({
        "brewery, Temperature, c4823d37f52fcc19",
        "brewery, Pressure, b585b7ee4361267d",
        "'', Temperature, e9e373a394f87c0d",
        "brewery, Unit, d38e96d15eb0a52e",
        "brewery, Temperature.Entry4, bbc86d3881eb068b",
        "brewery, Order.Entry3, c9e4f24a83b169d1",
    })
    void typeIdGoesFromTheFileThroughEveryPartOfTheName(String namespace, String name, String id) {
        assertThat(TypeIds.hex(TypeIds.typeId(new TypeName(namespace, name)))).isEqualTo(id);
    }

    @Test
    void everyIdHasItsTopBitSet() {
        for (int i = 0; i < 1000; i++) {
            assertThat(TypeIds.isId(TypeIds.fileId(i + ".capnp"))).isTrue();
            assertThat(TypeIds.isId(TypeIds.childId(i, "T"))).isTrue();
        }
        assertThat(TypeIds.isId(0x7fffffffffffffffL)).isFalse();
    }

    @Test
    void hexKeepsLeadingZeros() {
        assertThat(TypeIds.hex(0xab)).isEqualTo("00000000000000ab");
    }
}
