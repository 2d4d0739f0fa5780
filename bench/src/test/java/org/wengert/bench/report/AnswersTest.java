package org.wengert.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.nn.data.DataSet;

class AnswersTest {
    /** The first sample's wrong class is further ahead of the right one, but has a rival. */
    @Test
    void mistakesOfClassesAreOrderedByTheProbabilityThatIsShown() {
        DataSet samples = DataSet.classes(new double[][] {{0}, {1}, {2}, {3}}, 0, 0, 1, 2);
        Answers answers = new Answers(samples, new double[] {0, 5, 4.9, 0, 3, -9, 0, 9, 0, 0, 0, 9});

        assertTrue(answers.lead(0) > answers.lead(1));
        assertTrue(answers.probability(0) < answers.probability(1));
        assertEquals(List.of(1, 0), answers.mistakes());
    }

    @Test
    void mistakesOfSignsAreOrderedByTheirLead() {
        DataSet samples = DataSet.signs(new double[][] {{0}, {1}, {2}}, 1, -1, -1);

        assertEquals(List.of(2, 0), new Answers(samples, new double[] {-0.5, -1, 2}).mistakes());
    }
}
