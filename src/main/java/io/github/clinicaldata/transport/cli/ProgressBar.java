package io.github.clinicaldata.transport.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Draws the progress of a stream on a terminal, in one line, until it is closed. */
final class ProgressBar implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LINES = 250;
    private static final String LINE_START = "\r\u001b[K";

    private final Progress progress;
    private final PrintWriter terminal;
    private boolean complete;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "progress");
                        thread.setDaemon(true);
                        return thread;
                    });

    private ProgressBar(Progress progress, PrintWriter terminal) {
        this.progress = progress;
        this.terminal = terminal;
    }

    /** Begins to draw. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
    static ProgressBar start(Progress progress, PrintWriter terminal) {
        ProgressBar bar = new ProgressBar(progress, terminal);
        bar.timer.scheduleAtFixedRate(
                bar::draw, MILLIS_BETWEEN_LINES, MILLIS_BETWEEN_LINES, TimeUnit.MILLISECONDS);
        return bar;
    }

    private void draw() {
        terminal.print(LINE_START + progress.line(System.nanoTime()));
        terminal.flush();
    }

    /** Says that the stream came to its end. */
    void complete() {
        complete = true;
    }

    /** Puts what was made in all in the place of the bar, or leaves it as it was when it broke. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            // a line that is being drawn must not come after the last
            timer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.println(complete ? LINE_START + progress.summary(System.nanoTime()) : "");
        terminal.flush();
    }
}
