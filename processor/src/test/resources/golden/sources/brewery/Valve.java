package brewery;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Retain;

@DtsType(retain = Retain.LAST)
public record Valve(@DtsKey int number, boolean isOpen) {}
