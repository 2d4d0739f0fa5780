package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Shape;
import org.wengert.nn.data.FuzzCase;
import org.wengert.tck.CheckSize;
import org.wengert.tck.Mutations;

/** Damaged files of NumPy's: each is refused by name, or read right. */
class NumpyFuzzTest {
    private static final int CASES = CheckSize.of(300, 5000);

    @TempDir
    Path folder;

    /** NOTE: the time only ends a test that hangs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } \n",
                "{'shape': (2, 3), 'fortran_order': True, 'descr': '>f4'}",
                "{\"descr\": \"|i1\", \"fortran_order\": False, \"shape\": (24,)}\n"
            })
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedArrayIsReadRightOrRefusedByName(String header) throws IOException {
        Path file = folder.resolve("fuzz.npy");
        Pattern refusal = Pattern.compile("npy: [^:]+: .*" + Pattern.quote(file.toString()) + ".*");
        byte[] valid = NpyTest.version1(header)
                .floats(1, -2, Float.NaN, 0.5f, 1e30f, -0f)
                .bytes();
        int read = 0;
        for (int seed = 0; seed < CASES; seed++) {
            byte[] damaged = new Mutations(seed).damaged(valid);
            if (isBeyondTheOracle(damaged)) {
                continue;
            }
            Files.write(file, damaged);
            FuzzCase fuzzed =
                    new FuzzCase(FileException.class, "seed " + seed, () -> NpyOracle.words(Npy.read(file)), refusal);
            read += fuzzed.check(NpyOracle.words(damaged), damaged.length) ? 1 : 0;
        }
        int right = read;
        assertTrue(right > 0 && right < CASES / 2, () -> right + " of " + CASES + " were read");
    }

    /** Whether the damage made one of the types that only {@link Npy} knows. */
    private static boolean isBeyondTheOracle(byte[] damaged) {
        return new String(damaged, StandardCharsets.ISO_8859_1).matches("(?s).*[<>|](f2|i[248]|u[1248]|b1).*");
    }

    /** Checksums tell what is inside: an archive that is read holds arrays of the one before the damage, if not all. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedArchiveHoldsUndamagedArraysOrIsRefusedByName() throws IOException {
        Path file = folder.resolve("fuzz.npz");
        Pattern refusal = Pattern.compile("np[yz]: [^:]+: .*" + Pattern.quote(file.toString()) + ".*");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.of(Shape.of(2), 1.0, 2.0));
        tensors.put("b", Tensor.of(Shape.of(1, 3), 1f, 2f, 3f));
        Npz.write(file, tensors);
        byte[] stored = Files.readAllBytes(file);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            Npy.write(zip, tensors.get("a"));
        }
        byte[] deflated = Files.readAllBytes(file);
        int read = 0;
        for (int seed = 0; seed < CASES; seed++) {
            byte[] damaged = new Mutations(seed).damaged(seed % 2 == 0 ? stored : deflated);
            Files.write(file, damaged);
            FuzzCase fuzzed = new FuzzCase(FileException.class, "seed " + seed, () -> verdict(file, tensors), refusal);
            read += fuzzed.checkIfRead("undamaged", damaged.length) ? 1 : 0;
        }
        int right = read;
        assertTrue(right > 0 && right < CASES / 2, () -> right + " of " + CASES + " were read");
    }

    private static String verdict(Path file, Map<String, Tensor> tensors) {
        Map<String, Tensor> read = Npz.read(file);
        return tensors.values().containsAll(read.values()) ? "undamaged" : read.toString();
    }
}
