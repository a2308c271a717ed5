package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Symbol;
import org.chainrule.layer.RecurrentLayer;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * What the formulas of recurrent layers have in common: a state h that is read at the next step, and sums {@code z_t = w·x_t + u·h_(t−1) + b}, one
 * row of weights for each unit and gate.
 *
 * @param layer the layer
 * @param sums the letters of the rows: one for a layer without gates, else one per gate
 */
record RecurrentTerms(RecurrentLayer layer, List<String> sums) {
    /** Only so many steps are written out where a unit stands for all of them. */
    private static final int MOST_STEPS = 8;

    int steps() {
        return layer.inputShape().steps();
    }

    private int features() {
        return layer.inputShape().features();
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

    /** Whether there is a state before a moment: not before the first step, unless it is given. */
    boolean hasStateBefore(Moment moment) {
        return moment.step() > 0 || !layer.starts().isEmpty();
    }

    /** A number that the layer recorded of the forward pass, as {@code c} of a moment; before the first step it is given. */
    Symbol value(String letter, Moment moment, Symbols symbols) {
        if (moment.step() < 0) {
            ParameterBlock start = layer.starts().get(letter.equals("h") ? 0 : 1);
            return symbols.parameter(start.offset() + moment.index());
        }
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
        for (int k = 0; k < width() && hasStateBefore(moment); k++) {
            terms.add(weight(1, row, k, symbols)
                    .times(value("h", moment.at(moment.step() - 1).of(k), symbols)));
        }
        layer.blocks().stream()
                .filter(block -> block.kind() == Kind.BIASES)
                .forEach(biases -> terms.add(symbols.parameter(biases.offset() + row)));
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

    /** The sum over the steps of δ times what the parameter multiplies; of a state before the first step what that step hands back. */
    Formula gradient(int parameter, DeltaSymbols symbols) {
        int number = LayerFormulas.layerOf(symbols.network(), parameter);
        ParameterBlock own = symbols.network().parameters().layout().blockOf(parameter);
        int row = (parameter - own.offset()) / own.columns();
        int column = (parameter - own.offset()) % own.columns();
        if (own.kind() == Kind.STATES) {
            return startGradient(layer.starts().indexOf(own), new Moment(number, 0, row), symbols);
        }
        List<Formula> terms = new ArrayList<>();
        for (int step = 0; step < steps(); step++) {
            Moment moment = new Moment(number, step, row % width());
            Symbol delta = delta(sums.get(row / width()), moment, symbols);
            if (own.kind() == Kind.BIASES) {
                terms.add(delta);
            } else if (own.equals(layer.blocks().get(0))) {
                terms.add(delta.times(input(moment, column, symbols.forward())));
            } else if (hasStateBefore(moment)) {
                terms.add(delta.times(value("h", moment.at(step - 1).of(column), symbols.forward())));
            }
        }
        return Terms.sum(terms);
    }

    /** {@code dC/dh_0 = Uᵀ·δ_1}, {@code dC/dc_0 = dC/dc_1·f_1}. */
    private Formula startGradient(int which, Moment first, DeltaSymbols symbols) {
        return which == 0
                ? Terms.sum(readers(1, first.index(), first, symbols))
                : slope("c", first, symbols).times(value("f", first, symbols.forward()));
    }
}
