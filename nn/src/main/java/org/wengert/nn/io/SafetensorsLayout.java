package org.wengert.nn.io;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything stands in a safetensors file that is about to be written.
 *
 * @param header  in UTF-8, padded so that the numbers begin at a multiple of 8 bytes
 * @param tensors in the order in which their numbers lie: wide ones first, so that each is aligned
 */
record SafetensorsLayout(byte[] header, List<Tensor> tensors) {
    private static final int ALIGNMENT = 8;

    static SafetensorsLayout of(Safetensors content) {
        List<Map.Entry<String, Tensor>> placed =
                new ArrayList<>(content.tensors().entrySet());
        placed.sort(Comparator.comparingInt(
                entry -> -StoredType.of(entry.getValue()).bytes()));
        Map<String, Long> begins = new HashMap<>();
        long at = 0;
        for (Map.Entry<String, Tensor> entry : placed) {
            begins.put(entry.getKey(), at);
            at += bytes(entry.getValue());
        }
        return new SafetensorsLayout(
                padded(json(content, begins)),
                placed.stream().map(Map.Entry::getValue).toList());
    }

    void write(OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        for (Tensor tensor : tensors) {
            NumberWriter.write(out, tensor);
        }
    }

    private static long bytes(Tensor tensor) {
        return (long) tensor.size() * StoredType.of(tensor).bytes();
    }

    private static String json(Safetensors content, Map<String, Long> begins) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!content.metadata().isEmpty()) {
                json.name(SafetensorsHeader.METADATA).beginObject();
                for (Map.Entry<String, String> entry : content.metadata().entrySet()) {
                    json.name(entry.getKey()).value(entry.getValue());
                }
                json.endObject();
            }
            for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
                describe(json, entry.getKey(), entry.getValue(), begins.getOrDefault(entry.getKey(), 0L));
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static void describe(JsonWriter json, String name, Tensor tensor, long begin) throws IOException {
        json.name(name).beginObject();
        json.name("dtype").value(StoredType.of(tensor).safetensors());
        json.name("shape").beginArray();
        for (int size : tensor.shape().dims()) {
            json.value(size);
        }
        json.endArray();
        json.name("data_offsets").beginArray();
        json.value(begin).value(begin + bytes(tensor));
        json.endArray().endObject();
    }

    private static byte[] padded(String json) {
        try {
            ByteBuffer text = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
            byte[] header = new byte[(text.remaining() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT];
            Arrays.fill(header, (byte) ' ');
            text.get(header, 0, text.remaining());
            return header;
        } catch (CharacterCodingException e) {
            throw new FileException(
                    "safetensors: a name or a text is none: it holds half of a surrogate pair; UTF-8 has no such"
                            + " thing",
                    e);
        }
    }
}
