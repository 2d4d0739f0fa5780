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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.data.FuzzCase;
import org.wengert.tck.CheckSize;
import org.wengert.tck.Mutations;

/** Model files whose metadata are damaged, while tensors and checks of the format are right: built, or refused by name. */
class ModelFileFuzzTest {
    @TempDir
    Path folder;

    /** NOTE: the time only ends a test that hangs. */
    @ParameterizedTest
    @ValueSource(strings = {"wengert.architecture", "wengert.preprocessing"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedMetadataAreRefusedByNameOrMakeAModel(String key) throws IOException {
        Path file = folder.resolve("fuzz.safetensors");
        Pattern refusal = Pattern.compile("model file: .*" + Pattern.quote(file.toString()) + ".*");
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.save(file, ModelFileTest.everything(engine), ModelFileTest.preprocessing());
        }
        Safetensors valid = Safetensors.read(file);
        byte[] text = valid.metadata().get(key).getBytes(StandardCharsets.UTF_8);
        int cases = CheckSize.of(200, 5000);
        int read = 0;
        for (int seed = 0; seed < cases; seed++) {
            byte[] damaged = new Mutations(seed).damaged(text);
            Map<String, String> metadata = new LinkedHashMap<>(valid.metadata());
            metadata.put(key, new String(damaged, StandardCharsets.UTF_8));
            new Safetensors(valid.tensors(), metadata).write(file);
            FuzzCase fuzzed = new FuzzCase(FileException.class, key + ", seed " + seed, () -> build(file), refusal);
            read += fuzzed.checkIfRead("built", Files.size(file)) ? 1 : 0;
        }
        int right = read;
        assertTrue(right < cases / 2, () -> right + " of " + cases + " were built");
    }

    private static String build(Path file) {
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.load(file, engine).forward(engine.constant(new double[][] {{1, 2, 3}}));
            return "built";
        }
    }
}
