package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wengert.bench.ReportPage.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says that its run was given. */
class ReportSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void settingsAreInWords() throws IOException {
        assertEquals("mean squared error", setting(page("train", "regression", "--epochs", "1"), "loss"));
        String moons = page("train", "moons", "--epochs", "1", "--lr", "0.05");
        assertEquals("hinge", setting(moons, "loss"));
        assertEquals("0", setting(moons, "dropout"));
        assertEquals("0.05, falling in a straight line to 0.005", setting(moons, "learning rate"));
    }

    @Test
    void whatWasChosenOfTheDataIsAmongThem() throws IOException {
        Path file =
                Files.writeString(folder.resolve("house.csv"), "rooms,price\n" + "1,2\n3,5\n,8\n4,6\n6,2\n".repeat(4));
        String csv = page("train", file.toString(), "--target", "price", "--epochs", "1", "--missing", "fill");
        String classes =
                page("train", file.toString(), "--target", "price", "--classes", "--epochs", "1", "--missing", "fill");
        String few = page("compare", "moons", "--epochs", "1", "--warmup", "0.001", "--limit", "9");

        assertEquals("price", setting(csv, "target"));
        assertEquals("fill", setting(csv, "missing values"));
        assertEquals("price, whose numbers are names of classes", setting(classes, "target"));
        assertEquals("9 samples to learn from, and as many to test", setting(few, "at most"));
    }

    private String page(String... arguments) throws IOException {
        return ReportPage.of(folder, arguments);
    }
}
