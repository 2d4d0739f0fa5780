package org.wengert.nn.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second reader of JSON (RFC 8259), to compare with: maps, lists, strings; any other value comes as a {@link Literal}. It refuses what is
 * wrong with an {@link IllegalArgumentException}, and a name that stands twice in one object too.
 */
final class JsonOracle {
    private static final int DEPTH = 1000;

    /** A number, or true, false, null, as it is written. */
    record Literal(String text) {}

    private final String text;
    private int at;
    private int depth;

    private JsonOracle(String text) {
        this.text = text;
    }

    static Object read(String text) {
        JsonOracle oracle = new JsonOracle(text);
        Object value = oracle.value();
        oracle.space();
        require(oracle.at == text.length());
        return value;
    }

    private Object value() {
        require(++depth < DEPTH);
        space();
        Object value = switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            default -> literal();
        };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        at++;
        space();
        while (peek() != '}') {
            require(peek() == '"');
            String name = string();
            require(names.add(name));
            space();
            require(peek() == ':');
            at++;
            object.put(name, value());
            separator('}');
        }
        at++;
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value());
            separator(']');
        }
        at++;
        return list;
    }

    private void separator(char end) {
        space();
        if (peek() == ',') {
            at++;
            space();
            require(peek() != end);
        } else {
            require(peek() == end);
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (at++; peek() != '"'; at++) {
            require(peek() >= ' ');
            string.append(peek() == '\\' ? escaped() : peek());
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        at++;
        if (peek() == 'u') {
            require(at + 4 < text.length());
            String hex = text.substring(at + 1, at + 5);
            require(hex.matches("[0-9a-fA-F]{4}"));
            at += 4;
            return (char) Integer.parseInt(hex, 16);
        }
        int kind = "\"\\/bfnrt".indexOf(peek());
        require(kind >= 0);
        return "\"\\/\b\f\n\r\t".charAt(kind);
    }

    private Literal literal() {
        int from = at;
        while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String literal = text.substring(from, at);
        require(literal.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?"));
        return new Literal(literal);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }
}
