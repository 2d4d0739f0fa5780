package org.wengert.tck;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Long random sessions of operations, scopes, sets and backward calls, checked step by step against plain arithmetic. */
@Proves(Level.LIFETIME)
public interface SessionContract extends EngineContract {
    /** How many sessions. */
    int SESSIONS = 150;

    @TestFactory
    default Stream<DynamicTest> aRandomSessionGoesAsPlainArithmeticDoes() {
        return LongStream.range(SEED, SEED + SESSIONS)
                .mapToObj(seed -> test("seed " + seed, engine -> new Session(engine, arithmetic(), seed).run(80)));
    }
}
