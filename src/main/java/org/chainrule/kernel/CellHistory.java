package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** The cells of this session, for front ends that offer them again. */
final class CellHistory {
    private static final int THIS_SESSION = 1;

    private final Map<Integer, String> inputs = new LinkedHashMap<>();

    void add(int number, String code) {
        inputs.put(number, code);
    }

    /** Triples of session, number and input, or of session, number, and a pair of input and no output if output is wanted. */
    List<List<Object>> find(HistoryRequest request) {
        List<List<Object>> found = inputs(request);
        return request.includeOutput()
                ? found.stream().map(CellHistory::withOutput).toList()
                : found;
    }

    private static List<Object> withOutput(List<Object> entry) {
        return List.of(entry.get(0), entry.get(1), Arrays.asList(entry.get(2), null));
    }

    private List<List<Object>> inputs(HistoryRequest request) {
        if (request instanceof HistoryRequest.Range) {
            HistoryRequest.Range range = (HistoryRequest.Range) request;
            return entries(".*", range.getStart(), range.getStop(), Integer.MAX_VALUE);
        }
        if (request instanceof HistoryRequest.Search) {
            HistoryRequest.Search search = (HistoryRequest.Search) request;
            List<List<Object>> found = entries(glob(search.getPattern()), 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
            return last(search.filterUnique() ? unique(found) : found, search.getMaxReturnLength());
        }
        return entries(".*", 1, Integer.MAX_VALUE, ((HistoryRequest.Tail) request).getMaxReturnLength());
    }

    private List<List<Object>> entries(String regex, int start, int stop, int most) {
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        List<List<Object>> found = inputs.entrySet().stream()
                .filter(cell -> cell.getKey() >= start && cell.getKey() < stop)
                .filter(cell -> pattern.matcher(cell.getValue()).matches())
                .map(cell -> List.<Object>of(THIS_SESSION, cell.getKey(), cell.getValue()))
                .collect(Collectors.toList());
        return last(found, most);
    }

    private static List<List<Object>> unique(List<List<Object>> entries) {
        Map<Object, List<Object>> byInput = new LinkedHashMap<>();
        entries.forEach(entry -> byInput.put(entry.get(2), entry));
        return new ArrayList<>(byInput.values());
    }

    private static List<List<Object>> last(List<List<Object>> entries, int most) {
        int count = most <= 0 ? entries.size() : Math.min(most, entries.size());
        return entries.subList(entries.size() - count, entries.size());
    }

    private static String glob(String pattern) {
        String quoted = Pattern.quote(pattern);
        return quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    }
}
