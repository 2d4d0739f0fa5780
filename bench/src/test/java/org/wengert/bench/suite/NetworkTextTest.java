package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20-64-3                        | 20-64-3, relu, cross-entropy, sgd, batch 32",
                "20-64-1                        | 20-64-1, relu, squares, sgd, batch 32",
                "20-3                           | 20-3, cross-entropy, sgd, batch 32",
                "20-64-3 adam tanh batch=7      | 20-64-3, tanh, cross-entropy, adam, batch 7",
                "20-64-3 squares                | 20-64-3, relu, squares, sgd, batch 32",
                "3-4-4-1                        | 3-4-4-1, tanh, squares, sgd, batch 4",
                "3-4-4-1 batch=9                | 3-4-4-1, tanh, squares, sgd, batch 9",
                "784-512-512-10-adam            | 784-512-512-10, relu, cross-entropy, adam, batch 128",
                "784-512-512-10-adam sgd        | 784-512-512-10, relu, cross-entropy, sgd, batch 128",
            })
    void aTextSaysWhatDiffersFromTheStandard(String text, String description) {
        assertEquals(description, Workload.named(text).description());
        assertTrue(Networks.isNetwork(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20           | '20' are no widths of layers",
                "20-0-3       | '20-0-3' are no widths of layers",
                "20-3 adm     | 'adm' is not understood",
                "20-3 batch=0 | 'batch=0' is not understood",
                "20-1 cross-entropy | cross-entropy needs two outputs or more",
                "99999-99999-3 | it has 10009800000 numbers in one step, an array holds 2147483647",
            })
    void whatIsNoNetworkIsRefused(String text, String why) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Workload.named(text))
                .getMessage());

        assertTrue(
                message.startsWith("benchmark: there is no network '" + text + "': " + why + "; a network is one of "),
                message);
    }

    @Test
    void theLoopsAndTheEnginesAgreeWithTheOracleOnANetworkOfOnesOwn() {
        OracleAgreement oracle = new OracleAgreement();
        for (String contender : new String[] {"tape", "scalar", HandWritten.LOOPS, HandWritten.KERNELS}) {
            oracle.require("3-4-2 tanh adam batch=2", contender, Variant.FLOAT64, Variant.AUTO, Variant.AUTO);
        }
    }
}
