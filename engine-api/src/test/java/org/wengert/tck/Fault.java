package org.wengert.tck;

import java.util.function.Supplier;
import org.wengert.op.Binary;
import org.wengert.op.Concat;
import org.wengert.op.Gather;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Softmax;
import org.wengert.op.SquaredError;
import org.wengert.op.Unary;

/** One thing that is wrong with an engine, the test of the kit that finds it, and the words by which it is named. */
enum Fault {
    NONE(Behaviour::new, "", ""),

    // Operations.
    GATHER_FORGOTTEN(
            () -> WrongOperations.forgotten(Gather.class),
            "aStructuralOperationAgreesWithPlainLoops",
            "value of gather of [3]: number 0 of 4"),
    PARAMETERS_OF_LEAKY_RELU_IGNORED(
            () -> WrongOperations.replacing(op -> op.name().equals("leakyRelu"), op -> Unary.leakyRelu(0.01)),
            "aUnaryOperationGivesTheTablesValueAndSlopeBitForBit",
            "value of leakyRelu(0.5) at"),
    GELU_APPROXIMATED(
            () -> WrongOperations.replacing(Unary.GELU, Unary.GELU_TANH),
            "aUnaryOperationGivesTheTablesValueAndSlopeBitForBit",
            "value of gelu at"),
    SOFTMAX_ALONG_THE_OTHER_AXIS(
            WrongOperations::softmaxAlongTheOtherAxis,
            "aStructuralOperationAgreesWithPlainLoops",
            "value of Softmax[axis=0, logarithmic=false] of [2, 3]"),
    MEAN_OF_ONE_LESS(
            WrongOperations::meanOfOneLess, "aStructuralOperationAgreesWithPlainLoops", "value of mean[] of [5]"),
    SQUARES_NOT_TRANSPOSED(
            WrongOperations::squaresNotTransposed,
            "aStructuralOperationAgreesWithPlainLoops",
            "value of MatMul[transposeLeft=false, transposeRight=true] of [3, 3] and [3, 3]"),

    ACTIVATION_OF_A_LAYER_FORGOTTEN(
            () -> WrongOperations.replacing(Linear.class::isInstance, op -> Linear.LAYER),
            "aLayerWithAnActivationHasTheBitsOfOneAfterIt",
            "value of linear+cos"),
    MEAN_OF_SQUARES_NOT_DIVIDED(
            () -> WrongOperations.replacing(SquaredError.MEAN, SquaredError.SUM),
            "aStructuralOperationAgreesWithPlainLoops",
            "value of meanSquaredError of [19] and [19]"),

    // Slopes and shares.
    WRONG_SLOPE_OF_TANH(
            () -> WrongNumerics.slope(Unary.TANH, (x, y) -> 1 - y),
            "aUnaryOperationPassesTheGradientCheck",
            "tanh: gradient check failed"),
    WRONG_SIGN_OF_SUB(
            () -> WrongNumerics.slopes(Binary.SUB, (a, b, y) -> 1, (a, b, y) -> 1),
            "aBinaryOperationGivesTheTablesValueAndPartialsForEveryBroadcast",
            "right gradient of sub at"),
    RIGHT_SHARE_OF_MATMUL_DROPPED(
            () -> WrongOperations.rightShareDropped(MatMul.class),
            "aStructuralOperationAgreesWithPlainLoops",
            "gradient of MatMul[transposeLeft=false, transposeRight=false] of [2, 3] and [3, 4] by operand b"),
    UPSTREAM_OF_SOFTMAX_ADDED(
            () -> WrongOperations.upstreamAdded(Softmax.class),
            "aStructuralOperationPassesTheGradientCheck",
            "Softmax[axis=0, logarithmic=false]"),
    TARGETS_SHARE_OF_A_SQUARED_ERROR_DROPPED(
            () -> WrongOperations.rightShareDropped(SquaredError.class),
            "aStructuralOperationAgreesWithPlainLoops",
            "gradient of sumSquaredError of [] and [] by operand b"),
    SHARES_OVERWRITTEN(
            WrongOperations::sharesOverwritten, "aValueUsedTwiceGetsBothShares", "da: expected 26.0, got 12.0"),
    REPEATED_OPERANDS_LOST(
            () -> WrongOperations.repeatsLost(Binary.class),
            "repeatedOperandsAddUp",
            "gradient of mul(x, x): expected 6.0, got 3.0"),
    REPEATED_OPERANDS_OF_CONCAT_LOST(
            () -> WrongOperations.repeatsLost(Concat.class),
            "aConcatenationOfAValueWithItselfAddsTheSharesOfAllItsPlaces",
            "gradient: number 0 of 2: expected 10101"),
    REPEATED_INDICES_OF_GATHER_LOST(
            WrongOperations::gatherOverwrites,
            "aStructuralOperationAgreesWithPlainLoops",
            "gradient of gather of [3] by operand a"),
    BROADCAST_NOT_REDUCED(
            WrongOperations::broadcastNotReduced,
            "aBinaryOperationGivesTheTablesValueAndPartialsForEveryBroadcast",
            "right gradient of add at"),
    UNREACHED_PARTS_TAKE_PART(
            WrongLifetimes::unreachedPartsTakePart,
            "aPartThatIsNotReachedDoesNotPoisonGradients",
            "gradient: expected 3.0, got NaN"),
    RECURSION_IN_DEPTH(
            WrongLifetimes::recursionInDepth,
            "aMillionOperationsInARowAreDifferentiated",
            "1000000 operations in a row overflowed the stack"),

    // Kinks and ties.
    SLOPE_OF_RELU_AT_ZERO(
            () -> WrongNumerics.slope(Unary.RELU, (x, y) -> x >= 0 ? 1 : Unary.RELU.slope(x, y)),
            "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints",
            "gradient of relu at"),
    SIGN_OF_ABS_AT_ZERO(
            () -> WrongNumerics.slope(Unary.ABS, (x, y) -> x == 0 ? -1 : Unary.ABS.slope(x, y)),
            "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints",
            "gradient of abs at"),
    TIE_OF_MAXIMUM_TO_THE_LEFT(
            () -> WrongNumerics.slopes(
                    Binary.MAXIMUM,
                    (a, b, y) -> a == b ? 1 : Binary.MAXIMUM.left(a, b, y),
                    (a, b, y) -> a == b ? 0 : Binary.MAXIMUM.right(a, b, y)),
            "aBinaryOperationGivesTheTablesValueAndPartialsAtEdgePoints",
            "left gradient of maximum at"),
    TIE_OF_MAX_TO_THE_FIRST(
            WrongOperations::tieOfMaxToTheFirst,
            "tiesOfAReductionShareEqually",
            "max: number 0 of 6: expected 0.5, got 1.0"),

    // Numerics.
    SINGLE_PRECISION_INSIDE(
            () -> WrongNumerics.spoiling(x -> (float) x),
            "resultsHaveTheDeclaredPrecision",
            "sum to 1 + 2^-30: expected 1.0000000009313226, got 1.0"),
    SUBNORMALS_FLUSHED(
            () -> WrongNumerics.spoiling(x -> Math.abs(x) < Double.MIN_NORMAL ? 0 : x),
            "numbersOverflowAndUnderflowAsInTheDeclaredPrecision",
            "half the smallest: number 0 of 2"),
    TANH_BY_EXPONENTIALS(
            WrongNumerics::tanhByExponentials,
            "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints",
            "value of tanh at"),
    DIGITS_OF_TANHS_SLOPE_LOST(
            () -> WrongNumerics.slope(Unary.TANH, (x, y) -> 1 - y * y),
            "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints",
            "gradient of tanh at"),
    NAIVE_SIGMOID(
            WrongNumerics::naiveSigmoid, "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints", "of sigmoid at"),
    NAIVE_SOFTPLUS(
            WrongNumerics::naiveSoftplus,
            "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints",
            "value of softplus at"),
    NAIVE_LOG_SUM_EXP(
            WrongNumerics::naiveLogSumExp, "sumsOfExponentialsNeitherOverflowNorUnderflow", "logSumExp: number 0 of 2"),
    NAIVE_SOFTMAX(
            WrongNumerics::naiveSoftmax, "sumsOfExponentialsNeitherOverflowNorUnderflow", "softmax: number 0 of 4"),
    DIVISION_BY_RECIPROCAL(
            WrongNumerics::divisionByReciprocal,
            "aBinaryOperationGivesTheTablesValueAndPartialsForEveryBroadcast",
            "value of div at"),
    POW_WITHOUT_A_CASE_FOR_ZERO(
            WrongNumerics::powWithoutACaseForZero, "b17PowersZeroAndOneHaveASlopeAtZero", "x^0: expected 0.0, got NaN"),
    SLOPE_OF_LOG_BELOW_ZERO(
            () -> WrongNumerics.slope(Unary.LOG, (x, y) -> 1 / x),
            "aUnaryOperationGivesTheTablesValueAndSlopeAtEdgePoints",
            "gradient of log at"),
    CHOICE_BY_FACTORS(
            WrongNumerics::choiceByFactors,
            "aChoiceDoesNotLeakFromTheOperandNotTaken",
            "where: number 0 of 2: expected 2.0, got NaN"),
    ZERO_TIMES_ANYTHING_IS_ZERO(
            WrongNumerics::zeroTimesAnythingIsZero,
            "aBinaryOperationGivesTheTablesValueAndPartialsAtEdgePoints",
            "value of mul at"),
    NON_FINITE_FACTORS_SKIPPED(
            WrongNumerics::nonFiniteFactorsSkipped, "aProductDoesNotSkipZeros", "product: number 0 of 4"),
    NAN_LOST_IN_MAX(WrongNumerics::nanLostInMax, "aReductionOfNaNIsNaN", "max: expected NaN, got 3.0"),

    // Lifetimes.
    INNER_GRADIENTS_ADD_UP(
            WrongLifetimes::innerGradientsAddUp,
            "aSecondBackwardOnTheSameRecordingIsRight",
            "inner: expected 3.0, got 6.0"),
    SECOND_BACKWARD_DOUBLES(
            WrongLifetimes::secondBackwardDoubles,
            "aSecondBackwardOnTheSameRecordingIsRight",
            "leaf: expected 27.0, got 54.0"),
    EARLIER_GRADIENTS_STAY(
            WrongLifetimes::earlierGradientsStay,
            "innerValuesOfAnEarlierRootAreZeroAfterAnotherBackward",
            "inner of the earlier root: expected 0"),
    EACH_BACKWARD_BEGINS_ANEW(
            WrongLifetimes::eachBackwardBeginsAnew,
            "leavesAddUpOverBackwardCallsUntilZeroed",
            "after two: expected 12.0, got 6.0"),
    ZERO_GRAD_DOES_NOTHING(
            WrongLifetimes::zeroGradDoesNothing,
            "leavesAddUpOverBackwardCallsUntilZeroed",
            "zeroed: expected 0.0, got 12.0"),
    SEED_IGNORED(
            WrongLifetimes::seedIgnored, "aSeedWeighsTheNumbersOfAnArray", "variable: number 1 of 4: expected 40.0"),
    CONSTANTS_GET_GRADIENTS(
            WrongLifetimes::constantsGetGradients, "aConstantHasGradientZero", "constant: expected 0.0, got 5.0"),
    STALE_VARIABLE_NOT_NOTICED(
            WrongLifetimes::staleVariableNotNoticed, "aRecordingWhoseVariableWasSetIsRefused", "StaleValueException"),
    RESULTS_REMEMBERED(
            WrongLifetimes::resultsRemembered,
            "whatWasRecordedAfterTheSetIsFresh",
            "backward: a variable was set after it was used"),
    STATE_OF_AN_UPDATE_FORGOTTEN(
            WrongLifetimes::stateOfAnUpdateForgotten,
            "anUpdateMovesWhatItRemembersTooInEachStep",
            "memory after step 1: number 0 of 67"),
    STATES_SET_FIRST(
            WrongLifetimes::statesSetFirst, "aVariableThatIsItsOwnStateBecomesTheState", "0.5 w + 1: number 0 of 3"),

    // Scopes, borders, determinism.
    SCOPES_CLOSE_NOTHING(
            WrongBorders::scopesCloseNothing,
            "aValueOfAClosedScopeIsRefusedEverywhereInTheSameWords",
            "not refused: data: a value of a closed scope"),
    SCOPES_LEAK(WrongBorders::scopesLeak, "whatScopesForgetIsGivenBack", "300 scopes of 3 arrays of 40 kB each kept"),
    INNER_SCOPES_CLOSE_THE_OUTER(
            WrongBorders::innerScopesCloseTheOuter, "scopesNest", "mul: a value of a closed scope"),
    INFERENCE_RECORDS(WrongBorders::inferenceRecords, "anInferenceScopeRecordsNothing", "NotRecordedException"),
    FOREIGN_VALUES_ACCEPTED(
            WrongBorders::foreignValuesAccepted,
            "aValueOfAnotherEngineIsRefused",
            "not refused: add: a value of another engine"),
    ERRORS_SWALLOWED(
            WrongBorders::errorsSwallowed, "shapesThatDoNotFitAreRefused", "not refused: matmul: inner sizes differ"),
    REFUSED_WHEN_HALF_DONE(
            WrongBorders::refusedWhenHalfDone,
            "aRefusedOperationLeavesGradientsAndRecordingAsTheyWere",
            "leaf: number 0 of 2: expected 2.0, got 4.0"),
    CLOSED_ENGINES_ANSWER(
            WrongBorders::closedEnginesAnswer,
            "aClosedEngineRefusesEverythingInTheSameWords",
            "an engine that was closed says it is open"),
    CALLERS_ARRAYS_KEPT(
            WrongBorders::callersArraysKept, "arraysChangedAfterTheyWereHandedInChangeNothing", "value: number 0 of 2"),
    FIRST_ROW_READ_FOR_ALL(
            WrongBorders::firstRowReadForAll, "rowsAreReadOnceEachInOrder", "rows: number 1 of 3: expected"),
    OWN_ARRAYS_HANDED_OUT(
            WrongBorders::ownArraysHandedOut,
            "returnedArraysChangedChangeNothing",
            "value: number 0 of 2: expected 1.0, got 99.0"),
    LABELS_TELL_VALUES_APART(
            WrongBorders::labelsTellValuesApart, "labelsNeverChangeNumbers", "with labels: number 0 of 2"),
    OPERANDS_IN_REVERSE(
            WrongBorders::operandsInReverse,
            "aValueKnowsItsOperationAndItsOperandsInOrder",
            "expected: <[Value(data=2.0), Value(data=3.0)]> but was: <[Value(data=3.0), Value(data=2.0)]>"),
    ORDER_OF_SUMMATION_VARIES(
            WrongOperations::orderOfSummationVaries, "twentyRunsGiveTheSameBits", "in the same engine: sum of many"),
    SCRATCH_SHARED_BY_THREADS(
            WrongBorders::scratchSharedByThreads,
            "enginesOnSeveralThreadsGiveTheBitsOfOneAlone",
            "on several threads: loss");

    private final Supplier<Behaviour> behaviour;
    private final String test;
    private final String words;

    Fault(Supplier<Behaviour> behaviour, String test, String words) {
        this.behaviour = behaviour;
        this.test = test;
        this.words = words;
    }

    /** For one engine. */
    Behaviour behaviour() {
        return behaviour.get();
    }

    /** The name of a test that must fail. */
    String test() {
        return test;
    }

    /** What the failure must say. */
    String words() {
        return words;
    }
}
