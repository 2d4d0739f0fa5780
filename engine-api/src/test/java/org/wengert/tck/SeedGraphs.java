package org.wengert.tck;

import org.wengert.Value;

/** Expressions that several rows of the founding documents share. */
final class SeedGraphs {
    private SeedGraphs() {}

    /** The expression in micrograd's README. */
    static Value micrograd(Value a, Value b) {
        Value c = a.add(b);
        Value d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(c.add(1).add(a.neg()));
        d = d.add(d.mul(2).add(b.add(a).relu()));
        d = d.add(d.mul(3).add(b.sub(a).relu()));
        Value e = c.sub(d);
        Value f = e.pow(2);
        return f.div(2).add(f.rdiv(10));
    }

    /** {@code x1 w1 + x2 w2 + b}, before the activation. */
    static Value neuron(Value x1, Value x2, Value w1, Value w2, Value b) {
        return x1.mul(w1).add(x2.mul(w2)).add(b);
    }
}
