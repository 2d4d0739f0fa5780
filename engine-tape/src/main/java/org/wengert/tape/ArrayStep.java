package org.wengert.tape;

import org.wengert.op.Op;

/** The note of a row of the array lane: what was done, to which rows, with which result. */
final class ArrayStep {
    private final Op op;
    private final Rule rule;
    private final Block[] operands;
    private final Block result;

    ArrayStep(Op op, Rule rule, Block[] operands, Block result) {
        this.op = op;
        this.rule = rule;
        this.operands = operands;
        this.result = result;
    }

    Op op() {
        return op;
    }

    Block result() {
        return result;
    }

    void forward() {
        rule.forward(operands, result);
    }

    void backward() {
        rule.backward(operands, result);
    }

    int[] operandRows() {
        int[] rows = new int[operands.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = operands[i].row;
        }
        return rows;
    }
}
