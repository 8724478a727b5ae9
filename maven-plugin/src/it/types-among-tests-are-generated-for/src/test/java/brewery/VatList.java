package brewery;

import org.domaintypesystem.annotation.DtsType;

@DtsType
public record VatList(
        java.util.List<Vat> vats) {}
