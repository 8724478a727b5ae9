package catalogue;

import catalogue.ProductDto.AttributeDto;
import catalogue.ProductDto.PageDto;
import catalogue.ProductDto.ReviewDto;
import catalogue.ProductDto.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class Examples {
    static List<Object> examples() {
        PageDto<ReviewDto> none = new PageDto<>(List.of(), 0, 0);
        ProductDto old = new ProductDto(
                "A-1", Optional.empty(), OptionalInt.empty(), Map.of(), Map.of(), Set.of(), List.of(),
                Optional.empty(), none, null);
        ProductDto product = new ProductDto(
                "A-2",
                Optional.of("now in blue"),
                OptionalInt.of(3),
                Map.of(Locale.ENGLISH, "Kettle", Locale.GERMANY, "Kessel"),
                Map.of("size", Map.of("outer", List.of(
                        new AttributeDto("height", Optional.of(2.5), Optional.of("cm")),
                        new AttributeDto("depth", Optional.empty(), Optional.empty())))),
                Set.of(Tag.SALE),
                List.of(Optional.of("note"), Optional.empty()),
                Optional.of(old),
                new PageDto<>(List.of(new ReviewDto(5, "good")), 1, 11),
                URI.create("https://example.org/a.png"));
        return List.of(old, product);
    }
}
