package org.domaintypesystem.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupKeyTest {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(KeyAlgorithm algorithm) {
        GroupKey key = GroupKey.generate(algorithm);
        GroupKey read = GroupKey.parse(" " + key.reveal() + "\n");
        assertThat(read).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(read.algorithm()).isEqualTo(algorithm);
        assertThat(read.id()).isEqualTo(key.id());
        assertThat(read.derive(1, 2)).isEqualTo(key.derive(1, 2));
        assertThat(GroupKey.generate(algorithm)).isNotEqualTo(key);
    }

    @Test
    void isToldByItsIdAlone() {
        GroupKey key = GroupKey.parse("dts-key-1:aes-256-gcm:" + SECRET);
        assertThat(key).hasToString("key %08x (aes-256-gcm)".formatted(key.id()));
        assertThat(key.reveal()).isEqualTo("dts-key-1:aes-256-gcm:" + SECRET);
        GroupKey other = GroupKey.parse("dts-key-1:chacha20-poly1305:" + SECRET);
        assertThat(other.id()).isNotEqualTo(key.id());
        assertThat(other).isNotEqualTo(key);
    }

    @Test
    void derivesAnotherKeyForEachSenderTypeAndAlgorithm() {
        GroupKey key = GroupKey.parse("dts-key-1:aes-256-gcm:" + SECRET);
        GroupKey other = GroupKey.parse("dts-key-1:chacha20-poly1305:" + SECRET);
        Set<String> derived = new HashSet<>();
        for (long sender = 0; sender < 4; sender++) {
            for (long type = 0; type < 4; type++) {
                derived.add(text(key.derive(sender, type).getEncoded()));
                derived.add(text(other.derive(sender, type).getEncoded()));
            }
        }
        assertThat(derived).hasSize(32).doesNotContain(SECRET);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dts-key-1",
                "dts-key-2:aes-256-gcm:" + SECRET,
                "dts-key-1:aes-128-gcm:" + SECRET,
                "dts-key-1:aes-256-gcm:" + SECRET + "A",
                "dts-key-1:aes-256-gcm:A" + SECRET + " ",
                "dts-key-1:aes-256-gcm:!AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "dts-key-1:aes-256-gcm:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh=",
                "dts-key-1:aes-256-gcm:/AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "dts-key-1:aes-256-gcm:" + SECRET + "\ndts-key-1",
                SECRET,
            })
    void whatIsNoKeyIsRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupKey.parse(text))
                .satisfies(e -> {
                    for (Throwable each = e; each != null; each = each.getCause()) {
                        assertThat(each.getMessage())
                                .startsWith("not a key: expected dts-key-1:")
                                .doesNotContain("CAwQFBg");
                    }
                });
    }

    @Test
    void aKeyThatNobodyHasDrawnIsRefused() {
        String zeros = "A".repeat(43);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupKey.parse("dts-key-1:aes-256-gcm:" + zeros))
                .withMessageContaining("NewKey")
                .withMessageNotContaining("AAA");
    }
}
