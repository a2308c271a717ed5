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
}
