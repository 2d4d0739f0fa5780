package org.wengert.bench.run;

import java.util.List;
import java.util.regex.Pattern;

/** Single kernels. */
final class KernelSuites {
    private static final Pattern PRODUCT = Pattern.compile("([1-9][0-9]{0,5}x){2}[1-9][0-9]{0,5}");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

    private KernelSuites() {}

    static Suite kernels() {
        ByLevel<String> sizes = ByLevel.of(
                "128x784x512 17x17x17",
                "128x784x512 64x784x128 100x16x16 1x784x128 17x17x17",
                "128x784x512 128x512x512 64x784x128 128x512x10 100x16x16 1x784x128 17x17x17");
        return new Suite(
                "kernels",
                "Matrix products and elementwise operations",
                "time of a product, and of an elementwise operation and its gradient for each number",
                "",
                List.of(ourProducts(sizes), elementwise("forward"), elementwise("gradient")));
    }

    private static Entry ourProducts(ByLevel<String> sizes) {
        String who = "engine precision kernels threads";
        List<String> few = List.of("tape float64 auto auto", "tape float32 auto auto");
        return products("KernelProducts.product", sizes)
                .contestants(new ByLevel<>(
                        Contestants.of(who, few.toArray(String[]::new)),
                        Contestants.of(who, few.toArray(String[]::new)),
                        Contestants.of(
                                who,
                                "tape float64 auto auto",
                                "tape float32 auto auto",
                                "tape float64 plain auto",
                                "tape float32 plain auto",
                                "tape float64 auto 1",
                                "tape float32 auto 1")));
    }

    /** A method that multiplies matrices, by nobody yet. */
    static Entry products(String method, ByLevel<String> sizes) {
        return Entry.of(method)
                .sizes("sizes", PRODUCT.asMatchPredicate(), sizes)
                .task("transposed", ByLevel.of("nn", "nn", "nn nt tn"))
                .heading(task -> "product " + task.get("sizes") + " " + task.get("transposed"));
    }

    private static Entry elementwise(String method) {
        String who = "engine precision kernels";
        String[] single = {"tape float32 plain", "tape float32 vector"};
        return Entry.of("KernelElementwise." + method)
                .task("operation", ByLevel.of("tanh", "tanh relu mul", "relu tanh exp sigmoid log gelu add mul bias"))
                .sizes("n", COUNT.asMatchPredicate(), ByLevel.of("65536", "65536", "64 65536"))
                .contestants(new ByLevel<>(
                        Contestants.of(who, single),
                        Contestants.of(who, single),
                        Contestants.of(
                                who,
                                "tape float64 plain",
                                "tape float64 vector",
                                "tape float32 plain",
                                "tape float32 vector")))
                .label(method + ":")
                .heading(task -> task.get("operation") + ", " + method + ", " + task.get("n") + " numbers at once");
    }
}
