package org.chainrule.explain;

import static org.chainrule.formula.Given.given;

import java.util.stream.Collectors;
import org.chainrule.explain.Quantity.Kind;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;

/** Finds what a name asks for, and says in one line what there is instead if it cannot be explained. */
final class Requests {
    private Requests() {}

    static Quantity inPass(Notation notation, Forward pass, String name) {
        Network network = given("explain()", pass, "a forward pass such as net.forward(1, 2)")
                .network();
        Quantity asked = Quantity.named(notation, network, given("explain()", name, "a name such as \"w3\""))
                .orElseThrow(() -> unknown(
                        "explain(pass",
                        name,
                        "the units " + units(network) + " and their numbers such as " + examples(notation, network)));
        if (asked.kind() == Kind.LOSS || asked.kind() == Kind.PARAMETER || asked.kind() == Kind.DELTA) {
            throw new IllegalArgumentException("explain(pass, \"" + name
                    + "\") needs a target, which a forward pass does not have: use explain(pass.deltas(y(…)), \"" + name
                    + "\").");
        }
        return asked;
    }

    static Quantity inDeltas(Notation notation, Deltas deltas, String name) {
        Network network = given("explain()", deltas, "a backward pass such as net.forward(1, 2).deltas(y(3))")
                .network();
        return Quantity.named(notation, network, given("explain()", name, "a name such as \"w3\""))
                .orElseThrow(() -> unknown(
                        "explain(deltas",
                        name,
                        "the parameters " + network.parameters().names() + ", the units " + units(network)
                                + " and the loss " + new TextWriter().write(notation.loss(0))));
    }

    static int inUpdate(Update step, String name) {
        return parameter(
                "explain(step",
                given("explain()", step, "an update such as deltas.update(sgd(0.5))")
                        .network(),
                name);
    }

    static int inChain(Deltas deltas, String name) {
        int parameter = parameter(
                "chain(deltas",
                given("chain()", deltas, "a backward pass such as net.forward(1, 2).deltas(y(3))")
                        .network(),
                name);
        int samples = deltas.forward().samples();
        if (samples != 1) {
            throw new IllegalArgumentException(
                    "chain(deltas, \"" + name + "\") needs a pass of one sample, but this one has " + samples
                            + ": use explain(deltas, \"" + name + "\").");
        }
        return parameter;
    }

    /** A chain leads through weighted sums: the layer of the parameter, and dense ones behind it. */
    static void checkWeightedSums(Network network, String name, int parameter) {
        int first = LayerFormulas.layerOf(network, parameter);
        for (int number = first; number <= network.layers().size(); number++) {
            Layer layer = network.layers().get(number - 1);
            boolean fits = number == first ? LayerFormulas.of(layer) instanceof WeightedSums : layer instanceof Dense;
            if (!fits) {
                throw new IllegalArgumentException("chain(deltas, \"" + name
                        + "\") leads through dense layers only, but layer " + number + " is " + layer
                        + ": use explain(deltas, \"" + name + "\"), which stops at the deltas.");
            }
        }
    }

    /** A chain of many paths would fill pages. */
    static void checkPaths(String name, boolean few) {
        if (!few) {
            throw new IllegalArgumentException("chain(deltas, \"" + name + "\") has more than "
                    + GradientEquations.MOST_PATHS + " paths from the loss: use explain(deltas, \"" + name
                    + "\"), which stops at the deltas.");
        }
    }

    private static int parameter(String call, Network network, String name) {
        int index = network.parameters().layout().indexOf(name);
        if (index < 0) {
            throw unknown(call, name, "the parameters " + network.parameters().names());
        }
        return index;
    }

    private static IllegalArgumentException unknown(String call, String name, String known) {
        return new IllegalArgumentException(
                call + ", \"" + name + "\") has nothing of that name; it can explain " + known + ".");
    }

    private static String units(Network network) {
        return network.layers().stream().map(layer -> layer.units().toString()).collect(Collectors.joining(" "));
    }

    private static String examples(Notation notation, Network network) {
        TextWriter writer = new TextWriter();
        Unit first = Unit.all(network).get(0);
        return writer.write(notation.preActivation(first, 0)) + " and " + writer.write(notation.output(first, 0));
    }

    /** Without a sample number there must be just one sample. */
    static void checkSingleSample(String record, String name, int samples) {
        if (samples != 1) {
            String call = "explain(" + record + ", \"" + name + "\"";
            throw new IllegalArgumentException(call + ") needs a sample number, because this pass has " + samples
                    + " samples: use " + call + ", 0) to " + call + ", " + (samples - 1) + ").");
        }
    }

    /** A sample number must be in the batch. */
    static void checkSample(String record, String name, int sample, int samples) {
        if (sample < 0 || sample >= samples) {
            throw new IllegalArgumentException("explain(" + record + ", \"" + name + "\", " + sample + ") got sample "
                    + sample + ", but this pass has the samples 0 to " + (samples - 1) + ".");
        }
    }

    /** The loss and the gradients are over all samples and have no number for one of them. */
    static void checkIsPerSample(Quantity asked, String name) {
        if (asked.kind() == Kind.LOSS || asked.kind() == Kind.PARAMETER) {
            throw new IllegalArgumentException("explain(deltas, \"" + name + "\", …) got a sample number, but " + name
                    + " is recorded over all samples: use explain(deltas, \"" + name + "\").");
        }
    }
}
