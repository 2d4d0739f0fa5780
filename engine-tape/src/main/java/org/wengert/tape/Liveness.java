package org.wengert.tape;

import java.util.BitSet;

/**
 * Whether a variable is among a row's ancestors. It is found out when somebody asks, for all rows up to there that are
 * not known yet: number by number it would be a good part of the cost of recording.
 */
final class Liveness {
    private final Tape tape;
    private final BitSet live = new BitSet();
    private int known;

    Liveness(Tape tape) {
        this.tape = tape;
    }

    boolean of(int row) {
        for (; known <= row; known++) {
            live.set(known, find(known));
        }
        return live.get(row);
    }

    /** Forgets rows that are cut off. */
    void cut(int rows) {
        known = Math.min(known, rows);
    }

    private boolean find(int row) {
        long word = tape.words[row];
        int code = Row.code(word);
        return switch (code) {
            case Row.CONSTANT, Row.UNRECORDED -> false;
            case Row.LEAF -> tape.leaf(row).isLive();
            case Row.ARRAY -> tape.array(row).isLive();
            default -> live.get(Row.left(word)) || !Row.isUnary(code) && live.get(Row.right(word));
        };
    }
}
