package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.ChunkSource;
import io.github.clinicaldata.stream.Framing;
import io.github.clinicaldata.stream.Streams;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Stream;

/** Writes the stream of a plan to an output, in the thread that asks. */
@Singleton
final class Generation {
    private static final String TRANSPORT = "cli";

    private final Streams streams;

    Generation(Streams streams) {
        this.streams = streams;
    }

    /**
     * Writes all records of a plan.
     *
     * @param terminal where progress is shown
     * @throws IOException when they can't be written
     */
    void run(GenerationPlan<?> plan, OutputOptions options, PrintWriter terminal)
            throws IOException {
        try (RecordOutput output = RecordOutput.open(options.target, options.force)) {
            Progress progress = new Progress(plan, System.nanoTime());
            if (options.showsProgress()) {
                terminal.println(plan.kind().name() + " of " + plan.population().name());
                try (ProgressBar bar = ProgressBar.start(progress, terminal)) {
                    write(plan, output, progress);
                    bar.complete();
                }
            } else {
                write(plan, output, progress);
            }
        }
    }

    private void write(GenerationPlan<?> plan, RecordOutput output, Progress progress)
            throws IOException {
        if (plan.pace() == null) {
            writeAtOnce(plan, output, progress);
        } else {
            writePaced(plan, output, progress);
        }
        output.complete();
    }

    private void writeAtOnce(GenerationPlan<?> plan, RecordOutput output, Progress progress)
            throws IOException {
        ChunkSource<?> source = streams.source(plan, Framing.NONE);
        while (!source.isDone()) {
            write(source.next(Integer.MAX_VALUE), output, progress);
        }
    }

    /** Takes one chunk after the other, so that a slow output holds back the stream. */
    private void writePaced(GenerationPlan<?> plan, RecordOutput output, Progress progress)
            throws IOException {
        try (Stream<Chunk> chunks =
                streams.open(plan, Framing.NONE, TRANSPORT)
                        .subscribe()
                        .asStream(1, () -> new ArrayBlockingQueue<>(1))) {
            for (Iterator<Chunk> each = chunks.iterator(); each.hasNext(); ) {
                write(each.next(), output, progress);
            }
        }
    }

    private static void write(Chunk chunk, RecordOutput output, Progress progress)
            throws IOException {
        output.write(chunk.bytes(), chunk.length());
        progress.add(chunk);
    }
}
