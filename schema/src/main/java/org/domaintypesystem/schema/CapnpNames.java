package org.domaintypesystem.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which names a schema can hold. Each method says what is wrong with a name, if anything. */
public final class CapnpNames {
    /** What {@code List(T)} starts with. */
    static final String LIST = "List";

    private static final String RETIRED = "obsolete";

    /** The names of types that need no declaration; a declaration of such a name would hide the type. */
    static final Set<String> BUILT_IN = Stream.concat(
                    Arrays.stream(Type.Basic.values()).map(Type.Basic::keyword), Stream.of(LIST))
            .collect(Collectors.toUnmodifiableSet());

    private CapnpNames() {}

    /** Checks the simple name of a struct or enum. */
    public static Optional<String> typeNameFault(String name) {
        if (BUILT_IN.contains(name)) {
            return Optional.of("'" + name + "' is a type of Cap'n Proto itself and cannot be declared");
        }
        return check(name, 'A', 'Z', "a type name");
    }

    /** Checks the name of a field, a union or an enumerant. */
    public static Optional<String> memberNameFault(String name) {
        return check(name, 'a', 'z', "the name of a field, union or enumerant");
    }

    /** Checks a namespace: its parts become folders. */
    public static Optional<String> namespaceFault(String namespace) {
        if (namespace.isEmpty()) {
            return Optional.empty();
        }
        for (String part : namespace.split("\\.", -1)) {
            boolean legal = !part.isEmpty() && part.codePoints().allMatch(CapnpNames::isNamespaceCharacter);
            if (!legal) {
                return Optional.of("'" + namespace + "' is not a namespace: between its dots stand letters, digits, "
                        + "'_', '-' and '$', at least one");
            }
        }
        return Optional.empty();
    }

    /** The name that a member has in the schema after it was retired: {@code obsoleteSpeed} for {@code speed}. */
    public static String retired(String name) {
        return RETIRED + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The name that a member had before it was retired, if its name says that it was: the reverse of {@link #retired}. */
    public static Optional<String> beforeRetirement(String name) {
        boolean retired = name.length() > RETIRED.length()
                && name.startsWith(RETIRED)
                && !Character.isLowerCase(name.charAt(RETIRED.length()));
        return retired
                ? Optional.of(
                        Character.toLowerCase(name.charAt(RETIRED.length())) + name.substring(RETIRED.length() + 1))
                : Optional.empty();
    }

    private static boolean isNamespaceCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
    }

    private static Optional<String> check(String name, char first, char last, String what) {
        boolean legal = !name.isEmpty()
                && name.charAt(0) >= first
                && name.charAt(0) <= last
                && name.chars().allMatch(CapnpNames::isNameCharacter);
        return legal
                ? Optional.empty()
                : Optional.of("'" + name + "' cannot be " + what + " in Cap'n Proto: that is a letter " + first + " to "
                        + last + ", then ASCII letters and digits");
    }

    /** Whether the character can stand in the name of a declaration. */
    static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
