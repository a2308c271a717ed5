package org.chainrule.activation;

import java.util.Collections;
import java.util.List;
import org.chainrule.formula.Formula;

/**
 * The function that a layer applies to its pre-activations, a rule beside its derivative.
 *
 * <p>Most functions are {@link Elementwise}: each unit for itself. {@link Softmax} looks at all units of the layer.
 */
public sealed interface Activation permits Elementwise, Softmax {
    /**
     * The field's name of the function.
     *
     * @return such as {@code sigmoid}
     */
    String name();

    /**
     * What values an output can take.
     *
     * @return the range
     */
    Range range();

    /**
     * Forward rule of some samples: {@code output = f(z)}.
     *
     * @param batch reads z, writes output
     * @param from the index of the first element of the first sample
     * @param to the index after the last element of the last sample
     */
    void apply(Batch batch, int from, int to);

    /**
     * Forward rule of a whole batch: {@code output = f(z)}.
     *
     * @param z pre-activations, samples × units, row-major
     * @param output receives the outputs, the same shape
     * @param units the number of columns
     */
    default void apply(double[] z, double[] output, int units) {
        double[] none = {};
        apply(new Batch(z, output, none, none, units), 0, z.length);
    }

    /**
     * Backward rule of some samples: δ = dC/dz from dC/d(output).
     *
     * @param batch reads z, output and dC/d(output), writes δ
     * @param from the index of the first element of the first sample
     * @param to the index after the last element of the last sample
     */
    void backward(Batch batch, int from, int to);

    /**
     * What the rules read and write, each samples × units, row-major.
     *
     * @param z pre-activations
     * @param output f(z)
     * @param outputGradient dC/d(output)
     * @param delta dC/dz
     * @param units the number of columns
     */
    record Batch(double[] z, double[] output, double[] outputGradient, double[] delta, int units) {}

    /**
     * The output of one unit as a formula.
     *
     * @param z the pre-activations of all units of the layer
     * @param unit from 0
     * @return the tree that prints and evaluates the function
     */
    Formula formula(List<Formula> z, int unit);

    /**
     * The derivative of one output by one pre-activation as a formula, in terms of the outputs where the field writes it so.
     *
     * @param layer the pre-activations and outputs of all units
     * @param output whose output, from 0
     * @param unit by whose pre-activation, from 0
     * @return the tree that prints and evaluates d output / d z, the constant 0 if the one never depends on the other
     */
    Formula derivativeFormula(Units layer, int output, int unit);

    /**
     * A layer in symbols.
     *
     * @param z pre-activations, one per unit
     * @param f outputs, one per unit
     */
    record Units(List<Formula> z, List<Formula> f) {
        public Units {
            z = List.copyOf(z);
            f = List.copyOf(f);
        }
    }

    /**
     * Where f is not differentiable.
     *
     * @return the pre-activations, empty for a smooth function
     */
    default List<Double> kinks() {
        return Collections.emptyList();
    }
}
