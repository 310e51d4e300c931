package io.github.clinicaldata.transport.http.job;

import io.github.clinicaldata.job.Job;
import io.github.clinicaldata.job.Jobs;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.transport.http.ByteRange;
import io.github.clinicaldata.transport.http.ChunkWriter;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.github.clinicaldata.transport.http.RangeRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /downloads/{file}}: the file of a job, whole or a range of it. It is sent as it is:
 * ranges are of the bytes whose digest the entity tag is.
 */
@ApplicationScoped
public class Downloads {
    private static final String PREFIX = "/downloads/";
    private static final String PATH = PREFIX + ":file";
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int UNSATISFIABLE = 416;

    private final Jobs jobs;
    private final Catalog catalog;
    private final ProblemWriter problems;

    Downloads(Jobs jobs, Catalog catalog, ProblemWriter problems) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.problems = problems;
    }

    /** Where the file of a job is. */
    static String path(Job job) {
        return PREFIX + job.fileName();
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::find);
        router.head(PATH).handler(this::find);
    }

    private void find(RoutingContext context) {
        String name = context.pathParam("file");
        context.vertx()
                .executeBlocking(() -> jobs.ofFile(name), false)
                .onSuccess(job -> answer(context, job))
                .onFailure(failure -> problems.fail(context, failure));
    }

    private void answer(RoutingContext context, Job job) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String tag = '"' + job.sha256() + '"';
        describe(job, tag, response);
        if (matches(request.getHeader("If-None-Match"), tag)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        long size = job.fileBytes();
        Optional<ByteRange> range = RangeRequest.of(request).in(tag, size);
        range.ifPresent(
                part ->
                        response.setStatusCode(part.isUnsatisfiable() ? UNSATISFIABLE : PARTIAL)
                                .putHeader("Content-Range", part.header(size)));
        ByteRange sent = range.orElse(new ByteRange(0, size));
        response.putHeader("Content-Length", String.valueOf(sent.length()));
        if (request.method() == HttpMethod.HEAD || sent.length() == 0) {
            response.end();
            return;
        }
        send(context, job, sent);
    }

    private void describe(Job job, String tag, HttpServerResponse response) {
        byte[] digest = HexFormat.of().parseHex(String.valueOf(job.sha256()));
        response.putHeader("ETag", tag)
                .putHeader("Accept-Ranges", "bytes")
                .putHeader(
                        "Repr-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .putHeader("Content-Disposition", "attachment; filename=\"" + job.fileName() + '"')
                .putHeader("Cache-Control", "private, no-cache");
        catalog.format(job.format())
                .ifPresent(format -> response.putHeader("Content-Type", format.mediaType()));
    }

    private static boolean matches(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String each : header.split(",", -1)) {
            String given = each.strip();
            if (given.equals("*") || given.equals(tag) || given.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private void send(RoutingContext context, Job job, ByteRange range) {
        Context eventLoop = Vertx.currentContext();
        jobs.read(job, range.from(), range.length())
                .map(Downloads::chunk)
                .subscribe()
                .withSubscriber(
                        new ChunkWriter(
                                context, eventLoop, failure -> problems.fail(context, failure)));
    }

    private static Chunk chunk(ByteBuffer bytes) {
        if (bytes.hasArray() && bytes.arrayOffset() == 0 && bytes.position() == 0) {
            return new Chunk(bytes.array(), bytes.remaining(), 0, 0);
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new Chunk(copy, copy.length, 0, 0);
    }
}
