package io.github.clinicaldata.job.storage;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.StorageConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Opens the store that the settings name, when it is first used. */
@Singleton
final class FileStores {
    private static final String S3 = "s3";

    private final GeneratorConfig config;

    FileStores(GeneratorConfig config) {
        this.config = config;
    }

    /** Stops the start when a setting can't be right. */
    void starts(@Observes StartupEvent event) {
        if (!config.storage().type().equals(S3)) {
            return;
        }
        if (config.storage().s3().bucket().isEmpty()) {
            throw new IllegalArgumentException(
                    "clinical.storage.s3.bucket is to name a bucket, as clinical.storage.type is"
                            + " s3");
        }
        if (config.jobs().partBytes() < S3FileStore.SMALLEST_PART) {
            throw new IllegalArgumentException(
                    "clinical.jobs.part-bytes is %d; S3 takes parts of %d bytes or more"
                            .formatted(config.jobs().partBytes(), S3FileStore.SMALLEST_PART));
        }
    }

    @Produces
    @ApplicationScoped
    FileStore store() {
        StorageConfig storage = config.storage();
        return storage.type().equals(S3)
                ? new S3FileStore(
                        S3Clients.open(storage.s3()),
                        storage.s3().bucket().orElseThrow(),
                        storage.s3().prefix().orElse(""))
                : new LocalFileStore(Path.of(storage.localPath()), storage.keepFree());
    }
}
