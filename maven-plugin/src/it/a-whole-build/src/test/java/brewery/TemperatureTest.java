package brewery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TemperatureTest {
    @Test
    void theCodecIsThere() {
        assertEquals("brewery.Temperature", TemperatureCodec.INSTANCE.type().name());
    }
}
