package billing;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.annotation.DtsValue;

@Getter
@RequiredArgsConstructor
@DtsValue
public enum Status {
    DRAFT("draft"),
    OPEN("open"),
    PAID_IN_FULL("paid-in-full"),
    @DtsUnknown
    OTHER("other");

    /** What the interface for others calls it. */
    private final String value;

    public static Status fromValue(String value) {
        for (Status status : values()) {
            if (status.value.equals(value)) {
                return status;
            }
        }
        return OTHER;
    }
}
