package modular;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.domaintypesystem.Dts;

/** Greets whoever listens, itself included, and ends as soon as it has heard that. */
public final class Hello {
    private static final int NOT_HEARD = 1;

    private Hello() {}

    public static void main(String[] args) throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        try (Dts dts = Dts.join()) {
            GreetingListener.listen(dts, greeting -> {
                System.out.println(greeting.text());
                heard.countDown();
            });
            new GreetingPublisher(dts).publish("Hello, modules", Instant.now());
            if (!heard.await(10, TimeUnit.SECONDS)) {
                System.exit(NOT_HEARD);
            }
        }
    }
}
