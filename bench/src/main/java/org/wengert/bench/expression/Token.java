package org.wengert.bench.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of an expression.
 *
 * @param start where it begins
 * @param text  empty at the end of the expression
 */
record Token(Kind kind, String text, int start) {
    /** What a word is. */
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    private static final Pattern WORD = Pattern.compile("(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<symbol>\\*\\*|[-+*/^(),])"
            + "|\\s+");

    /** All words, the end as the last. */
    static List<Token> of(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(source);
        int position = 0;
        while (position < source.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                String character = Character.toString(source.codePointAt(position));
                throw new SyntaxException("'" + character + "' has no meaning in an expression", source, position);
            }
            Kind kind = matcher.group("number") != null
                    ? Kind.NUMBER
                    : matcher.group("name") != null
                            ? Kind.NAME
                            : matcher.group("symbol") != null ? Kind.SYMBOL : Kind.END;
            if (kind != Kind.END) {
                tokens.add(new Token(kind, matcher.group(), position));
            }
            position = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", position));
        return tokens;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    int end() {
        return start + text.length();
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
