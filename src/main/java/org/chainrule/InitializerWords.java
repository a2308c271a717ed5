package org.chainrule;

import org.chainrule.initializer.Constant;
import org.chainrule.initializer.Distribution;
import org.chainrule.initializer.He;
import org.chainrule.initializer.Initializer;
import org.chainrule.initializer.LeCun;
import org.chainrule.initializer.Normal;
import org.chainrule.initializer.Uniform;
import org.chainrule.initializer.Xavier;
import org.chainrule.math.Seed;

/** The words for seeds and initial weights, part of {@link Chainrule}. */
public abstract sealed class InitializerWords extends ModelWords permits ActivationWords {
    InitializerWords() {}

    /**
     * Where random numbers start: the same seed gives the same bits on every machine.
     *
     * <pre>{@code normal(0.1, seed(42)); // the same numbers every time}</pre>
     *
     * @param value any whole number
     * @return the seed
     */
    public static Seed seed(long value) {
        return new Seed(value);
    }

    /**
     * All weights zero, from which no layer learns well: its units stay equal.
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(zeros()).loss(halfSquaredError());}</pre>
     *
     * @return the initializer
     */
    public static Initializer zeros() {
        return constant(0);
    }

    /**
     * All weights equal; units that start equal stay equal.
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(constant(0.1)).loss(halfSquaredError());}</pre>
     *
     * @param value of every weight, finite
     * @return the initializer
     */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /**
     * Weights from N(0, σ).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(normal(0.1, seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param sigma standard deviation σ, at least 0
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer normal(double sigma, Seed seed) {
        return new Normal(sigma, seed);
    }

    /**
     * Weights from U(−a, a).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(uniform(0.1, seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param bound a, at least 0
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer uniform(double bound, Seed seed) {
        return new Uniform(bound, seed);
    }

    /**
     * LeCun's initial weights: N(0, σ), σ = √(1 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(lecun(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer lecun(Seed seed) {
        return new LeCun(Distribution.NORMAL, seed);
    }

    /**
     * LeCun's initial weights, evenly spread: U(−a, a), a = √(3 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(lecunUniform(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer lecunUniform(Seed seed) {
        return new LeCun(Distribution.UNIFORM, seed);
    }

    /**
     * Xavier Glorot's initial weights, for sigmoid and tanh: U(−a, a), a = √(6 / (fan_in + fan_out)).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(xavier(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer xavier(Seed seed) {
        return new Xavier(Distribution.UNIFORM, seed);
    }

    /**
     * Xavier Glorot's initial weights in their normal form: N(0, σ), σ = √(2 / (fan_in + fan_out)).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(xavierNormal(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer xavierNormal(Seed seed) {
        return new Xavier(Distribution.NORMAL, seed);
    }

    /**
     * Kaiming He's initial weights, for ReLU: N(0, σ), σ = √(2 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(he(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer he(Seed seed) {
        return new He(Distribution.NORMAL, seed);
    }

    /**
     * Kaiming He's initial weights, evenly spread: U(−a, a), a = √(6 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(heUniform(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer heUniform(Seed seed) {
        return new He(Distribution.UNIFORM, seed);
    }
}
