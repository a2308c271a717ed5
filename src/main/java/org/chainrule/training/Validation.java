package org.chainrule.training;

import java.util.OptionalDouble;
import org.chainrule.network.Pass;

/** The loss of the validation samples, if there are any. */
final class Validation {
    private final double[] inputs;
    private final double[] targets;
    private final Pass pass;

    Validation(Training training) {
        Samples samples = training.validation();
        boolean none = samples.isEmpty();
        this.inputs = none ? new double[0] : samples.inputMatrix().toRowMajor();
        this.targets = none ? new double[0] : samples.targetMatrix().toRowMajor();
        this.pass = none ? null : new Pass(training.network(), samples.size());
    }

    boolean isEmpty() {
        return pass == null;
    }

    OptionalDouble loss(double[] parameters) {
        if (isEmpty()) {
            return OptionalDouble.empty();
        }
        System.arraycopy(parameters, 0, pass.parameters(), 0, parameters.length);
        pass.forward(inputs);
        return OptionalDouble.of(pass.loss(targets));
    }
}
