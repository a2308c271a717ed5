package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Sum;
import org.chainrule.formula.Summation;
import org.chainrule.formula.Symbol;
import org.chainrule.layer.BatchNorm;
import org.chainrule.network.Network;

/**
 * Batch normalisation: {@code μ = 1/m·Σ x}, {@code σ² = 1/m·Σ (x − μ)²}, {@code x̂ = (x − μ)/√(σ² + ε)}, {@code z = γ·x̂ + β}. In use μ and σ²
 * are the running ones.
 *
 * @param layer how it divides
 */
record BatchNormFormulas(BatchNorm layer) implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        List<Equation> equations = new ArrayList<>();
        Formula mean = mean(unit, symbols);
        Formula deviation = symbols.output(below(unit)).minus(mean);
        if (symbols.isTraining()) {
            equations.add(new Equation(mean, meanOf(unit, symbols, (each, s) -> s.output(below(each)))));
            equations.add(new Equation(
                    deviationOf(unit, symbols).squared(),
                    meanOf(
                            unit,
                            symbols,
                            (each, s) -> s.output(below(each)).minus(mean).squared())));
        }
        Symbol normalized = normalized(unit, symbols);
        equations.add(new Equation(normalized, deviation.over(divisor(unit, symbols))));
        Formula z = scale(unit, symbols).times(normalized).plus(symbols.parameter(block(1) + channel(unit)));
        equations.add(new Equation(unit.activates() ? symbols.preActivation(unit) : symbols.output(unit), z));
        if (unit.activates()) {
            equations.add(symbols.activation(unit));
        }
        return equations;
    }

    private static Unit below(Unit unit) {
        return unit.below(unit.index());
    }

    private int channel(Unit unit) {
        return unit.index() / places();
    }

    private int places() {
        return layer.units().size() / layer.blocks().get(0).size();
    }

    private int block(int number) {
        return layer.blocks().get(number).offset();
    }

    private Symbol mean(Unit unit, Symbols symbols) {
        return new Symbol("μ", label(unit), symbols.detailOfBatch(unit.layer(), "mean", channel(unit)));
    }

    /** σ itself, which is recorded as σ². */
    private Symbol deviationOf(Unit unit, Symbols symbols) {
        double variance = symbols.detailOfBatch(unit.layer(), "variance", channel(unit));
        return new Symbol("σ", label(unit), Math.sqrt(variance));
    }

    private String label(Unit unit) {
        return unit.layer() + "_" + (channel(unit) + 1);
    }

    private Symbol scale(Unit unit, Symbols symbols) {
        return symbols.parameter(block(0) + channel(unit));
    }

    private static Symbol normalized(Unit unit, Symbols symbols) {
        double value = symbols.detail(unit.layer(), "normalized", unit.index());
        return new Symbol("x̂", unit.name(), value);
    }

    private Formula divisor(Unit unit, Symbols symbols) {
        Formula epsilon = Symbol.of("ε", layer.normalization().epsilon());
        Formula sigma = deviationOf(unit, symbols);
        return layer.normalization().insideRoot()
                ? sigma.squared().plus(epsilon).root()
                : sigma.plus(epsilon);
    }

    /** {@code 1/m·Σ …} over all samples and places of the channel. */
    private Formula meanOf(Unit unit, Symbols symbols, BiFunction<Unit, Symbols, Formula> term) {
        List<Formula> terms = new ArrayList<>();
        for (int sample = 0; sample < symbols.samples(); sample++) {
            for (int place = 0; place < places(); place++) {
                Unit each = new Unit(unit.network(), unit.layer(), channel(unit) * places() + place);
                terms.add(term.apply(each, symbols.ofSample(sample)));
            }
        }
        return Terms.product(number(1).over(number(terms.size())), sum(terms));
    }

    private static Formula sum(List<Formula> terms) {
        return terms.size() == 1 ? terms.get(0) : new Summation("n", terms.get(0), terms);
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        Unit unit = source.above(source.index());
        Formula factor = scale(unit, symbols.forward()).over(divisor(unit, symbols.forward()));
        Formula delta = symbols.delta(unit);
        if (!symbols.forward().isTraining()) {
            return factor.times(delta);
        }
        Formula mean = meanOf(
                unit,
                symbols.forward(),
                (each, s) -> symbols.ofSample(s.sample()).delta(each));
        Formula slope = meanOf(
                unit,
                symbols.forward(),
                (each, s) -> symbols.ofSample(s.sample()).delta(each).times(normalized(each, s)));
        if (deviationOf(unit, symbols.forward()).value() == 0
                && !layer.normalization().insideRoot()) {
            return factor.times(delta.minus(mean)); // σ has no derivative there
        }
        Formula own = normalized(unit, symbols.forward());
        if (!layer.normalization().insideRoot()) {
            own = own.times(divisor(unit, symbols.forward()).over(deviationOf(unit, symbols.forward())));
        }
        return factor.times(
                new Sum(List.of(delta, mean.negated(), own.times(slope).negated())));
    }

    @Override
    public Function<DeltaSymbols, Formula> gradient(Network network, int parameter) {
        return symbols -> gradient(parameter, symbols);
    }

    private Formula gradient(int parameter, DeltaSymbols symbols) {
        boolean isScale = parameter < layer.blocks().get(0).end();
        boolean isShift = !isScale && parameter < layer.blocks().get(1).end();
        if (!isScale && !isShift) {
            return number(0); // the statistics are measured and not learned
        }
        int channel = parameter - block(isScale ? 0 : 1);
        int number = LayerFormulas.layerOf(symbols.network(), parameter);
        List<Formula> terms = new ArrayList<>();
        for (int place = 0; place < places(); place++) {
            Unit unit = new Unit(symbols.network(), number, channel * places() + place);
            Formula delta = symbols.delta(unit);
            terms.add(isScale ? delta.times(normalized(unit, symbols.forward())) : delta);
        }
        return Terms.sum(terms);
    }
}
