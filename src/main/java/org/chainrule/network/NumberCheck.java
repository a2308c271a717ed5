package org.chainrule.network;

import java.util.stream.IntStream;
import org.chainrule.activation.Elementwise;
import org.chainrule.math.Matrix;

/** Where a calculation with finite numbers comes to one that is none, it says so in one line instead of handing it on. */
final class NumberCheck {
    private NumberCheck() {}

    /** No unit may come to NaN; infinity is what a very large number becomes. */
    static Forward forward(Forward pass) {
        for (int layer = 1; layer <= pass.outputs().size(); layer++) {
            Matrix outputs = pass.outputsOf(layer);
            for (int sample = 0; sample < outputs.rows(); sample++) {
                for (int unit = 0; unit < outputs.columns(); unit++) {
                    if (Double.isNaN(outputs.get(sample, unit))) {
                        throw notANumber(pass, new UnitPlace(layer, unit), sample);
                    }
                }
            }
        }
        return pass;
    }

    private static IllegalArgumentException notANumber(Forward pass, UnitPlace place, int sample) {
        var layer = pass.network().layers().get(place.layer() - 1);
        double[] row = pass.preActivations().get(place.layer() - 1).row(sample);
        int index = layer.activation() instanceof Elementwise ? place.index() : notFinite(row, place.index());
        double z = row[index];
        String unit = layer.units().get(index);
        return new IllegalArgumentException("forward() came to NaN at " + unit + " in layer " + place.layer()
                + (pass.samples() > 1 ? " for sample " + sample : "")
                + (Double.isNaN(z) ? "" : ": its activation " + layer.activation() + " has no value for " + z)
                + (Double.isNaN(z) ? ": smaller inputs or weights help." : "."));
    }

    /** Where softmax has no value for any unit of a row, the cause is one of them. */
    private static int notFinite(double[] row, int otherwise) {
        return IntStream.range(0, row.length)
                .filter(unit -> !Double.isFinite(row[unit]))
                .findFirst()
                .orElse(otherwise);
    }

    /** The loss of a pass, which is a number unless predictions and loss do not fit. */
    static double loss(String call, Network network, double loss) {
        if (Double.isNaN(loss)) {
            throw new IllegalArgumentException(call + " came to a loss that is NaN"
                    + RangeNotes.ofLoss(network)
                            .map(note -> ": " + note)
                            .orElse(", because predictions of the network are too large; look at pass.prediction()."));
        }
        return loss;
    }

    /** The new values of the parameters. */
    static void update(Network network, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("update() came to " + values[i] + " for the parameter "
                        + network.parameters().layout().name(i)
                        + "; a smaller learning rate helps, or smaller inputs and targets.");
            }
        }
    }
}
