package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation's value and partial derivatives are within the bounds that {@link AccuracyBounds} states. */
@Proves(Level.NUMERICS)
public interface AccuracyContract extends EngineContract {
    /** Random points an operation, beside edge points and kinks. */
    int POINTS = CheckSize.of(100, 1000);

    /** What is exact, worked out once for all engines of a precision. */
    Map<Precision, Accuracy> EXACT = new ConcurrentHashMap<>();

    @TestFactory
    default Stream<DynamicTest> anOperationIsWithinItsBounds() {
        List<AccuracyRow> rows = EXACT.computeIfAbsent(
                        arithmetic().precision(), precision -> Accuracy.of(precision, POINTS, 1))
                .measure(engine(), absent());
        measured(rows);
        return rows.stream()
                .map(row ->
                        DynamicTest.dynamicTest(row.operation(), () -> assertEquals(Optional.empty(), row.failure())));
    }
}
