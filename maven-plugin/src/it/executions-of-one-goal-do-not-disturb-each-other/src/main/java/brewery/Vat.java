package brewery;

import java.util.UUID;
import org.domaintypesystem.annotation.DtsType;

@DtsType
public record Vat(String name, UUID id) {}
