package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wengert.tck.CheckSize;
import org.wengert.tck.Mutations;

/**
 * One valid text, damaged in many ways: each is read as an oracle reads it, or refused by name.
 *
 * @param name    says how to see a case again
 * @param file    that is written again and again
 * @param valid   the text
 * @param oracle  what there is to read in these bytes; empty if they must be refused
 * @param read    reads the file
 * @param refusal what a message must match
 */
record DamagedTexts(
        String name,
        Path file,
        String valid,
        Function<byte[], Optional<String>> oracle,
        Supplier<String> read,
        Pattern refusal) {
    /**
     * Tries them all. At least one in fifty must be read, or nothing but refusals is tested.
     *
     * @param most the share of them that may be read, or they are not damaged enough
     */
    void check(double most) throws IOException {
        byte[] sound = valid.getBytes(StandardCharsets.UTF_8);
        int cases = CheckSize.of(100, 3400);
        int count = 0;
        for (int seed = 0; seed < cases; seed++) {
            byte[] damaged = new Mutations(seed).damaged(sound);
            Files.write(file, damaged);
            FuzzCase fuzzed = new FuzzCase(name + ", seed " + seed, read, refusal);
            count += fuzzed.check(oracle.apply(damaged), damaged.length) ? 1 : 0;
        }
        int right = count;
        assertTrue(right > cases / 50 && right < most * cases, () -> right + " of " + cases + " were read");
    }
}
