package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;

/**
 * The chain rule written out: all ways from the loss back to a parameter, each as its links from the loss on.
 *
 * @param equations of the sample
 */
record Paths(DeltaEquations equations) {
    /** How many ways lead from the loss back to the pre-activation of a unit. */
    double count(Unit unit) {
        if (equations.isFused(unit)) {
            return 1;
        }
        double beyond = unit.isOutput()
                ? 1
                : unit.readers().size() * count(unit.readers().get(0));
        return Slope.count(unit) * beyond;
    }

    /** The ways back to all places where a parameter stands. */
    List<List<Link>> to(List<ParameterUse> uses) {
        List<List<Link>> paths = new ArrayList<>();
        for (ParameterUse use : uses) {
            Formula source = use.source().<Formula>map(symbols()::output).orElse(Formula.number(1));
            Link last = new Link(symbols().preActivation(use.unit()), symbols().parameter(use), source);
            toPreActivation(use.unit()).forEach(path -> paths.add(longer(path, last)));
        }
        return paths;
    }

    private List<List<Link>> toPreActivation(Unit unit) {
        Symbol z = symbols().preActivation(unit);
        if (equations.isFused(unit)) {
            return List.of(List.of(new Link(loss(), z, equations.fusedDelta(unit))));
        }
        List<List<Link>> paths = new ArrayList<>();
        for (Slope slope : Slope.of(unit, symbols())) {
            Link last = new Link(symbols().output(slope.output()), z, slope.derivative());
            toOutput(slope.output()).forEach(path -> paths.add(longer(path, last)));
        }
        return paths;
    }

    private List<List<Link>> toOutput(Unit unit) {
        Symbol output = symbols().output(unit);
        if (unit.isOutput()) {
            return List.of(List.of(new Link(loss(), output, equations.lossSlope(unit))));
        }
        List<List<Link>> paths = new ArrayList<>();
        for (Unit reader : unit.readers()) {
            Link last =
                    new Link(symbols().preActivation(reader), output, symbols().weight(reader, unit));
            toPreActivation(reader).forEach(path -> paths.add(longer(path, last)));
        }
        return paths;
    }

    private static List<Link> longer(List<Link> path, Link last) {
        return Stream.concat(path.stream(), Stream.of(last)).toList();
    }

    private Symbol loss() {
        return equations.symbols().loss();
    }

    private Symbols symbols() {
        return equations.symbols().forward();
    }
}
