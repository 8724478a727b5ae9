package shop;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;
import org.jspecify.annotations.Nullable;

/** A library with codecs of its own; what it says of nulls is in its class files. */
@DtsType
public record Price(
        BigInteger cents,
        Currency currency,
        List<@Nullable Integer> steps,
        Map<String, Tax> taxes,
        @Nullable Integer rebate) {
    @DtsValue
    public enum Currency {
        EURO,
        DOLLAR
    }

    @DtsValue(name = "Levy", namespace = "shop.tax")
    public record Tax(double rate) {}
}
