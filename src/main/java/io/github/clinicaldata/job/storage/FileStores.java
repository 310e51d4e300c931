package io.github.clinicaldata.job.storage;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.StorageConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Opens the store that the settings name. */
@Singleton
final class FileStores {
    @Produces
    @Singleton
    FileStore store(GeneratorConfig config) {
        StorageConfig storage = config.storage();
        return new LocalFileStore(Path.of(storage.localPath()), storage.keepFree());
    }
}
