package org.chainrule.clipping;

import org.chainrule.parameter.ParameterLayout;

/** No clipping. */
record NoClipping() implements Clipping {
    @Override
    public void clip(double[] gradients, ParameterLayout layout) {}

    @Override
    public String toString() {
        return "no clipping";
    }
}
