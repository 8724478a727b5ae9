package events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.annotation.DtsValue;

/** What happened to an order. */
@DtsType
public sealed interface OrderEvent {
    UUID orderId();

    Instant at();

    @DtsType
    record Placed(@DtsKey UUID orderId, Instant at, List<Line> lines) implements OrderEvent {}

    @DtsValue
    record Paid(UUID orderId, Instant at, Payment payment) implements OrderEvent {}

    @DtsType
    final class Cancelled implements OrderEvent {
        private final UUID orderId;
        private final Instant at;
        private final String reason;

        public Cancelled(UUID orderId, Instant at, String reason) {
            this.orderId = Objects.requireNonNull(orderId);
            this.at = Objects.requireNonNull(at);
            this.reason = reason;
        }

        @Override
        public UUID orderId() {
            return orderId;
        }

        @Override
        public Instant at() {
            return at;
        }

        public String reason() {
            return reason;
        }
    }

    @DtsValue
    @DtsUnknown
    record Other() implements OrderEvent {
        @Override
        public UUID orderId() {
            return new UUID(0, 0);
        }

        @Override
        public Instant at() {
            return Instant.EPOCH;
        }
    }

    @DtsValue
    record Line(String article, int count) {}

    @DtsValue
    sealed interface Payment permits Payment.Card, Payment.Transfer, Payment.Free {
        @DtsField(1)
        @DtsValue
        record Card(String number, String holder) implements Payment {}

        @DtsField(3)
        @DtsValue
        record Transfer(String iban) implements Payment {}

        @DtsField(2)
        @DtsValue
        enum Free implements Payment {
            VOUCHER,
            GIFT
        }
    }

    @DtsType
    record Journal(List<OrderEvent> events, Map<UUID, OrderEvent> last) {}
}
