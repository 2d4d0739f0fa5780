package org.wengert.bench.expression;

import java.util.List;
import org.wengert.error.WengertException;

/** A text that is not understood, and where. */
public final class SyntaxException extends WengertException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int position;

    /**
     * A fault.
     *
     * @param source   the whole text
     * @param position of the fault, from 0 to the length of the text
     */
    public SyntaxException(String message, String source, int position) {
        super(message);
        this.source = source;
        this.position = position;
    }

    /** The text with a caret under the fault: two lines. */
    public List<String> marked() {
        int column = source.codePointCount(0, position);
        return List.of("  " + source.replaceAll("\\s", " "), "  " + " ".repeat(column) + "^");
    }
}
