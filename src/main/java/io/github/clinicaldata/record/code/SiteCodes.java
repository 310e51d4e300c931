package io.github.clinicaldata.record.code;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.random.Mixer;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes that a site has a licence for, such as CPT, by the services of {@code codes/services.csv}
 * that they stand for. They replace what the product bills a service under, so they change records
 * and are part of the name of every population.
 *
 * <p>Installed once, before any table is read; immutable.
 */
public final class SiteCodes {
    /**
     * How a service is billed at this site.
     *
     * @param code five capital letters or digits
     * @param modifier two of them, or null
     * @param description the site's words, or null for those of the product
     */
    public record Billing(Text code, @Nullable Text modifier, @Nullable Text description) {}

    /** No site has added anything. */
    public static final SiteCodes NONE = new SiteCodes("", new TreeMap<>());

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}");
    private static final Pattern MODIFIER = Pattern.compile("[A-Z0-9]{2}");
    private static final int LONGEST_DESCRIPTION = 200;

    private static SiteCodes installed = NONE;
    private static boolean inUse;

    private final String fingerprint;
    private final SortedMap<String, Billing> services;

    private SiteCodes(String fingerprint, SortedMap<String, Billing> services) {
        this.fingerprint = fingerprint;
        this.services = Collections.unmodifiableSortedMap(services);
    }

    /**
     * Reads a table with the columns {@code service} and {@code code}, and, where a site likes,
     * {@code modifier} and {@code description}. Lines that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException that names the line and what is wrong with it
     */
    public static SiteCodes parse(String csv) {
        SortedMap<String, Billing> services = new TreeMap<>();
        Keyed<Service> known = Service.bundled();
        CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(csv)
                .forEach(
                        row -> {
                            require(
                                    row.getHeader().containsAll(List.of("service", "code")),
                                    row,
                                    "the columns service and code are needed; there are "
                                            + String.join(", ", row.getHeader()));
                            String key = row.getField("service");
                            require(
                                    known.find(key).isPresent(),
                                    row,
                                    "there is no service '"
                                            + key
                                            + "'; services.csv of the product lists them");
                            require(
                                    services.put(key, billing(row)) == null,
                                    row,
                                    "the service '" + key + "' is there twice");
                        });
        return new SiteCodes(fingerprint(services), services);
    }

    private static Billing billing(NamedCsvRecord row) {
        String code = row.getField("code");
        require(
                CODE.matcher(code).matches(),
                row,
                "a code is five capital letters or digits; '" + code + "' is not");
        String modifier = row.findField("modifier").orElse("");
        require(
                modifier.isEmpty() || MODIFIER.matcher(modifier).matches(),
                row,
                "a modifier is two capital letters or digits; '" + modifier + "' is not");
        String description = row.findField("description").orElse("");
        require(
                description.length() <= LONGEST_DESCRIPTION,
                row,
                "a description has at most " + LONGEST_DESCRIPTION + " characters");
        require(
                description.chars().noneMatch(Character::isISOControl),
                row,
                "a description has no control characters");
        return new Billing(Text.of(code), orNull(modifier), orNull(description));
    }

    private static @Nullable Text orNull(String value) {
        return value.isEmpty() ? null : Text.of(value);
    }

    private static void require(boolean holds, NamedCsvRecord row, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "line " + row.getStartingLineNumber() + ": " + otherwise);
        }
    }

    private static String fingerprint(SortedMap<String, Billing> services) {
        return services.isEmpty()
                ? ""
                : HexFormat.of().toHexDigits(Mixer.hash(services.toString()));
    }

    /**
     * Makes these the codes of this process.
     *
     * @throws IllegalStateException when records were made with others
     */
    public static synchronized void install(SiteCodes codes) {
        if (inUse && !codes.fingerprint.equals(installed.fingerprint)) {
            throw new IllegalStateException("Tables were read before the codes of the site");
        }
        installed = codes;
    }

    /** The codes of this process. */
    public static synchronized SiteCodes installed() {
        inUse = true;
        return installed;
    }

    /** Tells these codes from others in the name of a population; empty where there are none. */
    public String fingerprint() {
        return fingerprint;
    }

    /** How many services they are for. */
    public int size() {
        return services.size();
    }

    /** Whether a service is billed under a code of the site. */
    public boolean has(Service service) {
        return services.containsKey(service.key());
    }

    /** A service as this site bills it. */
    Service applyTo(Service service) {
        Billing billing = services.get(service.key());
        return billing == null ? service : service.billedAs(billing);
    }
}
