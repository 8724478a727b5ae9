package plant;

import org.domaintypesystem.annotation.DtsType;
import types.Mode;

@DtsType
public record Pump(String name, Mode mode) {}
