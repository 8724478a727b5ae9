package injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Dts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InjectionTest {
    private final BlockingQueue<Temperature> heard = new LinkedBlockingQueue<>();
    private Dts dts;
    private Dts listening;

    @BeforeEach
    void join() throws IOException {
        int port;
        try (DatagramSocket free = new DatagramSocket()) {
            port = free.getLocalPort();
        }
        dts = Dts.builder().interfaces("127.0.0.1").port(port).join();
        listening = Dts.builder().interfaces("127.0.0.1").port(port).join();
        TemperatureListener.listen(listening, heard::add);
    }

    @AfterEach
    void leave() {
        dts.close();
        listening.close();
    }

    @Test
    void guice() throws InterruptedException {
        Injector injector = WithGuice.injector(dts);
        injector.getInstance(MashTun.class).measured(64.2);

        assertThat(nextHeard().celsius()).isEqualTo(64.2);
        assertThat(injector.getInstance(TemperaturePublisher.class))
                .isSameAs(injector.getInstance(TemperaturePublisher.class));
    }

    @Test
    void dagger() throws InterruptedException {
        WithDagger component = DaggerWithDagger.factory().create(dts);
        component.mashTun().measured(64.3);

        assertThat(nextHeard().celsius()).isEqualTo(64.3);
        assertThat(component.temperatures()).isSameAs(component.temperatures());
    }

    private Temperature nextHeard() throws InterruptedException {
        Temperature temperature = heard.poll(10, TimeUnit.SECONDS);
        assertThat(temperature).as("heard within 10 seconds").isNotNull();
        return temperature;
    }
}
