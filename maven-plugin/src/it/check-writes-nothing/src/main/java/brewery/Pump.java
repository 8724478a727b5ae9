package brewery;

import org.domaintypesystem.annotation.DtsType;

@DtsType
public record Pump(String name) {}
