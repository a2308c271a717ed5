package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Maximum;
import org.chainrule.formula.Symbol;
import org.chainrule.layer.Maxout;
import org.chainrule.network.Network;
import org.chainrule.parameter.ParameterBlock;

/**
 * Maxout: {@code z1 = w1·x + b1}, {@code z2 = w2·x + b2}, {@code h = max(z1, z2)}; only the winning piece learns.
 *
 * @param layer its blocks and the number of pieces
 */
record MaxoutFormulas(Maxout layer) implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        List<Equation> equations = new ArrayList<>();
        for (int row = unit.index() * layer.pieces(); row < (unit.index() + 1) * layer.pieces(); row++) {
            equations.add(new Equation(piece(unit, row, symbols), sum(unit, row, symbols)));
        }
        List<Formula> pieces =
                equations.stream().map(equation -> equation.names().get(0)).toList();
        equations.add(new Equation(symbols.output(unit), new Maximum(pieces)));
        return equations;
    }

    private Symbol piece(Unit unit, int row, Symbols symbols) {
        return SymbolNames.indexed(name(unit, row), symbols.detail(unit.layer(), "pieces", row));
    }

    private String name(Unit unit, int row) {
        return "z" + unit.layer() + "_" + (unit.index() + 1) + "_" + (row % layer.pieces() + 1);
    }

    private Symbol pieceDelta(Unit unit, int row, DeltaSymbols symbols) {
        return new Symbol("δ", name(unit, row), symbols.detail(unit.layer(), "pieces", row));
    }

    @Override
    public List<Equation> backward(Unit unit, DeltaSymbols symbols) {
        List<Equation> equations = new ArrayList<>(LayerFormulas.super.backward(unit, symbols));
        for (int row = unit.index() * layer.pieces(); row < (unit.index() + 1) * layer.pieces(); row++) {
            Formula delta = row == winner(unit, symbols.forward()) ? symbols.delta(unit) : number(0);
            equations.add(new Equation(pieceDelta(unit, row, symbols), delta));
        }
        return equations;
    }

    private Formula sum(Unit unit, int row, Symbols symbols) {
        List<Formula> terms = new ArrayList<>();
        for (int input = 0; input < weights().columns(); input++) {
            terms.add(weight(row, input, symbols).times(symbols.output(unit.below(input))));
        }
        layer.blocks().stream().skip(1).forEach(biases -> terms.add(symbols.parameter(biases.offset() + row)));
        return Terms.sum(terms);
    }

    private ParameterBlock weights() {
        return layer.blocks().get(0);
    }

    private Symbol weight(int row, int input, Symbols symbols) {
        return symbols.parameter(weights().offset() + row * weights().columns() + input);
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        return Terms.sum(IntStream.range(0, layer.units().size())
                .mapToObj(unit -> {
                    int row = winner(source.above(unit), symbols.forward());
                    return Terms.product(
                            symbols.delta(source.above(unit)), weight(row, source.index(), symbols.forward()));
                })
                .toList());
    }

    /** The row of the weights whose sum was the largest of a unit. */
    private int winner(Unit unit, Symbols symbols) {
        return unit.index() * layer.pieces() + (int) symbols.detail(unit.layer(), "winner", unit.index());
    }

    @Override
    public Function<DeltaSymbols, Formula> gradient(Network network, int parameter) {
        return symbols -> gradient(parameter, symbols);
    }

    private Formula gradient(int parameter, DeltaSymbols symbols) {
        boolean isWeight = parameter < weights().end();
        int place = parameter - (isWeight ? weights() : layer.blocks().get(1)).offset();
        int row = isWeight ? place / weights().columns() : place;
        int number = LayerFormulas.layerOf(symbols.network(), parameter);
        Unit unit = new Unit(symbols.network(), number, row / layer.pieces());
        Formula delta = pieceDelta(unit, row, symbols);
        return isWeight
                ? delta.times(
                        symbols.forward().output(unit.below(place % weights().columns())))
                : delta;
    }
}
