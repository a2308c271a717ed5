package org.chainrule.layer;

import org.chainrule.parameter.Names;

/** What pooling layers have in common: a window that slides over each channel apart, and no parameters. */
public abstract sealed class Pool2d implements Layer permits MaxPool2d, AveragePool2d {
    final Names units;
    final Window window;
    final Window.Tap[] taps;
    final Shape.Image output;

    Pool2d(Window window, Names units) {
        this.units = units;
        this.window = window;
        this.taps = window.taps(1);
        this.output = window.output(window.image().channels());
    }

    @Override
    public final Names units() {
        return units;
    }

    @Override
    public final Shape.Image inputShape() {
        return window.image();
    }

    @Override
    public final Shape.Image outputShape() {
        return output;
    }

    /**
     * How the window slides.
     *
     * @return its size, stride and padding
     */
    public final Window window() {
        return window;
    }

    @Override
    public final boolean goesBySample() {
        return true;
    }

    @Override
    public final boolean takesSamplesApart() {
        return true;
    }

    /** How many values one channel of the input has. */
    final int imageSize() {
        return window.image().height() * window.image().width();
    }
}
