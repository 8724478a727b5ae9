package lab;

import org.domaintypesystem.annotation.DtsType;

@DtsType
public record Nothing() {}
