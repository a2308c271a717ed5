package org.chainrule;

import static org.chainrule.formula.Given.given;

import org.chainrule.clipping.ClipByAverageNorm;
import org.chainrule.clipping.ClipByGlobalNorm;
import org.chainrule.clipping.ClipByNorm;
import org.chainrule.clipping.ClipByValue;
import org.chainrule.clipping.Norm;
import org.chainrule.network.Deltas;
import org.chainrule.regularizer.ElasticNet;
import org.chainrule.regularizer.L1;
import org.chainrule.regularizer.L2;
import org.chainrule.regularizer.L2Norm;
import org.chainrule.regularizer.MaxNorm;

/** The words for regularizers and for clipping gradients, part of {@link Chainrule}. */
public abstract sealed class RegularizerWords permits ScheduleWords {
    RegularizerWords() {}

    /**
     * The penalty λ · Σ|w| on the weights, which pushes them to exactly 0; {@code .includingBiases()}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * l1(0.1).penalty(net.parameters()); // 0.05
     * }</pre>
     *
     * @param strength λ, at least 0
     * @return for {@code training(net).regularizer(l1(0.01))}
     */
    public static L1 l1(double strength) {
        return new L1(strength, false);
    }

    /**
     * The penalty λ/2 · Σw² on the weights, which shrinks them; {@code .includingBiases()}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * l2(0.1).penalty(net.parameters()); // 0.0125
     * }</pre>
     *
     * @param strength λ, at least 0
     * @return for {@code training(net).regularizer(l2(0.01))}
     */
    public static L2 l2(double strength) {
        return new L2(strength, true, false);
    }

    /**
     * L2 without the ½, as in ridge regression: λ · Σw²; {@code .includingBiases()}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * ridge(0.1).penalty(net.parameters()); // 0.025
     * }</pre>
     *
     * @param strength λ, at least 0
     * @return for {@code training(net).regularizer(ridge(0.01))}
     */
    public static L2 ridge(double strength) {
        return new L2(strength, false, false);
    }

    /**
     * The norm without its square, as one of the slides prints L2: λ/2 · ‖W‖ for each layer.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * l2Norm(0.1).penalty(net.parameters()); // 0.025
     * }</pre>
     *
     * @param strength λ, at least 0
     * @return for {@code training(net).regularizer(l2Norm(0.01))}
     */
    public static L2Norm l2Norm(double strength) {
        return new L2Norm(strength, false);
    }

    /**
     * Both penalties: λ1 · Σ|w| + λ2/2 · Σw²; {@code .includingBiases()}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * elasticNet(0.1, 0.2).penalty(net.parameters()); // 0.075
     * }</pre>
     *
     * @param l1 λ1, at least 0
     * @param l2 λ2, at least 0
     * @return for {@code training(net).regularizer(elasticNet(0.01, 0.01))}
     */
    public static ElasticNet elasticNet(double l1, double l2) {
        return new ElasticNet(l1(l1), l2(l2));
    }

    /**
     * A constraint: after each step the incoming weights of a unit have at most this norm.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(9)).optimizer(sgd(0.1)).epochs(50).constraint(maxNorm(1)).run()
     *     .network().parameters().at("w"); // 1.0
     * }</pre>
     *
     * @param limit above 0
     * @return for {@code training(net).constraint(maxNorm(3))}
     */
    public static MaxNorm maxNorm(double limit) {
        return new MaxNorm(limit);
    }

    /**
     * Clips each gradient to ±limit.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).clip(clipByValue(1)).gradients().at("w"); // −1.00
     * }</pre>
     *
     * @param limit above 0
     * @return for {@code training(net).clip(clipByValue(0.5))}
     */
    public static ClipByValue clipByValue(double limit) {
        return new ClipByValue(limit);
    }

    /**
     * Clips the norm of the gradient of each layer's weights, and of its biases; {@code .perUnit()} of each unit's weights.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).clip(clipByNorm(1)).gradients().at("w"); // −1.00
     * }</pre>
     *
     * @param limit above 0
     * @return for {@code training(net).clip(clipByNorm(1.0))}
     */
    public static ClipByNorm clipByNorm(double limit) {
        return new ClipByNorm(limit, false);
    }

    /**
     * Clips the norm divided by the number of elements, for each layer's weights and for its biases.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).clip(clipByAverageNorm(1)).gradients().at("w"); // −1.00
     * }</pre>
     *
     * @param limit above 0
     * @return for {@code training(net).clip(clipByAverageNorm(0.1))}
     */
    public static ClipByAverageNorm clipByAverageNorm(double limit) {
        return new ClipByAverageNorm(limit);
    }

    /**
     * Clips the norm of all gradients together, which keeps the direction of the step.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).clip(clipByGlobalNorm(1)).gradients().at("w"); // −0.8944
     * }</pre>
     *
     * @param limit above 0
     * @return for {@code training(net).clip(clipByGlobalNorm(1.0))}
     */
    public static ClipByGlobalNorm clipByGlobalNorm(double limit) {
        return new ClipByGlobalNorm(limit);
    }

    /**
     * The norm of all gradients together: √Σg².
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * globalNorm(net.forward(2).deltas(y(3))); // 4.4721
     * }</pre>
     *
     * @param deltas of a backward pass
     * @return at least 0
     */
    public static double globalNorm(Deltas deltas) {
        return Norm.global(given("globalNorm()", deltas, "a backward pass such as net.forward(1, 2).deltas(y(3))")
                .gradients());
    }
}
