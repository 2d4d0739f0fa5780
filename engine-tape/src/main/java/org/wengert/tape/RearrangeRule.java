package org.wengert.tape;

import org.wengert.op.Rearrangement;

/** Numbers brought from where the operation says; adjoints go back there, adding up where a number was repeated. */
final class RearrangeRule implements Rule {
    private final Rearrangement op;

    RearrangeRule(Rearrangement op) {
        this.op = op;
    }

    @Override
    public void forward(Block[] operands, Block result) {
        Span x = operands[0].data();
        Span y = result.data();
        int[] sources = op.sources(operands[0].shape);
        for (int i = 0; i < sources.length; i++) {
            y.array()[y.at() + i] = x.array()[x.at() + sources[i]];
        }
    }

    @Override
    public void backward(Block[] operands, Block result) {
        if (!operands[0].isLive()) {
            return;
        }
        Span gy = result.adjoint();
        Span gx = operands[0].reach();
        int[] sources = op.sources(operands[0].shape);
        for (int i = 0; i < sources.length; i++) {
            gx.array()[gx.at() + sources[i]] += gy.array()[gy.at() + i];
        }
    }
}
