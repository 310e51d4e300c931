package io.github.clinicaldata.transport.http.edi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.x12.validate.X12Reading;
import io.github.clinicaldata.format.x12.validate.X12Report;
import io.github.clinicaldata.format.x12.validate.X12Validator;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.Envelope;
import io.github.clinicaldata.transport.http.HttpProblem;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;

/**
 * {@code POST /edi/validate}, with and without {@code /api/v1}: reads an X12 file while it is sent,
 * in a thread of its own, and says what is wrong with it.
 */
@ApplicationScoped
public class EdiValidation {
    /** Where it is. */
    public static final List<String> PATHS = List.of("/edi/validate", "/api/v1/edi/validate");

    /** Before the limit that Quarkus sets for the bodies of all other paths, and after its keys. */
    private static final int BEFORE_UPLOAD_LIMIT = -50;

    private static final int TIMED_OUT = 408;
    private static final int UNAVAILABLE = 503;

    private final GeneratorConfig.LimitsConfig limits;
    private final ProblemWriter problems;
    private final ObjectMapper json;
    private final Semaphore slots;

    EdiValidation(GeneratorConfig config, ProblemWriter problems, ObjectMapper json) {
        limits = config.limits();
        this.problems = problems;
        this.json = json;
        slots = new Semaphore(limits.uploadsAtATime());
    }

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.post(path).order(BEFORE_UPLOAD_LIMIT).handler(this::validate);
        }
    }

    private long most() {
        return limits.maxUpload().asLongValue();
    }

    private void validate(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.pause();
        boolean slot = false;
        try {
            ValidationRequest asked = ValidationRequest.of(context, limits);
            slot = slots.tryAcquire();
            if (!slot) {
                throw busy(context);
            }
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                context.response().writeContinue();
            }
            Context eventLoop = Vertx.currentContext();
            Upload upload = new Upload(request, eventLoop, most(), limits.uploadSilence());
            Infrastructure.getDefaultWorkerPool()
                    .execute(() -> read(context, eventLoop, asked, upload));
        } catch (RuntimeException e) {
            if (slot) {
                slots.release();
            }
            refuse(context, e instanceof RejectedExecutionException ? busy(context) : e);
        }
    }

    private HttpRefusal busy(RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        return new HttpRefusal(
                new HttpProblem(
                        UNAVAILABLE,
                        "BUSY",
                        "As many files as clinical.limits.uploads-at-a-time allows are read now: "
                                + limits.uploadsAtATime(),
                        List.of()));
    }

    /** Runs in a worker thread. */
    private void read(
            RoutingContext context, Context eventLoop, ValidationRequest asked, Upload upload) {
        Runnable answer;
        try (upload) {
            Buffer body = answer(context, asked, upload);
            answer = () -> answer(context, asked, body);
        } catch (Upload.TooLarge e) {
            answer = () -> refuse(context, tooLarge());
        } catch (Upload.Silent e) {
            answer = () -> refuse(context, silent(upload));
        } catch (ZipException | EOFException e) {
            answer = () -> refuse(context, notUnpacked(e));
        } catch (Exception e) {
            answer = () -> refuse(context, e);
        } finally {
            slots.release();
        }
        Runnable said = answer;
        eventLoop.runOnContext(nothing -> said.run());
    }

    private Buffer answer(RoutingContext context, ValidationRequest asked, Upload upload)
            throws IOException {
        InputStream file = asked.gzip() ? Unpacked.gzip(upload, most()) : upload;
        if (asked.answer() != ValidationRequest.Answer.JSON) {
            X12Reading reading = X12Validator.read(file);
            drain(file);
            requireSome(upload);
            return Buffer.buffer(Answers.of(asked.answer(), reading));
        }
        X12Report report = X12Validator.validate(file, asked.findings());
        drain(file);
        requireSome(upload);
        return Buffer.buffer(
                json.writeValueAsBytes(
                        Envelope.of(ValidationReport.of(report), problems.meta(context))));
    }

    private static void requireSome(Upload upload) {
        if (upload.isEmpty()) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem("body", "is empty; an X12 file is expected")));
        }
    }

    /** Reads what the parser has left, so that the connection can be used again. */
    private static void drain(InputStream file) throws IOException {
        file.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private void answer(RoutingContext context, ValidationRequest asked, Buffer body) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response().putHeader("Content-Type", asked.mediaType()).end(body);
        }
    }

    private HttpRefusal tooLarge() {
        return HttpRefusal.tooLarge(most(), "clinical.limits.max-upload");
    }

    private static HttpRefusal silent(Upload upload) {
        return new HttpRefusal(
                new HttpProblem(
                        TIMED_OUT,
                        "TIMEOUT",
                        "Nothing of the body came for %d s, the limit of"
                                        .formatted(upload.silenceSeconds())
                                + " clinical.limits.upload-silence",
                        List.of()));
    }

    private static PlanRejected notUnpacked(IOException failure) {
        return new PlanRejected.Unreadable(
                List.of(
                        new FieldProblem(
                                "body", "can't be unpacked by gzip: " + failure.getMessage())));
    }

    /** Answers with a problem, and ends a connection on which the rest of a body is to come. */
    private void refuse(RoutingContext context, Exception failure) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        Leftover.discard(context);
        if (failure instanceof HttpRefusal refusal) {
            problems.write(context, refusal.problem());
        } else {
            problems.fail(context, failure);
        }
    }
}
