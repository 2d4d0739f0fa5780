package org.wengert.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.tck.ChildJvm;

class StabilityTest {
    /** Prints drawings. */
    static final class Print {
        private Print() {}

        public static void main(String[] args) {
            System.out.print(drawings());
        }
    }

    private static String drawings() {
        try (Engine engine = Graphs.open()) {
            Value root = Graphs.bush(engine, 60, 7);
            Drawing drawing = Drawing.of(root).path(root.operands().get(0)).heat();
            Drawing folded = Graphs.folded(engine, 3, 4, 4, 1);
            return drawing.dot() + drawing.svg() + folded.dot() + folded.svg();
        }
    }

    @Test
    void g6TheSameGraphGivesTheSameBytesEachTime() {
        assertEquals(drawings(), drawings());
    }

    @Test
    void g6AnotherProcessGivesTheSameBytes() throws IOException, InterruptedException {
        List<String> printed = ChildJvm.run(Print.class, "-Duser.language=de", "-Dfile.encoding=UTF-8");

        assertEquals(drawings().lines().toList(), printed);
    }
}
