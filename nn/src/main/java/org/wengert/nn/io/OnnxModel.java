package org.wengert.nn.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;
import org.wengert.nn.Blueprint;
import org.wengert.nn.Model;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.TargetKind;

/** A model in ONNX's words. */
final class OnnxModel {
    private static final int OPERATOR_SET = 17;

    /** The version of the file format that came with that operator set. */
    private static final int FORMAT = 8;

    private OnnxModel() {}

    static byte[] bytes(
            Model model, Optional<Preprocessing> preprocessing, Precision precision, boolean probabilities) {
        Blueprint blueprint = model.blueprint();
        Widths widths = Widths.of(blueprint);
        OnnxGraph graph = new OnnxGraph(precision);
        OnnxScaling scaling = new OnnxScaling(graph);
        OnnxLayers layers = new OnnxLayers(graph, ModelTensors.of(model, Precision.FLOAT64));
        String x = "input";
        x = preprocessing.isPresent() ? scaling.inputs(preprocessing.get(), x) : x;
        x = layers.add("", blueprint, x);
        x = preprocessing.isPresent() ? scaling.outputs(preprocessing.get(), x) : x;
        int outputs = widths.outputs().orElseThrow();
        if (probabilities) {
            x = outputs == 1
                    ? graph.node("Sigmoid", x)
                    : graph.node("Softmax", List.of(OnnxGraph.whole("axis", -1)), x);
        }
        GraphProto finished = graph.finish("input", widths.inputs().orElseThrow(), x, "output", outputs);
        ModelProto.Builder proto = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("wengert")
                .setProducerVersion(ModelFile.libraryVersion())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(finished);
        preprocessing.ifPresent(known -> describe(proto, known));
        return proto.build().toByteArray();
    }

    private static void describe(ModelProto.Builder proto, Preprocessing preprocessing) {
        TargetKind kind = preprocessing.target().kind();
        property(proto, "feature_names", list(preprocessing.featureNames()));
        property(proto, "target_names", list(preprocessing.target().names()));
        property(proto, "target_kind", JsonFields.word(kind));
        if (kind != TargetKind.NUMBERS) {
            property(proto, "class_names", list(preprocessing.target().classNames()));
        }
    }

    private static String list(List<String> texts) {
        JsonArray json = new JsonArray();
        texts.forEach(json::add);
        return json.toString();
    }

    private static void property(ModelProto.Builder proto, String key, String value) {
        proto.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }
}
