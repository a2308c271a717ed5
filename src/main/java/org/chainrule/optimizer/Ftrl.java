package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * FTRL-proximal ("follow the regularized leader"): w is the minimum of all linearised losses so far plus the penalties.
 *
 * <p>n' = n + g², z ← z + g + 2·λs·w − (n'^−p − n^−p) / α · w, w ← (clip(z, ±λ1) − z) / ((n'^−p + β) / α + 2·λ2), n ← n'. Where
 * |z| ≤ λ1 the weight is exactly 0. The power p is −½: each rate falls like that of AdaGrad. z starts at 0, so the initial
 * parameters hardly count: a rule for linear models.
 *
 * <p>Source: McMahan et al., "Ad Click Prediction" (2013), Algorithm 1; λs and p as in Keras.
 *
 * @param rate α at each step, above 0
 * @param power p, at most 0
 * @param initialAccumulator n before the first step, at least 0
 * @param beta β, at least 0
 * @param penalties λ1 and λ2
 * @param shrinkage λs of the penalty λs·w² on the loss, at least 0
 */
public record Ftrl(
        Schedule rate, double power, double initialAccumulator, double beta, Penalties penalties, double shrinkage)
        implements Optimizer {
    /** The default power: {@value}. */
    public static final double DEFAULT_POWER = -0.5;

    /** The default n before the first step: {@value}. */
    public static final double DEFAULT_ACCUMULATOR = 0.1;

    public Ftrl {
        Require.notNegative("initialAccumulator() got", initialAccumulator);
        Require.notNegative("beta() got", beta);
        Require.notNegative("shrinkage() got", shrinkage);
        if (!(power <= 0) || Double.isInfinite(power)) {
            throw new IllegalArgumentException(
                    "power() got " + power + ", but it needs a finite number that is not above 0.");
        }
    }

    /**
     * Without penalties, with the power {@value #DEFAULT_POWER} and n from {@value #DEFAULT_ACCUMULATOR}.
     *
     * @param rate α at each step
     */
    public Ftrl(Schedule rate) {
        this(rate, DEFAULT_POWER, DEFAULT_ACCUMULATOR, 0, Penalties.NONE, 0);
    }

    /**
     * One α and the defaults.
     *
     * @param learningRate α, above 0 and finite: the rule divides by it
     */
    public Ftrl(double learningRate) {
        this(LearningRate.constant("ftrl", learningRate));
        Require.positive("ftrl() got", learningRate);
    }

    /**
     * Chooses how fast the rates fall.
     *
     * @param value p, at most 0; 0 keeps the rates, the default is {@value #DEFAULT_POWER}
     * @return a new optimizer
     */
    public Ftrl power(double value) {
        return new Ftrl(rate, value, initialAccumulator, beta, penalties, shrinkage);
    }

    /**
     * Chooses n before the first step.
     *
     * @param value at least 0; the default is {@value #DEFAULT_ACCUMULATOR}
     * @return a new optimizer
     */
    public Ftrl initialAccumulator(double value) {
        return new Ftrl(rate, power, value, beta, penalties, shrinkage);
    }

    /**
     * Chooses β, which makes the first rates smaller.
     *
     * @param value at least 0; the default is 0
     * @return a new optimizer
     */
    public Ftrl beta(double value) {
        return new Ftrl(rate, power, initialAccumulator, value, penalties, shrinkage);
    }

    /**
     * Chooses the strength of the penalty λs·w² whose gradient joins that of the loss.
     *
     * @param value λs, at least 0; the default is 0
     * @return a new optimizer
     */
    public Ftrl shrinkage(double value) {
        return new Ftrl(rate, power, initialAccumulator, beta, penalties, value);
    }

    /**
     * Chooses the strength of λ1·|w|, which makes weights exactly 0.
     *
     * @param value λ1, at least 0; the default is 0
     * @return a new optimizer
     */
    public Ftrl l1(double value) {
        return new Ftrl(rate, power, initialAccumulator, beta, penalties.l1(value), shrinkage);
    }

    /**
     * Chooses the strength of the quadratic penalty.
     *
     * @param value λ2 of λ2·w², at least 0; the default is 0
     * @return a new optimizer
     */
    public Ftrl l2(double value) {
        return new Ftrl(rate, power, initialAccumulator, beta, penalties.l2(value), shrinkage);
    }

    @Override
    public String name() {
        return "FTRL-proximal";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("n", initialAccumulator), new Slot("z"));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] n = state.vector(0);
        double[] z = state.vector(1);
        double alpha = state.rate(rate);
        Require.positive("ftrl() got", alpha);
        double l1 = penalties.l1();
        for (int i = from; i < to; i++) {
            double w = parameters[i];
            double g = gradients[i];
            double before = grown(n[i]);
            n[i] += g * g;
            z[i] += g + 2 * shrinkage * w - (grown(n[i]) - before) / alpha * w;
            double clipped = Math.max(-l1, Math.min(l1, z[i]));
            parameters[i] = clipped == z[i] ? 0 : (clipped - z[i]) / curvature(n[i], alpha);
        }
    }

    /** n^−p, the root of n for the default power. */
    private double grown(double n) {
        return power == DEFAULT_POWER ? Math.sqrt(n) : StrictMath.pow(n, -power);
    }

    private double curvature(double n, double alpha) {
        return (grown(n) + beta) / alpha + 2 * penalties.l2();
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        return 1 / curvature(after.at("n", parameter), before.nextRate(rate));
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot n = slots().get(0);
        Slot z = slots().get(1);
        Formula pulled =
                grown(s.after(n)).minus(grown(s.before(n))).over(s.rate()).times(s.parameter());
        Formula sum = s.before(z).plus(s.gradient());
        Formula shrunk = shrinkage == 0
                ? sum
                : sum.plus(number(2).times(new Symbol("λ", "s", shrinkage)).times(s.parameter()));
        return List.of(
                s.next(n, s.before(n).plus(s.gradient().squared())),
                s.next(z, shrunk.minus(pulled)),
                s.next(penalties.towardsZero(s.after(z), l1()).negated().over(curvature(s))));
    }

    private Symbol l1() {
        return new Symbol("λ", "1", penalties.l1());
    }

    private Formula grown(Formula n) {
        return power == DEFAULT_POWER ? n.root() : n.power(Symbol.of("p", power).negated());
    }

    private Formula curvature(StepSymbols s) {
        Formula rising = grown(s.after(slots().get(0)));
        Formula divided = (beta == 0 ? rising : rising.plus(Symbol.of("β", beta))).over(s.rate());
        return penalties.l2() == 0 ? divided : divided.plus(number(2).times(new Symbol("λ", "2", penalties.l2())));
    }

    @Override
    public String toString() {
        return Options.of("ftrl", rate)
                .option("power", power, DEFAULT_POWER)
                .option("initialAccumulator", initialAccumulator, DEFAULT_ACCUMULATOR)
                .option("beta", beta, 0)
                .option("l1", penalties.l1(), 0)
                .option("l2", penalties.l2(), 0)
                .option("shrinkage", shrinkage, 0)
                .toString();
    }
}
