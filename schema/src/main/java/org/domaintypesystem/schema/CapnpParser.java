package org.domaintypesystem.schema;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.schema.CapnpSyntax.Declaration;
import org.domaintypesystem.schema.CapnpSyntax.EnumSyntax;
import org.domaintypesystem.schema.CapnpSyntax.EnumerantSyntax;
import org.domaintypesystem.schema.CapnpSyntax.FieldSyntax;
import org.domaintypesystem.schema.CapnpSyntax.FileSyntax;
import org.domaintypesystem.schema.CapnpSyntax.ImportSyntax;
import org.domaintypesystem.schema.CapnpSyntax.ListSyntax;
import org.domaintypesystem.schema.CapnpSyntax.MemberSyntax;
import org.domaintypesystem.schema.CapnpSyntax.NameSyntax;
import org.domaintypesystem.schema.CapnpSyntax.StructSyntax;
import org.domaintypesystem.schema.CapnpSyntax.TypeSyntax;
import org.domaintypesystem.schema.CapnpSyntax.UnionSyntax;
import org.domaintypesystem.schema.CapnpSyntax.Using;
import org.domaintypesystem.schema.CapnpToken.Kind;
import org.domaintypesystem.schema.CapnpToken.Position;
import org.jspecify.annotations.Nullable;

/** Parses one file, in the part of the schema language that DTS writes. */
final class CapnpParser {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_ORDINAL = 65_534;

    private final List<CapnpToken> tokens;
    private int next;

    private CapnpParser(List<CapnpToken> tokens) {
        this.tokens = tokens;
    }

    static FileSyntax parse(String file, String text) {
        return new CapnpParser(CapnpTokenizer.tokens(file, text)).file();
    }

    private FileSyntax file() {
        if (!peek().isSign('@')) {
            throw expected("the id of the file, such as @0xf5b9311184e8ad3f;");
        }
        next();
        long id = hexadecimal();
        sign(';');
        List<Using> usings = new ArrayList<>();
        Declaration root = null;
        while (peek().kind() != Kind.END) {
            if (peek().isName("using")) {
                usings.add(using());
            } else if (root == null) {
                root = declaration(0);
            } else {
                throw expected("the end of the file: a file declares one type");
            }
        }
        if (root == null) {
            throw expected("'struct' or 'enum'");
        }
        return new FileSyntax(id, usings, root);
    }

    private Using using() {
        next();
        String alias = null;
        if (!peek().isName("import")) {
            alias = name("a name or 'import'").text();
            sign('=');
        }
        if (!peek().isName("import")) {
            throw expected("'import'");
        }
        ImportSyntax target = importSyntax();
        sign(';');
        return new Using(alias == null ? target.parts().get(target.parts().size() - 1) : alias, target);
    }

    private Declaration declaration(int depth) {
        CapnpToken keyword = peek();
        if (keyword.isName("struct")) {
            next();
            return struct(depth);
        }
        if (keyword.isName("enum")) {
            next();
            return enumeration();
        }
        throw expected("'using', 'struct' or 'enum'");
    }

    private StructSyntax struct(int depth) {
        CapnpToken name = name("the name of the struct");
        if (depth > MAX_DEPTH) {
            throw name.position().error("declarations are nested more than " + MAX_DEPTH + " deep");
        }
        Long id = declaredId();
        CapnpToken open = sign('{');
        List<MemberSyntax> members = new ArrayList<>();
        List<Declaration> nested = new ArrayList<>();
        while (!peek().isSign('}')) {
            if (isDeclaration()) {
                nested.add(declaration(depth + 1));
            } else {
                members.add(member());
            }
        }
        return new StructSyntax(name.position(), name.text(), id, members, nested, doc(open, next()));
    }

    private EnumSyntax enumeration() {
        CapnpToken name = name("the name of the enum");
        Long id = declaredId();
        CapnpToken open = sign('{');
        List<EnumerantSyntax> enumerants = new ArrayList<>();
        while (!peek().isSign('}')) {
            CapnpToken enumerant = name("the name of an enumerant, or '}'");
            int ordinal = ordinal();
            CapnpToken end = sign(';');
            enumerants.add(new EnumerantSyntax(enumerant.position(), enumerant.text(), ordinal, end.comment()));
        }
        return new EnumSyntax(name.position(), name.text(), id, enumerants, doc(open, next()));
    }

    /** A field may be called {@code struct}; a declaration has its name behind the keyword. */
    private boolean isDeclaration() {
        return (peek().isName("struct") || peek().isName("enum"))
                && tokens.get(next + 1).kind() == Kind.NAME;
    }

    private MemberSyntax member() {
        if (peek().isName("union") && tokens.get(next + 1).isSign('{')) {
            return union(next().position(), "");
        }
        CapnpToken name = name("a field, a union, a nested type or '}'");
        if (!peek().isSign(':')) {
            return field(name);
        }
        next();
        if (!peek().isName("union")) {
            throw expected("'union'; a field has its ordinal before the ':'");
        }
        next();
        return union(name.position(), name.text());
    }

    private UnionSyntax union(Position position, String name) {
        CapnpToken open = sign('{');
        List<FieldSyntax> alternatives = new ArrayList<>();
        while (!peek().isSign('}')) {
            alternatives.add(field(name("a field of the union, or '}'")));
        }
        if (alternatives.size() < 2) {
            throw expected("at least two fields in the union");
        }
        return new UnionSyntax(position, name, alternatives, doc(open, next()));
    }

    private FieldSyntax field(CapnpToken name) {
        int ordinal = ordinal();
        sign(':');
        TypeSyntax type = type(0);
        if (peek().isSign('=')) {
            throw expected("';': DTS knows no default values");
        }
        CapnpToken end = sign(';');
        return new FieldSyntax(name.position(), name.text(), ordinal, type, end.comment());
    }

    private TypeSyntax type(int depth) {
        Position position = peek().position();
        if (depth > MAX_DEPTH) {
            throw position.error("lists are nested more than " + MAX_DEPTH + " deep");
        }
        if (peek().isName("import")) {
            return importSyntax();
        }
        boolean absolute = peek().isSign('.');
        if (absolute) {
            next();
        }
        String first = name("a type").text();
        if (!absolute && first.equals(CapnpNames.LIST) && peek().isSign('(')) {
            next();
            TypeSyntax element = type(depth + 1);
            sign(')');
            return new ListSyntax(position, element);
        }
        List<String> parts = new ArrayList<>(List.of(first));
        parts(parts);
        return new NameSyntax(position, absolute, parts);
    }

    private ImportSyntax importSyntax() {
        next();
        CapnpToken path = next();
        if (path.kind() != Kind.STRING || !path.text().startsWith("/")) {
            throw path.position().error("expected a path such as \"/brewery/Unit.capnp\", found " + path.shown());
        }
        List<String> parts = new ArrayList<>();
        parts(parts);
        if (parts.isEmpty()) {
            throw expected("'.' and the name of the type in that file");
        }
        return new ImportSyntax(path.position(), path.text().substring(1), parts);
    }

    private void parts(List<String> parts) {
        while (peek().isSign('.')) {
            next();
            parts.add(name("a name").text());
        }
    }

    private @Nullable Long declaredId() {
        if (!peek().isSign('@')) {
            return null;
        }
        next();
        return hexadecimal();
    }

    private long hexadecimal() {
        CapnpToken number = next();
        if (number.kind() != Kind.NUMBER || !number.text().matches("0x[0-9a-fA-F]{1,16}")) {
            throw number.position().error("expected an id such as 0xc4823d37f52fcc19, found " + number.shown());
        }
        return Long.parseUnsignedLong(number.text().substring(2), 16);
    }

    private int ordinal() {
        sign('@');
        CapnpToken number = next();
        if (number.kind() != Kind.NUMBER
                || !number.text().matches("0|[1-9][0-9]{0,4}")
                || Integer.parseInt(number.text()) > MAX_ORDINAL) {
            throw number.position().error("expected an ordinal from 0 to " + MAX_ORDINAL + ", found " + number.shown());
        }
        return Integer.parseInt(number.text());
    }

    /** The compiler takes a comment behind the closing brace where there is none behind the opening one. */
    private static String doc(CapnpToken open, CapnpToken close) {
        return open.comment().isEmpty() ? close.comment() : open.comment();
    }

    private CapnpToken name(String wanted) {
        if (peek().kind() != Kind.NAME) {
            throw expected(wanted);
        }
        return next();
    }

    private CapnpToken sign(char sign) {
        if (!peek().isSign(sign)) {
            throw expected("'" + sign + "'");
        }
        return next();
    }

    private CapnpToken peek() {
        return tokens.get(next);
    }

    private CapnpToken next() {
        CapnpToken token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private SchemaSyntaxException expected(String wanted) {
        CapnpToken found = peek();
        if (found.isSign('$')) {
            return found.position().error("expected " + wanted + ", found an annotation: DTS schemas have none");
        }
        return found.position().error("expected " + wanted + ", found " + found.shown());
    }
}
