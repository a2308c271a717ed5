package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Symbol;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.ParameterBlock;

/**
 * What the formulas of recurrent layers have in common: a state h that is read at the next step, and sums {@code z_t = w·x_t + u·h_(t−1) + b}, one
 * row of weights for each unit and gate.
 *
 * @param layer the layer
 * @param sums the letters of the rows: one for a layer without gates, else one per gate
 */
record RecurrentTerms(Layer layer, List<String> sums) {
    /** Only so many steps are written out where a unit stands for all of them. */
    private static final int MOST_STEPS = 8;

    int steps() {
        return ((Shape.Sequence) layer.inputShape()).steps();
    }

    private int features() {
        return ((Shape.Sequence) layer.inputShape()).features();
    }

    private int width() {
        return layer.blocks().get(1).columns();
    }

    private boolean givesAllSteps() {
        return layer.outputShape() instanceof Shape.Sequence;
    }

    /** The steps that an output stands for: its own, or all up to the last. */
    List<Moment> moments(Unit unit) {
        int last = givesAllSteps() ? unit.index() / width() : steps() - 1;
        int first = givesAllSteps() ? last : Math.max(0, steps() - MOST_STEPS);
        return IntStream.rangeClosed(first, last)
                .mapToObj(step -> new Moment(unit.layer(), step, unit.index() % width()))
                .toList();
    }

    /** A number that the layer recorded of the forward pass, as {@code c} of a moment. */
    Symbol value(String letter, Moment moment, Symbols symbols) {
        double value = symbols.detail(moment.layer(), letter, moment.step() * width() + moment.index());
        return SymbolNames.indexed(letter + moment.name(), value);
    }

    /** A derivative that the layer recorded of the backward pass. */
    Partial slope(String letter, Moment moment, DeltaSymbols symbols) {
        return new Partial(
                symbols.loss(), value(letter, moment, symbols.forward()), slopeValue(letter, moment, symbols));
    }

    /** δ of a sum. */
    Symbol delta(String letter, Moment moment, DeltaSymbols symbols) {
        return new Symbol("δ", letter + moment.name(), slopeValue(letter, moment, symbols));
    }

    private double slopeValue(String letter, Moment moment, DeltaSymbols symbols) {
        return symbols.detail(moment.layer(), letter, moment.step() * width() + moment.index());
    }

    /** {@code w·x_t + u·h_(t−1) + b}. */
    Formula sum(String letter, Moment moment, Symbols symbols) {
        int row = sums.indexOf(letter) * width() + moment.index();
        List<Formula> terms = new ArrayList<>();
        for (int i = 0; i < features(); i++) {
            terms.add(weight(0, row, i, symbols).times(input(moment, i, symbols)));
        }
        for (int k = 0; k < width() && moment.step() > 0; k++) {
            terms.add(weight(1, row, k, symbols)
                    .times(value("h", moment.at(moment.step() - 1).of(k), symbols)));
        }
        layer.blocks().stream().skip(2).forEach(biases -> terms.add(symbols.parameter(biases.offset() + row)));
        return Terms.sum(terms);
    }

    private Symbol weight(int block, int row, int column, Symbols symbols) {
        ParameterBlock weights = layer.blocks().get(block);
        return symbols.parameter(weights.offset() + row * weights.columns() + column);
    }

    private Symbol input(Moment moment, int feature, Symbols symbols) {
        return symbols.output(new Unit(symbols.network(), moment.layer() - 1, moment.step() * features() + feature));
    }

    /** dC/dh: what comes from the next layer and from the next step. */
    Formula stateGradient(Unit unit, Moment moment, DeltaSymbols symbols) {
        List<Formula> terms = new ArrayList<>();
        if (givesAllSteps() || moment.step() == steps() - 1) {
            terms.add(new DeltaEquations(symbols).outputGradient(unit).right());
        }
        if (moment.step() < steps() - 1) {
            Moment next = moment.at(moment.step() + 1);
            terms.addAll(readers(1, moment.index(), next, symbols));
        }
        return Terms.sum(terms);
    }

    /** δ of all sums at a moment, times their weights in one column. */
    private List<Formula> readers(int block, int column, Moment moment, DeltaSymbols symbols) {
        List<Formula> terms = new ArrayList<>();
        for (int row = 0; row < sums.size() * width(); row++) {
            Symbol delta = delta(sums.get(row / width()), moment.of(row % width()), symbols);
            terms.add(delta.times(weight(block, row, column, symbols.forward())));
        }
        return terms;
    }

    /** dC/dx by the sums of its step. */
    Formula handedBack(Unit source, DeltaSymbols symbols) {
        Moment step = new Moment(source.layer() + 1, source.index() / features(), 0);
        return Terms.sum(readers(0, source.index() % features(), step, symbols));
    }

    /** The sum over the steps of δ times what the parameter multiplies. */
    Formula gradient(int parameter, DeltaSymbols symbols) {
        int number = LayerFormulas.layerOf(symbols.network(), parameter);
        int block = IntStream.range(0, layer.blocks().size())
                .filter(i -> parameter < layer.blocks().get(i).end())
                .findFirst()
                .orElseThrow();
        ParameterBlock own = layer.blocks().get(block);
        int row = (parameter - own.offset()) / own.columns();
        int column = (parameter - own.offset()) % own.columns();
        List<Formula> terms = new ArrayList<>();
        for (int step = block == 1 ? 1 : 0; step < steps(); step++) {
            Moment moment = new Moment(number, step, row % width());
            Symbol delta = delta(sums.get(row / width()), moment, symbols);
            terms.add(
                    switch (block) {
                        case 0 -> delta.times(input(moment, column, symbols.forward()));
                        case 1 -> delta.times(value("h", moment.at(step - 1).of(column), symbols.forward()));
                        default -> delta;
                    });
        }
        return Terms.sum(terms);
    }
}
