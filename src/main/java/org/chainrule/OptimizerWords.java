package org.chainrule;

import java.util.function.UnaryOperator;
import org.chainrule.optimizer.AdaDelta;
import org.chainrule.optimizer.AdaGrad;
import org.chainrule.optimizer.AdaGradDualAveraging;
import org.chainrule.optimizer.AdaMax;
import org.chainrule.optimizer.Adam;
import org.chainrule.optimizer.AdamW;
import org.chainrule.optimizer.AmsGrad;
import org.chainrule.optimizer.Descent;
import org.chainrule.optimizer.Ftrl;
import org.chainrule.optimizer.GradientDescent;
import org.chainrule.optimizer.Momentum;
import org.chainrule.optimizer.Nadam;
import org.chainrule.optimizer.Nesterov;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.ProximalAdaGrad;
import org.chainrule.optimizer.ProximalGradientDescent;
import org.chainrule.optimizer.RmsProp;
import org.chainrule.schedule.Schedule;

/** The words for optimizers, part of {@link Chainrule}. Each takes a number or a schedule for the learning rate. */
public abstract sealed class OptimizerWords extends ScheduleWords permits ModelWords {
    OptimizerWords() {}

    /**
     * Plain gradient descent: w ← w − α · dC/dw.
     *
     * <pre>{@code descent(sgd(0.1), w -> new double[] {2 * w[0]}, 1, 5).end()[0]; // 4.00}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static GradientDescent sgd(double learningRate) {
        return new GradientDescent(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(sgd(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 3.2003}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static GradientDescent sgd(Schedule learningRate) {
        return new GradientDescent(learningRate);
    }

    /**
     * Gradient descent with momentum {@value Momentum#DEFAULT_MOMENTUM}: v ← μ·v + α·g, w ← w − v.
     *
     * <p>Options: {@code .momentum(0.5)}, {@code .rateOutside()}, {@code .lastChange()}, {@code .average()}.
     *
     * <pre>{@code descent(momentum(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 2.30}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static Momentum momentum(double learningRate) {
        return new Momentum(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(momentum(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 2.3003}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static Momentum momentum(Schedule learningRate) {
        return new Momentum(learningRate);
    }

    /**
     * Nesterov momentum {@value Momentum#DEFAULT_MOMENTUM}: the gradient is taken where the velocity leads.
     *
     * <p>Options: {@code .momentum(0.5)}.
     *
     * <pre>{@code descent(nesterov(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 1.112}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static Nesterov nesterov(double learningRate) {
        return new Nesterov(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(nesterov(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 1.1125}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static Nesterov nesterov(Schedule learningRate) {
        return new Nesterov(learningRate);
    }

    /**
     * AdaGrad: w ← w − α · g / (√Σg² + ε).
     *
     * <p>Options: {@code .initialAccumulator(0.1)}, {@code .epsilon(1e-7)}, {@code .epsilonInsideRoot()}.
     *
     * <pre>{@code descent(adagrad(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.83}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static AdaGrad adagrad(double learningRate) {
        return new AdaGrad(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(adagrad(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.83}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static AdaGrad adagrad(Schedule learningRate) {
        return new AdaGrad(learningRate);
    }

    /**
     * RMSProp: v ← ρ·v + (1 − ρ)·g², w ← w − α · g / (√v + ε).
     *
     * <p>Options: {@code .decay(0.99)}, {@code .epsilon(1e-7)}, {@code .epsilonInsideRoot()}, {@code .centred()}.
     *
     * <pre>{@code descent(rmsprop(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.4616}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static RmsProp rmsprop(double learningRate) {
        return new RmsProp(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(rmsprop(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.4617}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static RmsProp rmsprop(Schedule learningRate) {
        return new RmsProp(learningRate);
    }

    /**
     * AdaDelta as published, without a learning rate. Options: {@code .decay(0.9)}, {@code .epsilon(1e-7)}.
     *
     * <pre>{@code descent(adadelta(), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.991}</pre>
     *
     * @return the optimizer
     */
    public static AdaDelta adadelta() {
        return new AdaDelta(AdaDelta.DEFAULT_RATE);
    }

    /**
     * AdaDelta: the step is the gradient times the ratio of the last changes to the last gradients.
     *
     * <p>Options: {@code .decay(0.9)}, {@code .epsilon(1e-7)}.
     *
     * <pre>{@code descent(adadelta(0.5), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.9955}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static AdaDelta adadelta(double learningRate) {
        return new AdaDelta(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(adadelta(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.9991}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static AdaDelta adadelta(Schedule learningRate) {
        return new AdaDelta(learningRate);
    }

    /**
     * Adam: w ← w − α · m̂ / (√v̂ + ε) with averages of g and g².
     *
     * <p>Options: {@code .beta1(0.8)}, {@code .beta2(0.99)}, {@code .epsilon(1e-7)}, {@code .epsilonInsideRoot()}, {@code .withoutBiasCorrection()}.
     *
     * <pre>{@code descent(adam(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8001}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static Adam adam(double learningRate) {
        return new Adam(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(adam(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8001}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static Adam adam(Schedule learningRate) {
        return new Adam(learningRate);
    }

    /**
     * AdaMax: Adam with the largest gradient in place of the root of the average square.
     *
     * <p>Options: {@code .beta1(0.8)}, {@code .beta2(0.99)}, {@code .epsilon(1e-7)}.
     *
     * <pre>{@code descent(adamax(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.801}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static AdaMax adamax(double learningRate) {
        return new AdaMax(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(adamax(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.801}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static AdaMax adamax(Schedule learningRate) {
        return new AdaMax(learningRate);
    }

    /**
     * Nadam: Adam whose average gradient looks one step ahead.
     *
     * <p>Options: {@code .beta1(0.8)}, {@code .beta2(0.99)}, {@code .epsilon(1e-7)}.
     *
     * <pre>{@code descent(nadam(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8171}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static Nadam nadam(double learningRate) {
        return new Nadam(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(nadam(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8171}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static Nadam nadam(Schedule learningRate) {
        return new Nadam(learningRate);
    }

    /**
     * AMSGrad: Adam that divides by the root of the largest average square so far. Options: those of Adam.
     *
     * <pre>{@code descent(amsgrad(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8001}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static AmsGrad amsgrad(double learningRate) {
        return new AmsGrad(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(amsgrad(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8001}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static AmsGrad amsgrad(Schedule learningRate) {
        return new AmsGrad(learningRate);
    }

    /**
     * AdamW: Adam with a weight decay of {@value AdamW#DEFAULT_WEIGHT_DECAY} beside the gradient.
     *
     * <p>Options: {@code .weightDecay(0.1)} and those of Adam.
     *
     * <pre>{@code descent(adamw(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.7902}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static AdamW adamw(double learningRate) {
        return new AdamW(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(adamw(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.7902}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static AdamW adamw(Schedule learningRate) {
        return new AdamW(learningRate);
    }

    /**
     * FTRL-proximal: the minimum of all linearised losses so far plus the penalties.
     *
     * <p>Options: {@code .l1(0.01)}, {@code .l2(0.01)}, {@code .power(-0.5)}, {@code .initialAccumulator(1)}, {@code .beta(1)}, {@code .shrinkage(0.01)}.
     *
     * <pre>{@code descent(ftrl(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.6732}</pre>
     *
     * @param learningRate α, above 0
     * @return the optimizer
     */
    public static Ftrl ftrl(double learningRate) {
        return new Ftrl(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(ftrl(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.6718}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static Ftrl ftrl(Schedule learningRate) {
        return new Ftrl(learningRate);
    }

    /**
     * Proximal gradient descent: a step, then the penalties are solved exactly.
     *
     * <p>Options: {@code .l1(0.01)}, {@code .l2(0.01)}.
     *
     * <pre>{@code descent(proximalGradientDescent(0.1).l1(1), w -> new double[] {2 * w[0]}, 1, 5).end()[0]; // 3.90}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static ProximalGradientDescent proximalGradientDescent(double learningRate) {
        return new ProximalGradientDescent(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(proximalGradientDescent(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 3.2003}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static ProximalGradientDescent proximalGradientDescent(Schedule learningRate) {
        return new ProximalGradientDescent(learningRate);
    }

    /**
     * Proximal AdaGrad: an AdaGrad step, then the penalties are solved exactly.
     *
     * <p>Options: {@code .l1(0.01)}, {@code .l2(0.01)}, {@code .initialAccumulator(1)}.
     *
     * <pre>{@code descent(proximalAdagrad(0.1).l1(1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.813}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static ProximalAdaGrad proximalAdagrad(double learningRate) {
        return new ProximalAdaGrad(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(proximalAdagrad(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // 4.8301}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static ProximalAdaGrad proximalAdagrad(Schedule learningRate) {
        return new ProximalAdaGrad(learningRate);
    }

    /**
     * AdaGrad dual averaging: each step starts from 0 with the sum of all gradients.
     *
     * <p>Options: {@code .l1(0.01)}, {@code .l2(0.01)}, {@code .initialAccumulator(1)}.
     *
     * <pre>{@code descent(adagradDualAveraging(0.1), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // −0.0979}</pre>
     *
     * @param learningRate α, at least 0
     * @return the optimizer
     */
    public static AdaGradDualAveraging adagradDualAveraging(double learningRate) {
        return new AdaGradDualAveraging(learningRate);
    }

    /**
     * The same with a learning rate that changes.
     *
     * <pre>{@code descent(adagradDualAveraging(exponentialDecay(0.1, 0.96, 100)), w -> new double[] {2 * w[0]}, 2, 5).end()[0]; // −0.0979}</pre>
     *
     * @param learningRate α at each step
     * @return the optimizer
     */
    public static AdaGradDualAveraging adagradDualAveraging(Schedule learningRate) {
        return new AdaGradDualAveraging(learningRate);
    }

    /**
     * Lets an optimizer go down a plain function: {@code descent(sgd(0.2), p -> new double[] {2 * p[0]}, 10, 10.0)}.
     *
     * <pre>{@code
     * var path = descent(sgd(0.1), w -> new double[] {2 * w[0]}, 2, 5); // along w², from w = 5
     * path.end()[0];    // 3.2
     * path.points();    // 5, 4 and 3.2
     * }</pre>
     *
     * @param optimizer the rule
     * @param gradient of the function at a point, one number per coordinate
     * @param steps how many
     * @param start where it begins
     * @return every point, and the ledger of the optimizer
     */
    public static Descent descent(Optimizer optimizer, UnaryOperator<double[]> gradient, int steps, double... start) {
        return Descent.of(optimizer, gradient, steps, start);
    }
}
