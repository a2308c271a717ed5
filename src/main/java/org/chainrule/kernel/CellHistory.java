package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** What the user has typed, in this session and in earlier ones, for front ends that offer it again. */
final class CellHistory implements AutoCloseable {
    private static final int USUAL_TAIL = 10;
    private static final int LONGEST_OUTPUT = 1000;
    private static final long LAST_WORDS_MILLIS = 500;
    private static final Pattern PART_OF_GLOB = Pattern.compile("\\[\\w+\\]|.", Pattern.DOTALL);

    private final SessionFiles files;
    private final Map<Integer, HistoryEntry> own = new ConcurrentSkipListMap<>();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(CellHistory::thread);

    CellHistory(SessionFiles files) {
        this.files = files;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "chainrule-history");
        thread.setDaemon(true);
        return thread;
    }

    /** A cell begins; only what a person has typed is kept for later sessions. */
    void add(int number, String input, boolean typed) {
        own.put(number, new HistoryEntry(0, number, input, null));
        if (typed && !input.isBlank()) {
            keep(number, input);
        }
    }

    private void keep(int number, String input) {
        try {
            writing.execute(() -> files.write(number, input));
        } catch (RejectedExecutionException closed) {
            return; // the kernel ends: no reason for its last cell to fail
        }
    }

    /** What a cell of this session has shown. */
    void addOutput(int number, String text) {
        String kept = text.length() <= LONGEST_OUTPUT ? text : text.substring(0, LONGEST_OUTPUT) + "…";
        own.computeIfPresent(number, (any, entry) -> new HistoryEntry(0, number, entry.input(), kept));
    }

    /** The entries asked for, the oldest first. */
    List<List<Object>> find(HistoryRequest request) {
        return entries(request).stream()
                .map(entry -> entry.triple(request.includeOutput()))
                .toList();
    }

    private List<HistoryEntry> entries(HistoryRequest request) {
        if (request instanceof HistoryRequest.Range range) {
            return range(range.getSessionIndex(), range.getStart(), range.getStop());
        }
        if (request instanceof HistoryRequest.Search search) {
            return search(search);
        }
        int asked = ((HistoryRequest.Tail) request).getMaxReturnLength();
        return oldestFirst(newestFirst().limit(asked <= 0 ? USUAL_TAIL : asked));
    }

    /** Cells of one session; sessions up to 0 count back from this one, negative cells from the last one. */
    private List<HistoryEntry> range(int session, int start, int stop) {
        List<HistoryEntry> all = session(session > 0 ? session : files.current() + session);
        int end = all.isEmpty() ? 0 : all.get(all.size() - 1).number() + 1;
        int first = start < 0 ? start + end : start;
        int behind = stop <= 0 ? stop + end : stop;
        return all.stream()
                .filter(entry -> entry.number() >= first && entry.number() < behind)
                .toList();
    }

    private List<HistoryEntry> search(HistoryRequest.Search search) {
        Pattern pattern = glob(search.getPattern() == null ? "*" : search.getPattern());
        Set<String> seen = new HashSet<>();
        int asked = search.getMaxReturnLength();
        return oldestFirst(newestFirst()
                .filter(entry -> pattern.matcher(entry.input()).matches())
                .filter(entry -> !search.filterUnique() || seen.add(entry.input()))
                .limit(asked <= 0 ? Integer.MAX_VALUE : asked));
    }

    /** All entries back from the last one; files are read only as far as entries are taken. */
    private Stream<HistoryEntry> newestFirst() {
        List<Integer> sessions = new ArrayList<>(files.numbers());
        sessions.remove((Integer) files.current());
        sessions.add(files.current());
        return reversed(sessions).stream().flatMap(session -> reversed(session(session)).stream());
    }

    private static List<HistoryEntry> oldestFirst(Stream<HistoryEntry> newestFirst) {
        return reversed(newestFirst.toList());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private List<HistoryEntry> session(int number) {
        return number == files.current()
                ? own.values().stream().map(entry -> entry.of(number)).toList()
                : files.read(number);
    }

    /** A pattern as in the shell: * is any text, ? any character, [abc] one of these. */
    private static Pattern glob(String pattern) {
        String regex = PART_OF_GLOB
                .matcher(pattern)
                .results()
                .map(part -> switch (part.group()) {
                    case "*" -> ".*";
                    case "?" -> ".";
                    default -> part.group().length() > 1 ? part.group() : Pattern.quote(part.group());
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        writing.shutdown();
        try {
            writing.awaitTermination(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
