package org.wengert.tck;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Method;
import java.util.Map;
import org.wengert.tck.Finding.Status;

/** A certificate for programs. */
final class CertificateJson {
    private CertificateJson() {}

    static String of(Certificate certificate) {
        JsonObject json = new JsonObject();
        json.addProperty("verdict", certificate.verdict());
        certificate.facts().forEach(json::addProperty);
        JsonArray levels = new JsonArray();
        certificate.sums().forEach(sum -> levels.add(sum(sum)));
        json.add("levels", levels);
        JsonArray operations = new JsonArray();
        certificate.accuracy().forEach(row -> operations.add(operation(row)));
        json.add("operations", operations);
        json.add("excluded", counts(certificate.reasons(Status.EXCLUDED)));
        json.add("missing", counts(certificate.reasons(Status.MISSING)));
        JsonArray left = new JsonArray();
        certificate.left().stream().map(Method::getName).forEach(left::add);
        json.add("not run", left);
        JsonObject failed = new JsonObject();
        certificate.with(Status.FAILED).forEach(each -> failed.addProperty(each.where(), each.reason()));
        json.add("failed", failed);
        return new GsonBuilder()
                .setPrettyPrinting()
                .serializeNulls()
                .disableHtmlEscaping()
                .create()
                .toJson(json);
    }

    private static JsonObject sum(Certificate.Sum sum) {
        JsonObject json = new JsonObject();
        json.addProperty("level", sum.level());
        json.addProperty("tests", sum.tests());
        json.addProperty("not run", sum.notRun());
        json.addProperty("cases", sum.cases());
        json.addProperty("passed", sum.passed());
        json.addProperty("excluded", sum.excluded());
        json.addProperty("missing", sum.missing());
        json.addProperty("failed", sum.failed());
        return json;
    }

    private static JsonObject operation(AccuracyRow row) {
        JsonObject json = new JsonObject();
        json.addProperty("operation", row.operation());
        json.addProperty("points", row.points());
        json.add("value ulps", number(row.value().ulps()));
        json.add("partial ulps", number(row.partial()));
        return json;
    }

    /** Null where an error is infinite: where a number is finite and should not be, or the other way round. */
    private static JsonElement number(double ulps) {
        return Double.isFinite(ulps) ? new JsonPrimitive(ulps) : JsonNull.INSTANCE;
    }

    private static JsonObject counts(Map<String, Long> reasons) {
        JsonObject json = new JsonObject();
        reasons.forEach(json::addProperty);
        return json;
    }
}
