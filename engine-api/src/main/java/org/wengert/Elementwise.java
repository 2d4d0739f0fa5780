package org.wengert;

import org.wengert.op.Binary;
import org.wengert.op.Unary;

/** What a value offers element by element; every method is one table entry applied. Binary ones broadcast. */
public sealed interface Elementwise permits Value {
    /** Applies an operation of the table or of one's own to every element. */
    Value apply(Unary op);

    /** Applies an operation of the table or of one's own to pairs of elements, this one on the left. */
    Value apply(Binary op, Value right);

    /** A constant of the same engine, for the other side of a binary operation. */
    Value constantLike(double number);

    /** {@code this + right}. */
    default Value add(Value right) {
        return apply(Binary.ADD, right);
    }

    /** {@code this + right}. */
    default Value add(double right) {
        return apply(Binary.ADD, constantLike(right));
    }

    /** {@code this - right}. */
    default Value sub(Value right) {
        return apply(Binary.SUB, right);
    }

    /** {@code this - right}. */
    default Value sub(double right) {
        return apply(Binary.SUB, constantLike(right));
    }

    /** {@code left - this}. */
    default Value rsub(double left) {
        return constantLike(left).sub((Value) this);
    }

    /** {@code this * right}, element by element. */
    default Value mul(Value right) {
        return apply(Binary.MUL, right);
    }

    /** {@code this * right}. */
    default Value mul(double right) {
        return apply(Binary.MUL, constantLike(right));
    }

    /** {@code this / right}, a true division. */
    default Value div(Value right) {
        return apply(Binary.DIV, right);
    }

    /** {@code this / right}, a true division. */
    default Value div(double right) {
        return apply(Binary.DIV, constantLike(right));
    }

    /** {@code left / this}, a true division. */
    default Value rdiv(double left) {
        return constantLike(left).div((Value) this);
    }

    /** {@code this^exponent}; see {@link Unary#pow(double)} for exponents 0 and 1. */
    default Value pow(double exponent) {
        return apply(Unary.pow(exponent));
    }

    /** {@code this^exponent} with a gradient for both; see {@link Binary#POW}. */
    default Value pow(Value exponent) {
        return apply(Binary.POW, exponent);
    }

    /** {@code base^this}. */
    default Value rpow(double base) {
        return constantLike(base).pow((Value) this);
    }

    /** The larger of both; a tie shares the gradient. */
    default Value maximum(Value right) {
        return apply(Binary.MAXIMUM, right);
    }

    /** The larger of both; a tie shares the gradient, so at 0 {@code x.maximum(0)} is not {@code x.relu()}. */
    default Value maximum(double right) {
        return apply(Binary.MAXIMUM, constantLike(right));
    }

    /** The smaller of both; a tie shares the gradient. */
    default Value minimum(Value right) {
        return apply(Binary.MINIMUM, right);
    }

    /** The smaller of both; a tie shares the gradient. */
    default Value minimum(double right) {
        return apply(Binary.MINIMUM, constantLike(right));
    }

    /** Cross-entropy of logits against probabilities; see {@link Binary#BCE_WITH_LOGITS}. */
    default Value bceWithLogits(Value probabilities) {
        return apply(Binary.BCE_WITH_LOGITS, probabilities);
    }

    /** Cross-entropy of logits against one probability; see {@link Binary#BCE_WITH_LOGITS}. */
    default Value bceWithLogits(double probability) {
        return apply(Binary.BCE_WITH_LOGITS, constantLike(probability));
    }

    /** {@code -this}. */
    default Value neg() {
        return apply(Unary.NEG);
    }

    /** {@code this * this}. */
    default Value square() {
        return apply(Unary.SQUARE);
    }

    /** {@code 1 / this}. */
    default Value reciprocal() {
        return apply(Unary.RECIPROCAL);
    }

    /** {@code e^this}. */
    default Value exp() {
        return apply(Unary.EXP);
    }

    /** {@code e^this - 1}. */
    default Value expm1() {
        return apply(Unary.EXPM1);
    }

    /** Natural logarithm. */
    default Value log() {
        return apply(Unary.LOG);
    }

    /** {@code ln(1 + this)}. */
    default Value log1p() {
        return apply(Unary.LOG1P);
    }

    /** Square root. */
    default Value sqrt() {
        return apply(Unary.SQRT);
    }

    /** Sine. */
    default Value sin() {
        return apply(Unary.SIN);
    }

    /** Cosine. */
    default Value cos() {
        return apply(Unary.COS);
    }

    /** Hyperbolic tangent. */
    default Value tanh() {
        return apply(Unary.TANH);
    }

    /** Logistic function. */
    default Value sigmoid() {
        return apply(Unary.SIGMOID);
    }

    /** {@code max(this, 0)}; slope at 0 is 0. */
    default Value relu() {
        return apply(Unary.RELU);
    }

    /** Slope 1 above 0 and {@code a} elsewhere. */
    default Value leakyRelu(double a) {
        return apply(Unary.leakyRelu(a));
    }

    /** {@code a (e^this - 1)} up to 0, {@code this} above. */
    default Value elu(double a) {
        return apply(Unary.elu(a));
    }

    /** {@code ln(1 + e^this)}. */
    default Value softplus() {
        return apply(Unary.SOFTPLUS);
    }

    /** {@code ln(sigmoid(this))}. */
    default Value logSigmoid() {
        return apply(Unary.LOG_SIGMOID);
    }

    /** {@code this * Phi(this)}. */
    default Value gelu() {
        return apply(Unary.GELU);
    }

    /** The tanh approximation of {@link #gelu()}. */
    default Value geluTanh() {
        return apply(Unary.GELU_TANH);
    }

    /** {@code this * sigmoid(this)}. */
    default Value silu() {
        return apply(Unary.SILU);
    }

    /** Absolute value; slope at 0 is 0. */
    default Value abs() {
        return apply(Unary.ABS);
    }

    /** Held between two bounds. */
    default Value clamp(double low, double high) {
        return apply(Unary.clamp(low, high));
    }
}
