package brewery;

import org.domaintypesystem.annotation.DtsType;

@DtsType
public record Vat(String name, double volume) {}
