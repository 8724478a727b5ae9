package modular;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsType;

/** Visible to this module only, as is what is generated for it. */
@DtsType
record Greeting(String text, Instant at) {}
