package catalogue;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

/** A product as the web shop shows it. */
@DtsType
public record ProductDto(
        String sku,
        Optional<String> subtitle,
        OptionalInt stock,
        Map<Locale, String> titles,
        Map<String, Map<String, List<AttributeDto>>> attributes,
        Set<Tag> tags,
        List<Optional<String>> notes,
        Optional<ProductDto> replacement,
        PageDto<ReviewDto> reviews,
        URI image) {

    public ProductDto {
        if (sku.isBlank()) {
            throw new IllegalArgumentException("a product has a SKU");
        }
        tags = Set.copyOf(tags);
    }

    @DtsValue
    public record AttributeDto(String name, Optional<Double> number, Optional<String> unit) {}

    @DtsValue
    public record ReviewDto(int stars, String text) {}

    @DtsValue
    public record PageDto<T>(List<T> content, int number, long total) {}

    @DtsValue
    public enum Tag {
        NEW,
        SALE
    }
}
