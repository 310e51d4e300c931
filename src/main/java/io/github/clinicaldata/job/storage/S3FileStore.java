package io.github.clinicaldata.job.storage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket. The parts of a file are those of a multipart upload, which S3 keeps until the
 * upload is completed or given up, so that another server can go on with it.
 */
public final class S3FileStore implements FileStore {
    /** The least bytes of a part but the last, by the rules of S3. */
    public static final int SMALLEST_PART = 5 << 20;

    /** How many parts a file may have, by the rules of S3. */
    public static final int MOST_PARTS = 10_000;

    private static final int NOT_FOUND = 404;

    private final S3AsyncClient client;
    private final String bucket;
    private final String prefix;

    /**
     * A bucket.
     *
     * @param prefix what the names of all files begin with
     */
    public S3FileStore(S3AsyncClient client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    private String key(String name) {
        return prefix + name;
    }

    @Override
    public String location(String name) {
        return "s3://" + bucket + "/" + key(name);
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SdkException cause) {
                throw new IOException("S3: " + cause.getMessage(), cause);
            }
            throw e;
        }
    }

    private static boolean isMissing(IOException failure) {
        return failure.getCause() instanceof S3Exception cause && cause.statusCode() == NOT_FOUND;
    }

    @Override
    public String begin(String name, String mediaType) throws IOException {
        giveUp(name);
        return await(
                        client.createMultipartUpload(
                                request ->
                                        request.bucket(bucket)
                                                .key(key(name))
                                                .contentType(mediaType)))
                .uploadId();
    }

    /** Gives up all unfinished uploads of a file. */
    private void giveUp(String name) throws IOException {
        List<MultipartUpload> uploads =
                await(
                                client.listMultipartUploads(
                                        request -> request.bucket(bucket).prefix(key(name))))
                        .uploads();
        for (MultipartUpload upload : uploads) {
            if (upload.key().equals(key(name))) {
                abort(name, upload.uploadId());
            }
        }
    }

    private void abort(String name, String upload) throws IOException {
        try {
            await(
                    client.abortMultipartUpload(
                            request -> request.bucket(bucket).key(key(name)).uploadId(upload)));
        } catch (IOException e) {
            if (!isMissing(e)) {
                throw e;
            }
        }
    }

    @Override
    public int intact(String name, String upload, List<FilePart> parts) throws IOException {
        if (parts.isEmpty()) {
            return 0;
        }
        Map<Integer, Part> there = new HashMap<>();
        try {
            await(
                    client.listPartsPaginator(
                                    request ->
                                            request.bucket(bucket).key(key(name)).uploadId(upload))
                            .parts()
                            .subscribe(part -> there.put(part.partNumber(), part)));
        } catch (IOException e) {
            if (isMissing(e)) {
                return isComplete(name, parts) ? parts.size() : 0;
            }
            throw e;
        }
        int intact = 0;
        for (FilePart part : parts) {
            Part found = there.get(part.number());
            if (found == null
                    || found.size() != part.length()
                    || !found.eTag().equals(part.tag())) {
                break;
            }
            intact++;
        }
        return intact;
    }

    /** Whether the parts were made a file before. */
    private boolean isComplete(String name, List<FilePart> parts) throws IOException {
        long size = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
        try {
            return await(client.headObject(request -> request.bucket(bucket).key(key(name))))
                            .contentLength()
                    == size;
        } catch (IOException e) {
            if (isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public FilePart write(String name, String upload, FilePart part, byte[] bytes)
            throws IOException {
        if (part.number() > MOST_PARTS) {
            throw new IOException(
                    "S3 takes %d parts; clinical.jobs.part-bytes is too small for this file"
                            .formatted(MOST_PARTS));
        }
        ByteBuffer body = ByteBuffer.wrap(bytes, 0, part.length());
        String tag =
                await(
                                client.uploadPart(
                                        request ->
                                                request.bucket(bucket)
                                                        .key(key(name))
                                                        .uploadId(upload)
                                                        .partNumber(part.number())
                                                        .contentMD5(Md5.of(body.duplicate())),
                                        AsyncRequestBody.fromByteBufferUnsafe(body)))
                        .eTag();
        return new FilePart(part.number(), part.offset(), part.length(), part.sha256(), tag);
    }

    @Override
    public void complete(String name, String upload, List<FilePart> parts) throws IOException {
        if (parts.isEmpty()) {
            // an upload without parts can't be completed
            abort(name, upload);
            await(
                    client.putObject(
                            request -> request.bucket(bucket).key(key(name)),
                            AsyncRequestBody.empty()));
            return;
        }
        List<CompletedPart> completed = parts.stream().map(S3FileStore::completed).toList();
        try {
            await(
                    client.completeMultipartUpload(
                            request ->
                                    request.bucket(bucket)
                                            .key(key(name))
                                            .uploadId(upload)
                                            .multipartUpload(all -> all.parts(completed))));
        } catch (IOException e) {
            if (!isMissing(e) || !isComplete(name, parts)) {
                throw e;
            }
        }
    }

    private static CompletedPart completed(FilePart part) {
        return CompletedPart.builder().partNumber(part.number()).eTag(part.tag()).build();
    }

    @Override
    public void discard(String name, @Nullable String upload) throws IOException {
        if (upload != null) {
            abort(name, upload);
        }
        giveUp(name);
        await(client.deleteObject(request -> request.bucket(bucket).key(key(name))));
    }

    @Override
    public Multi<ByteBuffer> read(String name, long from, long length) {
        String range = "bytes=%d-%d".formatted(from, from + length - 1);
        return Uni.createFrom()
                .completionStage(
                        () ->
                                client.getObject(
                                        request ->
                                                request.bucket(bucket).key(key(name)).range(range),
                                        AsyncResponseTransformer.toPublisher()))
                .onFailure(S3FileStore::isNoFile)
                .transform(failure -> new FileNotFoundException(name))
                .onItem()
                .transformToMulti(
                        bytes -> Multi.createFrom().publisher(AdaptersToFlow.publisher(bytes)));
    }

    private static boolean isNoFile(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }

    @Override
    public void check() throws IOException {
        await(client.headBucket(request -> request.bucket(bucket)));
    }
}
