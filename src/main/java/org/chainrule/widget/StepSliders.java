package org.chainrule.widget;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.chart.LossCurve;
import org.chainrule.formula.Given;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Deltas;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.Target;
import org.chainrule.network.Update;
import org.chainrule.optimizer.GradientDescent;
import org.chainrule.table.DeltasTable;
import org.chainrule.training.History;
import org.chainrule.training.Training;

/** One step of gradient descent with sliders: for some parameters of a network, and for the learning rate. */
public final class StepSliders {
    private static final double REACH = 2;
    private static final double FASTEST = 5;
    private static final double RATE = 0.5;
    private static final int STEPS_AHEAD = 50;

    private final Network network;
    private final Input input;
    private final Target target;
    private final List<Slider> parameters;
    private final Slider rate = Slider.of("learning rate α", 0, FASTEST, RATE);

    private StepSliders(Network network, Input input, Target target, List<Slider> parameters) {
        this.network = network;
        this.input = input;
        this.target = target;
        this.parameters = parameters;
    }

    /**
     * Sliders around the present values of parameters, and one for the learning rate; below them the loss, the deltas, the step and the
     * loss of the next steps.
     *
     * @param network any network
     * @param input one sample, as {@code x(1, 2)}
     * @param target its target, as {@code y(3)}
     * @param names which parameters, such as {@code "w5"}
     * @return the widget
     * @throws IllegalArgumentException if there is no parameter of a name, or the sample does not fit the network
     */
    public static Widget of(Network network, Input input, Target target, String... names) {
        Given.given("sliders()", network, "a network: sliders(net, x(…), y(…), \"w1\")");
        network.forward(input).deltas(target); // what does not fit is said now, and not when a slider moves
        List<Slider> parameters = Given.all("sliders()", "the names of parameters", names).stream()
                .map(name -> around(name, network.parameters().at(name)))
                .toList();
        StepSliders sliders = new StepSliders(network, input, target, parameters);
        List<Control> controls = new ArrayList<>(parameters);
        controls.add(sliders.rate);
        return Widget.of(controls.toArray(Control[]::new))
                .show(sliders::lossInWords)
                .show(sliders::lossAhead)
                .show(() -> DeltasTable.units(sliders.deltas()))
                .show(sliders::step);
    }

    private static Slider around(String name, double value) {
        return Slider.of(name, value - REACH, value + REACH, value).step(REACH / 40);
    }

    private Network moved() {
        Network moved = network;
        for (Slider parameter : parameters) {
            moved = moved.with(parameter.label(), parameter.value());
        }
        return moved;
    }

    private Deltas deltas() {
        return moved().forward(input).deltas(target);
    }

    private Update step() {
        return deltas().update(new GradientDescent(rate.value()));
    }

    private String lossInWords() {
        Update step = step();
        double after = step.network().forward(input).loss(target);
        return "Loss " + Numbers.computed(step.deltas().loss()) + ", after one step with α = "
                + Numbers.given(rate.value()) + ": " + Numbers.computed(after);
    }

    private Object lossAhead() {
        History ahead = Training.of(moved())
                .sample(input, target)
                .optimizer(new GradientDescent(rate.value()))
                .epochs(STEPS_AHEAD)
                .run()
                .history();
        return LossCurve.of(ahead);
    }
}
