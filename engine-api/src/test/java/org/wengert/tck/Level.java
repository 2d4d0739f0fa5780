package org.wengert.tck;

import java.lang.reflect.Method;
import java.util.Locale;

/** What a part of the kit is about. An engine's certificate says for each level what was tried and what came of it. */
public enum Level {
    /** Every operation, alone and in graphs of any form and depth: values and gradients. */
    CORE,

    /** How long a gradient lives, when a recording is stale, how variables are moved. */
    LIFETIME,

    /** What scopes forget, what outlives them, what inference leaves out. */
    SCOPES,

    /** What is refused, in which words, and that nothing is left half done. */
    ERRORS,

    /** The same bits in each run and beside other engines; nothing from outside changes a number. */
    DETERMINISM,

    /** Precision, kinks, ties, NaN, infinities, overflow. */
    NUMERICS;

    /** Of a test, by the contract that declares it. */
    static Level of(Method test) {
        return test.getDeclaringClass().getAnnotation(Proves.class).value();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
