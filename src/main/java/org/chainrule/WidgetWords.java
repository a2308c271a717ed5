package org.chainrule;

import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.Target;
import org.chainrule.widget.Button;
import org.chainrule.widget.Choice;
import org.chainrule.widget.Control;
import org.chainrule.widget.Slider;
import org.chainrule.widget.StepSliders;
import org.chainrule.widget.Widget;

/** The words for sliders and buttons in a notebook, part of {@link Chainrule}. */
public abstract sealed class WidgetWords extends ShowWords permits Chainrule {
    WidgetWords() {}

    /**
     * One step of gradient descent with sliders: {@code sliders(net, x(1, 2), y(3), "w5", "b2")}. Each moves a parameter, the last one the
     * learning rate; below them the loss, the deltas, the step and the loss of the next 50 steps are drawn again.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * sliders(net, x(2), y(3), "w", "b");
     * }</pre>
     *
     * @param network any network
     * @param input one sample, as {@code x(1, 2)}
     * @param target its target, as {@code y(3)}
     * @param parameters which ones get a slider, from 2 below to 2 above their value
     * @return the widget; without a running notebook it shows its first state
     * @throws IllegalArgumentException if there is no parameter of a name, or the sample does not fit the network
     */
    public static Widget sliders(Network network, Input input, Target target, String... parameters) {
        return StepSliders.of(network, input, target, parameters);
    }

    /**
     * Sliders, choices and buttons; {@code .show(() -> …)} adds what depends on them: {@code widget(w5).show(() -> net.with("w5",
     * w5.value()).forward(1, 2))}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var w = slider("w", -1, 1, 0.5);
     * widget(w).show(() -> table(net.with("w", w.value()).forward(2)));
     * }</pre>
     *
     * @param controls in the order of reading
     * @return the widget
     */
    public static Widget widget(Control... controls) {
        return Widget.of(controls);
    }

    /**
     * A number to move between two bounds.
     *
     * <pre>{@code slider("α", 0, 1, 0.5).step(0.1).value(); // 0.5}</pre>
     *
     * @param label what stands beside it
     * @param from the least value
     * @param to the greatest value
     * @param value where it stands at first
     * @return the slider; {@code value()} is where it stands now
     */
    public static Slider slider(String label, double from, double to, double value) {
        return Slider.of(label, from, to, value);
    }

    /**
     * One of several values: {@code choice("activation", sigmoid(), tanh(), relu())}.
     *
     * <pre>{@code choice("activation", sigmoid(), tanh(), relu()).value(); // sigmoid}</pre>
     *
     * @param label what stands beside it
     * @param options at least one; the first is chosen at first
     * @param <T> what is chosen from
     * @return the choice; {@code value()} is what is chosen now
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the options are only copied
    public static <T> Choice<T> choice(String label, T... options) {
        return Choice.of(label, options);
    }

    /**
     * A button: {@code button("Train").onClick(() -> …)}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * button("Train").onClick(() -> training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(20).run());
     * }</pre>
     *
     * @param label what stands on it
     * @return the button
     */
    public static Button button(String label) {
        return Button.of(label);
    }

    /**
     * A button that stops a training after the epoch that runs when it is pressed: {@code training(net)….stopWhen(stop)}. Show it before the
     * training starts, as {@code display(stop)}; the network is what has been learnt till then.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var stop = stopButton(); // shown before, it ends the run when it is pressed
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(20).stopWhen(stop).run();
     * }</pre>
     *
     * @return the button
     */
    public static Button stopButton() {
        return Button.of("Stop the training");
    }
}
