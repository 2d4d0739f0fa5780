package org.wengert.bench.expression;

/**
 * A part of an expression.
 *
 * @param source the whole expression
 * @param start  where the part begins
 * @param end    where it ends
 */
record Part(String source, int start, int end) {
    int length() {
        return end - start;
    }

    /** What is written there. */
    String text() {
        return source.substring(start, end);
    }

    /** An error that points to where the part begins. */
    SyntaxException fault(String message) {
        return new SyntaxException(message, source, start);
    }
}
