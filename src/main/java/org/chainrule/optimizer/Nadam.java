package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * Nadam: Adam whose average gradient looks one step ahead, as Nesterov momentum does.
 *
 * <p>m and v as in {@link Adam}, μ(t) = β1 · (1 − ½ · 0.96^(ψ·t)), P(t) = μ(1) · … · μ(t),
 * m̂ = μ(t+1) · m / (1 − P(t+1)) + (1 − μ(t)) · g / (1 − P(t)), v̂ = v / (1 − β2^t), w ← w − α · m̂ / (√v̂ + ε).
 *
 * <p>Source: Dozat (2016); the schedule of μ as in Keras; with a ψ of 0.004 as in PyTorch.
 *
 * @param rate α at each step
 * @param beta1 β1, from 0 up to, not including, 1
 * @param beta2 β2, from 0 up to, not including, 1
 * @param epsilon ε, above 0
 * @param momentumDecay ψ, how fast μ grows from half of β1 to β1; at least 0
 */
public record Nadam(Schedule rate, double beta1, double beta2, double epsilon, double momentumDecay)
        implements Optimizer {
    /** The usual ψ: {@value}. */
    public static final double DEFAULT_MOMENTUM_DECAY = 1;

    public Nadam {
        Require.below1("beta1() got", beta1);
        Require.below1("beta2() got", beta2);
        Require.positive("epsilon() got", epsilon);
        Require.notNegative("momentumDecay() got", momentumDecay);
    }

    /**
     * Nadam with the defaults of {@link Adam}.
     *
     * @param rate α at each step
     */
    public Nadam(Schedule rate) {
        this(rate, Adam.DEFAULT_BETA1, Adam.DEFAULT_BETA2, Adam.DEFAULT_EPSILON, DEFAULT_MOMENTUM_DECAY);
    }

    /**
     * Nadam with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public Nadam(double learningRate) {
        this(LearningRate.constant("nadam", learningRate));
    }

    /**
     * Chooses how much of the average gradient is kept.
     *
     * @param value β1, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA1}
     * @return a new optimizer
     */
    public Nadam beta1(double value) {
        return new Nadam(rate, value, beta2, epsilon, momentumDecay);
    }

    /**
     * Chooses how fast large gradients are forgotten.
     *
     * @param value β2, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA2}
     * @return a new optimizer
     */
    public Nadam beta2(double value) {
        return new Nadam(rate, beta1, value, epsilon, momentumDecay);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value Adam#DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public Nadam epsilon(double value) {
        return new Nadam(rate, beta1, beta2, value, momentumDecay);
    }

    /**
     * Chooses how fast μ grows from half of β1 to β1.
     *
     * @param value ψ, at least 0; the default is {@value #DEFAULT_MOMENTUM_DECAY}, as in Keras; PyTorch has 0.004
     * @return a new optimizer
     */
    public Nadam momentumDecay(double value) {
        return new Nadam(rate, beta1, beta2, epsilon, value);
    }

    @Override
    public String name() {
        return "Nadam";
    }

    /** The base of the schedule of μ: {@value}. */
    public static final double MOMENTUM_DECAY = 0.96;

    private static final String PRODUCT = "P";

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("m"), new Slot("v"), new Slot(PRODUCT, 1, true));
    }

    /** μ(t). */
    private double momentum(long t) {
        return beta1 * (1 - 0.5 * StrictMath.pow(MOMENTUM_DECAY, t * momentumDecay));
    }

    /** What m is multiplied by in m̂ after t steps, with the product P(t). */
    private double ahead(long t, double product) {
        double next = momentum(t + 1);
        return next / (1 - product * next);
    }

    /** What g is multiplied by in m̂ after t steps, with the product P(t). */
    private double now(long t, double product) {
        return (1 - momentum(t)) / (1 - product);
    }

    @Override
    public void begin(WorkingState state) {
        state.vector(2)[0] *= momentum(state.steps() + 1);
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        long t = state.steps() + 1;
        double product = state.vector(2)[0];
        double ofM = ahead(t, product);
        double ofG = now(t, product);
        double[] m = state.vector(0);
        double[] v = state.vector(1);
        double alpha = state.rate(rate);
        double vScale = 1 / (1 - StrictMath.pow(beta2, t));
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            parameters[i] -= alpha * (ofM * m[i] + ofG * g) / (Math.sqrt(v[i] * vScale) + epsilon);
        }
    }

    @Override
    public Map<String, Double> moments(OptimizerState state, int parameter) {
        Map<String, Double> moments = new LinkedHashMap<>(Optimizer.super.moments(state, parameter));
        moments.put("v̂", moments.get("v") / (1 - StrictMath.pow(beta2, state.steps())));
        return moments;
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        double v = after.at("v", parameter) / (1 - StrictMath.pow(beta2, after.steps()));
        return before.nextRate(rate) / (Math.sqrt(v) + epsilon);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot m = slots().get(0);
        Slot v = slots().get(1);
        Slot product = slots().get(2);
        long t = s.step().state().steps();
        Symbol b1 = new Symbol("β", "1", beta1);
        Symbol b2 = new Symbol("β", "2", beta2);
        Symbol now = new Symbol("μ", "t", momentum(t));
        Symbol then = new Symbol("μ", "t+1", momentum(t + 1));
        Formula ofM =
                then.times(s.after(m)).over(number(1).minus(s.after(product).times(then)));
        Formula ofG = number(1).minus(now).times(s.gradient()).over(number(1).minus(s.after(product)));
        StepFormula ahead = StepFormula.between("m̂", ofM.plus(ofG));
        StepFormula corrected = StepFormula.between("v̂", s.after(v).over(s.bias(b2)));
        Formula root = corrected.result().root().plus(Symbol.of("ε", epsilon));
        return List.of(
                new StepFormula(now, scheduled(b1, s.t())),
                new StepFormula(then, scheduled(b1, s.t().plus(number(1)))),
                s.next(product, s.before(product).times(now)),
                s.average(m, b1, s.gradient()),
                s.average(v, b2, s.gradient().squared()),
                ahead,
                corrected,
                s.next(s.parameter().minus(s.rate().times(ahead.result().over(root)))));
    }

    /** {@code β1·(1 − 0.5·0.96^(ψ·t))}; a ψ of 1 stays unsaid. */
    private Formula scheduled(Symbol beta, Formula step) {
        Formula t = momentumDecay == DEFAULT_MOMENTUM_DECAY
                ? step
                : Symbol.of("ψ", momentumDecay).times(step);
        return beta.times(
                number(1).minus(number(0.5).times(number(MOMENTUM_DECAY).power(t))));
    }

    @Override
    public String toString() {
        return Options.of("nadam", rate)
                .option("beta1", beta1, Adam.DEFAULT_BETA1)
                .option("beta2", beta2, Adam.DEFAULT_BETA2)
                .option("epsilon", epsilon, Adam.DEFAULT_EPSILON)
                .option("momentumDecay", momentumDecay, DEFAULT_MOMENTUM_DECAY)
                .toString();
    }
}
