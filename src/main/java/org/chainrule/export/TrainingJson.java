package org.chainrule.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.clipping.Clipping;
import org.chainrule.network.Adjustments;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.regularizer.MaxNorm;
import org.chainrule.regularizer.Regularizer;
import org.chainrule.training.Batching;
import org.chainrule.training.Checkpoint;
import org.chainrule.training.History;
import org.chainrule.training.Hyperparameters;
import org.chainrule.training.LossParts;
import org.chainrule.training.StopRule;

/**
 * Where a training stands as JSON: what was decided on besides the optimizer, how many epochs it has run, and their losses. The losses are
 * those of the data; penalties and validation losses may cover the last epochs only.
 */
final class TrainingJson {
    private static final String BATCHES = "batches";
    private static final String REGULARIZER = "regularizer";
    private static final String CLIPPING = "clipping";
    private static final String CONSTRAINT = "constraint";
    private static final String STOP_RULES = "stopRules";
    private static final String EPOCHS = "epochs";
    private static final String LOSSES = "losses";
    private static final String PENALTIES = "penalties";
    private static final String VALIDATION_LOSSES = "validationLosses";

    private TrainingJson() {}

    static JsonObject write(Checkpoint checkpoint) {
        JsonObject object = new JsonObject();
        Hyperparameters chosen = checkpoint.hyperparameters();
        object.add(BATCHES, Records.write(chosen.batches(), Batching.class));
        write(chosen.adjustments(), object);
        if (!chosen.stopRules().isEmpty()) {
            object.add(STOP_RULES, Records.list(chosen.stopRules(), StopRule.class));
        }
        checkpoint.history().ifPresent(history -> write(history, object));
        return object;
    }

    private static void write(Adjustments adjustments, JsonObject object) {
        if (adjustments.isRegularized()) {
            object.add(REGULARIZER, Records.write(adjustments.regularizer(), Regularizer.class));
        }
        if (adjustments.clipping() != Clipping.NONE) {
            object.add(CLIPPING, Records.write(adjustments.clipping(), Clipping.class));
        }
        if (!adjustments.constraint().equals(MaxNorm.NONE)) {
            object.add(CONSTRAINT, Records.write(adjustments.constraint(), MaxNorm.class));
        }
    }

    private static void write(History history, JsonObject object) {
        object.addProperty(EPOCHS, history.epochs());
        IntStream epochs = IntStream.rangeClosed(0, history.epochs());
        object.add(
                LOSSES, numbers(epochs.mapToDouble(epoch -> history.parts(epoch).data())));
        if (!history.parts().isEmpty()) {
            object.add(PENALTIES, numbers(history.parts().stream().mapToDouble(LossParts::penalty)));
        }
        double[] validated = finiteOnes(history.validationLosses());
        if (validated.length > 0) {
            object.add(VALIDATION_LOSSES, Records.numbers(validated));
        }
    }

    /** The last losses, from where on all are finite numbers, as a file needs them. */
    private static double[] finiteOnes(List<Double> losses) {
        int first = losses.size();
        while (first > 0 && Double.isFinite(losses.get(first - 1))) {
            first--;
        }
        return losses.stream().skip(first).mapToDouble(Double::doubleValue).toArray();
    }

    private static JsonArray numbers(DoubleStream values) {
        return Records.numbers(values.toArray());
    }

    /** Files of version 1 have no such part. */
    static Checkpoint read(Optional<Place> place, Optimizer optimizer, OptimizerState state) {
        Hyperparameters plain = new Hyperparameters(optimizer, Adjustments.NONE, Batching.ALL, List.of());
        return place.map(found -> read(found, optimizer, state))
                .orElseGet(() -> new Checkpoint(plain, state, Optional.empty()));
    }

    private static Checkpoint read(Place place, Optimizer optimizer, OptimizerState state) {
        place.checkMembers(List.of(
                BATCHES, REGULARIZER, CLIPPING, CONSTRAINT, STOP_RULES, EPOCHS, LOSSES, PENALTIES, VALIDATION_LOSSES));
        Batching batches = Records.read(place.member(BATCHES), Batching.class);
        List<StopRule> rules = place.optional(STOP_RULES)
                .map(saved -> Records.list(saved, StopRule.class))
                .orElse(List.of());
        Hyperparameters chosen = new Hyperparameters(optimizer, adjustments(place), batches, rules);
        return new Checkpoint(chosen, state, place.optional(LOSSES).map(losses -> history(place, losses.numbers())));
    }

    private static Adjustments adjustments(Place place) {
        return new Adjustments(
                read(place, REGULARIZER, Regularizer.class, Regularizer.NONE),
                read(place, CLIPPING, Clipping.class, Clipping.NONE),
                read(place, CONSTRAINT, MaxNorm.class, MaxNorm.NONE));
    }

    private static <T> T read(Place place, String name, Class<T> type, T absent) {
        return place.optional(name).map(found -> Records.read(found, type)).orElse(absent);
    }

    private static History history(Place place, double... losses) {
        int epochs = place.member(EPOCHS).smallInteger();
        if (epochs < 0 || losses.length - 1 != epochs) {
            throw place.member(EPOCHS).wrong("there are " + losses.length + " losses, which should be one more");
        }
        double[] penalties = lastOnes(place, PENALTIES, losses.length);
        double[] validation = lastOnes(place, VALIDATION_LOSSES, losses.length);
        int first = losses.length - penalties.length;
        List<LossParts> parts = IntStream.range(0, penalties.length)
                .mapToObj(i -> new LossParts(losses[first + i], penalties[i]))
                .toList();
        List<Double> totals = IntStream.range(0, losses.length)
                .mapToObj(i -> i < first ? losses[i] : parts.get(i - first).total())
                .toList();
        return new History(totals, DoubleStream.of(validation).boxed().toList(), parts, List.of(), List.of());
    }

    private static double[] lastOnes(Place place, String name, int most) {
        double[] found = place.optional(name).map(Place::numbers).orElseGet(() -> new double[0]);
        if (found.length > most) {
            throw new IllegalArgumentException(place.path() + "." + name + " has " + found.length
                    + " entries, but there are " + most + " losses.");
        }
        return found;
    }
}
