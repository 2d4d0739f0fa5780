package org.wengert.bench.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an expression by recursive descent:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed  = "-" signed | power
 * power   = atom [ ("**" | "^") signed ]
 * atom    = number | name | name "(" sum { "," sum } ")" | "(" sum ")"
 * </pre>
 *
 * <p>As in Python, {@code -x**2} is {@code -(x**2)} and {@code a**b**c} is {@code a**(b**c)}.
 *
 * @param <T> what parts of it stand for
 */
final class Parser<T> {
    /** Deeper ones are no person's, and would fill the stack. */
    private static final int DEEPEST = 200;

    private final String source;
    private final Meaning<T> meaning;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(String source, Meaning<T> meaning) {
        this.source = source;
        this.meaning = meaning;
        this.tokens = Token.of(source);
    }

    /**
     * What an expression stands for.
     *
     * @throws SyntaxException if it is none
     */
    static <T> T parse(String source, Meaning<T> meaning) {
        Parser<T> parser = new Parser<>(source, meaning);
        T result = parser.sum();
        if (parser.token().kind() != Token.Kind.END) {
            throw parser.expected("an operator");
        }
        return result;
    }

    private T sum() {
        int start = token().start();
        T left = product();
        while (token().is("+") || token().is("-")) {
            String sign = take().text();
            T right = product();
            left = meaning.infix(left, sign, right, since(start));
        }
        return left;
    }

    private T product() {
        int start = token().start();
        T left = signed();
        while (token().is("*") || token().is("/")) {
            String sign = take().text();
            T right = signed();
            left = meaning.infix(left, sign, right, since(start));
        }
        return left;
    }

    private T signed() {
        if (!token().is("-")) {
            return power();
        }
        int start = take().start();
        enter();
        T x = signed();
        depth--;
        return meaning.negative(x, since(start));
    }

    private T power() {
        int start = token().start();
        T base = atom();
        if (!token().is("**") && !token().is("^")) {
            return base;
        }
        take();
        enter();
        T exponent = signed();
        depth--;
        return meaning.infix(base, "**", exponent, since(start));
    }

    private T atom() {
        Token token = token();
        if (token.kind() == Token.Kind.NUMBER) {
            take();
            return number(token);
        }
        if (token.kind() == Token.Kind.NAME) {
            take();
            return token().is("(") ? call(token) : meaning.name(token.text(), part(token));
        }
        if (!token.is("(")) {
            throw expected("a number, a name or '('");
        }
        take();
        enter();
        T inner = sum();
        close();
        return inner;
    }

    private T number(Token token) {
        double x = Double.parseDouble(token.text());
        if (Double.isInfinite(x)) {
            throw part(token).fault(token + " is too large a number");
        }
        return meaning.number(x);
    }

    private T call(Token function) {
        take();
        enter();
        List<T> operands = new ArrayList<>(List.of(sum()));
        while (token().is(",")) {
            take();
            operands.add(sum());
        }
        close();
        return meaning.call(function.text(), operands, since(function.start()));
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw part(token()).fault("nested too deeply: more than " + DEEPEST + " levels");
        }
    }

    private void close() {
        if (!token().is(")")) {
            throw expected("an operator or ')'");
        }
        take();
        depth--;
    }

    private Token token() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    /** The part that begins here and has just been read. */
    private Part since(int start) {
        return new Part(source, start, tokens.get(next - 1).end());
    }

    private Part part(Token token) {
        return new Part(source, token.start(), token.end());
    }

    private SyntaxException expected(String what) {
        return part(token()).fault("expected " + what + ": got " + token());
    }
}
