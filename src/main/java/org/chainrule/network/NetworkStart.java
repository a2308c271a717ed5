package org.chainrule.network;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import java.util.List;
import org.chainrule.layer.Shape;
import org.chainrule.parameter.Names;

/** First words of a network: {@code network()}; the inputs come next. */
public final class NetworkStart {
    /**
     * Names the inputs.
     *
     * <pre>{@code
     * var net = network().inputs("size", "age").layer(1).activation(identity()).weights(new double[] {2, 3}).biases(1)
     *     .loss(halfSquaredError());
     * net.forward(10, 5).prediction().get(0, 0); // 36.0
     * }</pre>
     *
     * @param names such as {@code "x1", "x2"}; at least one
     * @return the next step: the first layer
     */
    public InputsStep inputs(String... names) {
        all("inputs()", "names such as \"x1\"", names);
        if (names.length == 0) {
            throw new IllegalArgumentException("inputs() got no names, but a network needs at least one input.");
        }
        return new InputsStep(new NetworkSketch(Names.of(List.of(names)), new Shape.Flat(names.length)));
    }

    /**
     * Inputs that are named x1, x2, ….
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(1).activation(identity()).weights(new double[] {2, 3}).biases(1)
     *     .loss(halfSquaredError());
     * net.inputs(); // x1 and x2
     * }</pre>
     *
     * @param count at least 1
     * @return the next step: the first layer
     */
    public InputsStep inputs(int count) {
        Text.checkCount("inputs()", count, "input");
        return new InputsStep(new NetworkSketch(Names.numbered("x", count), new Shape.Flat(count)));
    }

    /**
     * Inputs that are the values of an image, named x⟨channel⟩_⟨row⟩_⟨column⟩.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).maxPool(2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).prediction().get(0, 0); // 6.0
     * }</pre>
     *
     * @param image as {@code image(1, 28, 28)}
     * @return the next step: the first layer
     */
    public ImageStep inputs(Shape.Image image) {
        return new ImageStep(new NetworkSketch(
                given("inputs()", image, "a shape such as image(1, 28, 28)").names("x"), image));
    }

    /**
     * Inputs that are the values of a sequence, named x⟨step⟩_⟨feature⟩.
     *
     * <pre>{@code network().inputs(sequence(5, 3)).lstm(8).init(xavier(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param sequence as {@code sequence(5, 3)}
     * @return the next step: the first layer
     */
    public SequenceStep inputs(Shape.Sequence sequence) {
        return new SequenceStep(new NetworkSketch(
                given("inputs()", sequence, "a shape such as sequence(5, 3)").names("x"), sequence));
    }

    /** What is still to be said. */
    @Override
    public String toString() {
        return Text.unfinished("without inputs", ".inputs(\"x1\", \"x2\")");
    }
}
