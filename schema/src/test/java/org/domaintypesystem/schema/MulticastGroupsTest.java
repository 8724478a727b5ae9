package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MulticastGroupsTest {
    private static final int POOL_SIZE = 65_023;

    @ParameterizedTest
    @CsvSource({
        "c4823d37f52fcc19, 239.255.24.41",
        "b585b7ee4361267d, 239.255.195.237",
        "e9e373a394f87c0d, 239.255.44.33",
        "0000000000000000, 239.255.1.0",
        "0000000000004b42, 239.255.76.66",
        "0000000000004b43, 239.255.76.68",
        "000000000000fdfe, 239.255.254.255",
        "000000000000fdff, 239.255.1.0",
        "ffffffffffffffff, 239.255.155.170",
    })
    void groupFollowsFromTheId(String typeId, String group) {
        assertThat(MulticastGroups.groupOf(Long.parseUnsignedLong(typeId, 16)).getHostAddress())
                .isEqualTo(group);
    }

    @Test
    void poolHoldsEveryAddressOnceAndNotThatOfLcm() {
        List<String> pool = new ArrayList<>();
        for (int index = 0; index < POOL_SIZE; index++) {
            Inet4Address group = MulticastGroups.groupOf(index);
            assertThat(group.isMulticastAddress()).isTrue();
            pool.add(group.getHostAddress());
        }
        Set<String> distinct = new HashSet<>(pool);
        assertThat(distinct).hasSize(POOL_SIZE);
        assertThat(distinct).doesNotContain("239.255.76.67", MulticastGroups.CONTROL.getHostAddress());
        assertThat(MulticastGroups.groupOf(POOL_SIZE)).isEqualTo(MulticastGroups.groupOf(0));
    }

    @Test
    void controlGroupAndPortAreFixed() {
        assertThat(MulticastGroups.CONTROL.getHostAddress()).isEqualTo("239.255.0.87");
        assertThat(MulticastGroups.PORT).isEqualTo(5387);
    }
}
