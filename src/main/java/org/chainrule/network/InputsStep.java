package org.chainrule.network;

/** A network whose inputs are named; the first layer comes next. */
public final class InputsStep extends NextLayerStep {
    private final NetworkSketch sketch;

    InputsStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    @Override
    NetworkSketch sketch() {
        return sketch;
    }

    /** What is still to be said. */
    @Override
    public String toString() {
        return Text.unfinished("of the inputs " + sketch.inputs(), ".layer(…)");
    }
}
