package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wengert.Shape;
import org.wengert.nn.data.FuzzCase;
import org.wengert.tck.CheckSize;
import org.wengert.tck.Mutations;

/** Damaged safetensors files: each is refused by name, or read as {@link SafetensorsOracle} reads it. */
class SafetensorsFuzzTest {
    /** What is damaged. */
    enum Form {
        /** The whole file. */
        FILE,
        /** The header alone, and its length is then made right: what a program would write, not what a disk does. */
        HEADER
    }

    private static final String HEADER = "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"a\":{\"dtype\":\"F64\",\"shape\":[1,2],\"data_offsets\":[0,16]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[16,24]},"
            + "\"c\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[24,25]}} ";

    @TempDir
    Path folder;

    private static byte[] file(byte[] header) {
        return new FileBytes()
                .longs(header.length)
                .raw(header)
                .doubles(1.5, -2)
                .floats(0.25f, Float.NaN)
                .raw(200)
                .bytes();
    }

    /** NOTE: the time only ends a test that hangs. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedFileIsReadRightOrRefusedByName(Form form) throws IOException {
        Path file = folder.resolve("fuzz.safetensors");
        Pattern refusal = Pattern.compile("safetensors: [^:]+: .*" + Pattern.quote(file.toString()) + ".*");
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        byte[] valid = file(header);
        int cases = CheckSize.of(300, 5000);
        int read = 0;
        for (int seed = 0; seed < cases; seed++) {
            Mutations mutations = new Mutations(seed);
            byte[] damaged = form == Form.FILE ? mutations.damaged(valid) : file(mutations.damaged(header));
            if (isBeyondTheOracle(damaged)) {
                continue;
            }
            Files.write(file, damaged);
            FuzzCase fuzzed = new FuzzCase(
                    FileException.class,
                    form + ", seed " + seed,
                    () -> SafetensorsOracle.words(Safetensors.read(file)),
                    refusal);
            read += fuzzed.check(SafetensorsOracle.words(damaged), damaged.length) ? 1 : 0;
        }
        int right = read;
        assertTrue(right > 0 && right < cases / 2, () -> right + " of " + cases + " were read");
    }

    /** Whether the damage made one of the types that only {@link Safetensors} knows. */
    private static boolean isBeyondTheOracle(byte[] damaged) {
        String text = new String(damaged, StandardCharsets.ISO_8859_1);
        return text.matches("(?s).*\"(F16|BF16|I8|I16|I32|I64|U16|U32|U64|BOOL)\".*");
    }

    @Test
    void theOracleReadsWhatIsWritten() throws IOException {
        Path file = folder.resolve("written.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("é\n", Tensor.of(Shape.of(3), 1f, 2f, 3f));
        tensors.put("w", Tensor.of(Shape.of(2, 2), 1.0, 2.0, 3.0, 4.0));
        Safetensors content = new Safetensors(tensors, Map.of("a", "{\"b\": [1, 2]}"));

        content.write(file);
        byte[] bytes = Files.readAllBytes(file);

        assertEquals(Optional.of(SafetensorsOracle.words(content)), SafetensorsOracle.words(bytes));
        assertEquals(Optional.empty(), SafetensorsOracle.words(Arrays.copyOf(bytes, bytes.length - 1)));
    }
}
