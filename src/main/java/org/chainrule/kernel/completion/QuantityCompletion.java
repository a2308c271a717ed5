package org.chainrule.kernel.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.parameter.Names;

/** The names of parameters and units where a call asks for one: {@code explain(deltas, "}, {@code pass.at("}. */
final class QuantityCompletion {
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:explain\\(\\s*(?<explained>\\w+)\\s*,|(?<record>\\w+)\\s*\\.(?<verb>\\w+)\\()\\s*\"(?<typed>[^\"\\\\]*)$");
    private static final Set<String> OF_UNITS = Set.of("at", "preActivation", "delta", "outputGradient");
    private static final Set<String> OF_PARAMETERS = Set.of("gradient", "oldValue", "change", "newValue");

    /** Nobody reads more. */
    private static final int MOST = 500;

    private final Supplier<Map<String, Object>> variables;

    /**
     * @param variables what the variables hold
     */
    QuantityCompletion(Supplier<Map<String, Object>> variables) {
        this.variables = variables;
    }

    /** The names that may be meant if the code ends where a quantity is named; empty where it does not. */
    Optional<Completions> at(String code) {
        Matcher call = CALL.matcher(code);
        if (!call.find()) {
            return Optional.empty();
        }
        String typed = call.group("typed");
        List<Candidate> found = names(call)
                .filter(name -> name.startsWith(typed))
                .limit(MOST)
                .map(name -> new Candidate(name, "instance", ""))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Completions(found, code.length() - typed.length()));
    }

    private Stream<String> names(Matcher call) {
        boolean explained = call.group("explained") != null;
        Object record = variables.get().get(call.group(explained ? "explained" : "record"));
        String verb = call.group("verb");
        boolean parameters = explained ? !(record instanceof Forward) : OF_PARAMETERS.contains(verb);
        boolean units = explained ? !(record instanceof Update) : OF_UNITS.contains(verb);
        boolean inputs = !explained && (verb.equals("inputGradient") || verb.equals("at") && record instanceof Forward);
        List<Names> named = new ArrayList<>();
        network(record).ifPresent(network -> {
            if (parameters) {
                named.add(network.parameters().names());
            }
            if (inputs) {
                named.add(network.inputs());
            }
            if (units) {
                network.layers().forEach(layer -> named.add(layer.units()));
            }
        });
        return named.stream().flatMap(QuantityCompletion::all);
    }

    private static Stream<String> all(Names names) {
        return IntStream.range(0, names.size()).mapToObj(names::get);
    }

    private static Optional<Network> network(Object record) {
        if (record instanceof Forward pass) {
            return Optional.of(pass.network());
        }
        if (record instanceof Deltas deltas) {
            return Optional.of(deltas.network());
        }
        return record instanceof Update step ? Optional.of(step.network()) : Optional.empty();
    }
}
