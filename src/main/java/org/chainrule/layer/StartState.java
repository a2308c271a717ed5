package org.chainrule.layer;

import java.util.Arrays;
import org.chainrule.parameter.ParameterBlock;

/** What a recurrent layer remembers before the first step: the same for every sample, with a derivative of each. */
final class StartState {
    private final ParameterBlock block;
    private final Rows values;
    private final Rows gradients;

    StartState(ParameterBlock block, int samples) {
        int width = block.size();
        this.block = block;
        this.values = new Rows(new double[width], samples, 0, 0);
        this.gradients = Rows.all(new double[samples * width], width);
    }

    /** One row for all samples. */
    Rows values() {
        return values;
    }

    /** dC/d value of each sample. */
    Rows gradients() {
        return gradients;
    }

    /** Before a way forward. */
    void read(double[] parameters) {
        System.arraycopy(parameters, block.offset(), values.values(), 0, block.size());
    }

    /** Before a way back. */
    void clearGradients() {
        Arrays.fill(gradients.values(), 0);
    }

    /** The sum over the samples. */
    void addGradients(double[] sum) {
        for (int row = 0; row < gradients.count(); row++) {
            for (int unit = 0; unit < block.size(); unit++) {
                sum[block.offset() + unit] += gradients.values()[gradients.start(row) + unit];
            }
        }
    }
}
