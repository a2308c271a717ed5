package org.chainrule.layer;

import java.math.BigInteger;
import java.util.Map;
import org.chainrule.math.Matrix;
import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;
import org.chainrule.parameter.Names;

/**
 * Inverted dropout: in training every unit is dropped with a given probability and the kept ones are scaled up, so that
 * the expected output stays the same; in inference everything passes.
 *
 * <pre>
 * training   mask_j = 0 with probability rate, else 1 / (1 − rate)
 *            output_j = mask_j · x_j        dC/d x_j = mask_j · dC/d output_j
 * inference  output_j = x_j                 dC/d x_j = dC/d output_j
 * </pre>
 *
 * <p>The mask is drawn anew for every sample, unit and iteration; the same seed and iteration give the same mask. It is recorded.
 * Source: slides "Training DNN Models", dropout; without the factor (as on the slides) the expected output would shrink.
 *
 * @param shape of what comes in and goes out
 * @param units the names of the outputs
 * @param rate the probability to be dropped, from 0 up to, not including, 1
 * @param seed where the random numbers of this layer start
 */
public record Dropout(Shape shape, Names units, double rate, Seed seed) implements Layer {
    /**
     * How many networks hide in one with dropout: those that keep a given number of units in every layer.
     *
     * <p>C(units, kept)^layers: 36 for 2 of 4 units in 2 layers. The slides take 2 of 100 units for "half of them", 24502500; half
     * would be C(100, 50)², about 10⁵⁸.
     *
     * @param units of each layer, at least 0
     * @param kept how many of them, from 0 to units
     * @param layers how many have dropout, at least 0
     * @return their exact number
     */
    public static BigInteger thinnedNetworks(int units, int kept, int layers) {
        BigInteger choices = BigInteger.ONE;
        for (int i = 1; i <= kept; i++) {
            choices = choices.multiply(BigInteger.valueOf(units - kept + i)).divide(BigInteger.valueOf(i));
        }
        return choices.pow(layers);
    }

    @Override
    public Shape inputShape() {
        return shape;
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Mask(samples, input);
    }

    private static final class Mask extends LayerBuffers {
        private final double[] mask;
        private final RandomStream random = new RandomStream(0);

        Mask(int samples, double[] input) {
            super(samples, input, input.length / samples, false);
            mask = new double[input.length];
        }

        @Override
        public Map<String, Matrix> forwardDetails() {
            return Map.of("mask", Matrix.ofRowMajor(samples(), mask));
        }
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        double[] mask = ((Mask) buffers).mask;
        RandomStream random = ((Mask) buffers).random;
        random.restart(seed, buffers.iteration());
        for (int i = 0; i < mask.length; i++) {
            mask[i] = buffers.isTraining() ? draw(random) : 1;
            buffers.output()[i] = mask[i] * buffers.input()[i];
        }
    }

    private double draw(RandomStream random) {
        return random.nextDouble() < rate ? 0 : 1 / (1 - rate);
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        double[] mask = ((Mask) buffers).mask;
        for (int i = 0; i < mask.length; i++) {
            inputGradient[i] = mask[i] * buffers.delta()[i];
        }
    }

    @Override
    public String toString() {
        return "dropout " + shape + ", rate " + rate;
    }
}
