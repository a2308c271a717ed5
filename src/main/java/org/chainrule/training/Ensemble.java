package org.chainrule.training;

import static org.chainrule.formula.Given.given;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.chainrule.data.Dataset;
import org.chainrule.formula.Numbers;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;

/**
 * Several networks whose answers are averaged: ŷ = 1/k · Σ ŷ_j. For a convex loss, such as a squared error or a cross-entropy, the loss
 * of the mean is at most the mean of the losses.
 *
 * <p>Source: slides "Deep neural networks", model ensembles.
 *
 * @param networks at least one, all with as many inputs and outputs
 */
public record Ensemble(List<Network> networks) {
    public Ensemble {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("ensemble() got no networks, but it needs at least one.");
        }
        Network first = networks.get(0);
        for (Network other : networks) {
            checkSizes(first, other);
        }
    }

    private static void checkSizes(Network first, Network other) {
        int inputs = first.inputs().size();
        int outputs = first.outputs().size();
        if (other.inputs().size() != inputs || other.outputs().size() != outputs) {
            throw new IllegalArgumentException("ensemble() got networks of " + inputs + " inputs and " + outputs
                    + " outputs and of " + other.inputs().size() + " inputs and "
                    + other.outputs().size() + " outputs, but all need the same.");
        }
    }

    /**
     * Trains k networks one after the other.
     *
     * @param k how many, at least 1
     * @param training the training of number 1 … k, each with a seed of its own
     * @return their networks as they are at the end
     */
    public static Ensemble train(int k, IntFunction<Training> training) {
        given("ensemble()", training, "a training for each number: number -> training(net)…");
        return new Ensemble(IntStream.rangeClosed(1, k)
                .mapToObj(number -> training.apply(number).run().network())
                .toList());
    }

    /**
     * The mean answer to one sample.
     *
     * @param sample one value per input
     * @return one value per output
     */
    public double[] prediction(double... sample) {
        return prediction(new double[][] {sample}).row(0);
    }

    /**
     * The mean answers to several samples.
     *
     * @param samples one row per sample
     * @return samples × outputs
     */
    public Matrix prediction(double[][] samples) {
        double[] mean = new double[samples.length * networks.get(0).outputs().size()];
        for (Network network : networks) {
            double[] predicted = network.forward(samples).prediction().toRowMajor();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += predicted[i] / networks.size();
            }
        }
        return Matrix.ofRowMajor(samples.length, mean);
    }

    /**
     * The loss of each network and of the mean, on the same data.
     *
     * @param data best such that no network has learned from
     * @return all losses, by the loss of the first network
     */
    public Errors errors(Dataset data) {
        double[][] targets = data.targetRows();
        List<Double> losses = networks.stream()
                .map(network -> network.forward(data.inputRows()).loss(targets))
                .toList();
        double[] predicted = prediction(data.inputRows()).toRowMajor();
        Network first = networks.get(0);
        double mean = first.loss().value(predicted, Matrix.of(targets).toRowMajor(), data.size() * first.outputSteps());
        return new Errors(losses, mean);
    }

    /**
     * How good an ensemble is.
     *
     * @param networks the loss of each network
     * @param ensemble the loss of their mean answer
     */
    public record Errors(List<Double> networks, double ensemble) {
        public Errors {
            networks = List.copyOf(networks);
        }

        /**
         * What one network loses on average.
         *
         * @return the mean of the networks' losses
         */
        public double mean() {
            return networks.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        /** {@code Errors of 5 networks: 0.210000 on average, 0.150000 of the ensemble}. */
        @Override
        public String toString() {
            return "Errors of " + networks.size() + " networks: " + Numbers.computed(mean()) + " on average, "
                    + Numbers.computed(ensemble) + " of the ensemble";
        }
    }

    /** {@code Ensemble of 5 networks}. */
    @Override
    public String toString() {
        return "Ensemble of " + networks.size() + (networks.size() == 1 ? " network" : " networks");
    }
}
