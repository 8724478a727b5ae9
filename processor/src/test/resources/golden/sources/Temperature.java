import org.domaintypesystem.annotation.DtsType;

@DtsType
record Temperature(double celsius) {}
