package io.github.clinicaldata.operations;

import io.github.clinicaldata.record.code.SiteCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the folder of codes that a site has a licence for. Runs before the container starts, since
 * tables are read beside its start and records depend on these codes.
 */
public final class SiteCodeFolder {
    /** The setting that names the folder. */
    static final String SETTING = "clinical.codes.folder";

    /** The table that the folder holds. */
    static final String SERVICES = "services.csv";

    private SiteCodeFolder() {}

    /**
     * Installs what the configured folder holds, if one is configured.
     *
     * @throws IllegalArgumentException that names the setting, the file, the line and what is wrong
     */
    public static void install() {
        ConfigProvider.getConfig()
                .getOptionalValue(SETTING, String.class)
                .filter(folder -> !folder.isBlank())
                .ifPresent(folder -> SiteCodes.install(read(folder)));
    }

    /** What a folder holds. */
    static SiteCodes read(String folder) {
        Path table;
        try {
            table = Path.of(folder).resolve(SERVICES);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(SETTING + ": '" + folder + "' is no path", e);
        }
        if (!Files.isRegularFile(table)) {
            throw new IllegalArgumentException(
                    SETTING + ": the folder '" + folder + "' must hold a file " + SERVICES);
        }
        try {
            return SiteCodes.parse(Files.readString(table, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    SETTING + ": cannot read " + table + " as UTF-8: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + ": " + table + ", " + e.getMessage(), e);
        }
    }
}
