package io.github.clinicaldata.record.allergy;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.member.AgePyramid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The allergens of {@code codes/allergens.csv} and how allergies to them begin and end: {@code
 * weights/allergy-courses.csv}. Immutable, read once.
 */
public final class Allergens {
    /** The most allergens that there may be. */
    static final int MOST = 64;

    private static final double SUM_TOLERANCE = 1e-6;

    private static final class Holder {
        static final Allergens STANDARD = new Allergens();
    }

    /**
     * How allergies to an allergen go on.
     *
     * @param allergen to what
     * @param group the position of its group among {@link #onsets}
     * @param onset at which age they show
     * @param ever share of all people who get one if they live long enough, 0 to 1
     * @param outgrown share of those from early childhood that are outgrown
     * @param ruledOut share of the others that are ruled out
     */
    record Course(
            Allergen allergen,
            int group,
            OnsetAges onset,
            double ever,
            double outgrown,
            double ruledOut) {}

    private final List<Allergen> all;
    private final List<Course> courses;
    private final List<OnsetAges> onsets = new ArrayList<>();

    private Allergens() {
        List<Allergen> allergens = new ArrayList<>();
        for (NamedCsvRecord row : ReferenceTable.read("codes/allergens.csv").rows()) {
            allergens.add(allergen(allergens.size(), row));
        }
        if (allergens.size() > MOST) {
            throw new IllegalStateException(
                    "codes/allergens.csv may have " + MOST + " rows, has " + allergens.size());
        }
        all = List.copyOf(allergens);
        courses = readCourses();
    }

    private static Allergen allergen(int ordinal, NamedCsvRecord row) {
        String key = row.getField("allergen");
        List<Double> severities =
                List.of(
                        number(row, "severity_mild"),
                        number(row, "severity_moderate"),
                        number(row, "severity_severe"));
        double sum = severities.stream().mapToDouble(share -> share).sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalStateException(
                    "codes/allergens.csv: the severities of " + key + " sum to " + sum);
        }
        String avoided = row.getField("avoid_class");
        return new Allergen(
                ordinal,
                Text.of(key),
                Text.of(row.getField("name")),
                category(key, row.getField("category")),
                orNull(row.getField("rxnorm")),
                Text.of(row.getField("icd10cm")),
                number(row, "prevalence"),
                severities,
                avoided.isEmpty()
                        ? List.of()
                        : Arrays.stream(avoided.split("\\+")).map(Text::of).toList());
    }

    static @Nullable Text orNull(String value) {
        return value.isEmpty() ? null : Text.of(value);
    }

    private static AllergenCategory category(String key, String code) {
        return Arrays.stream(AllergenCategory.values())
                .filter(category -> category.code().toString().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "codes/allergens.csv: unknown category of "
                                                + key
                                                + ": "
                                                + code));
    }

    private List<Course> readCourses() {
        Map<String, NamedCsvRecord> rows = new TreeMap<>();
        ReferenceTable.read("weights/allergy-courses.csv").stream()
                .forEach(row -> rows.put(row.getField("allergen"), row));
        AgePyramid pyramid = new AgePyramid();
        Map<String, Integer> groups = new TreeMap<>();
        List<Course> courses = new ArrayList<>();
        for (Allergen allergen : all) {
            NamedCsvRecord row = rows.get(allergen.key().toString());
            if (row == null) {
                throw new IllegalStateException(
                        "weights/allergy-courses.csv lacks " + allergen.key());
            }
            int group = groups.computeIfAbsent(row.getField("onset"), this::addOnset);
            OnsetAges onset = onsets.get(group);
            double onRecord = onset.shareBehind(pyramid) * AllergyDraw.CHARTS_BEGUN;
            courses.add(
                    new Course(
                            allergen,
                            group,
                            onset,
                            allergen.prevalence() / onRecord,
                            number(row, "outgrown"),
                            number(row, "ruled_out")));
        }
        return List.copyOf(courses);
    }

    private int addOnset(String name) {
        onsets.add(OnsetAges.read(name));
        return onsets.size() - 1;
    }

    /** The allergens of the product, read once. */
    public static Allergens standard() {
        return Holder.STANDARD;
    }

    /** All allergens in the file's order. */
    public List<Allergen> all() {
        return all;
    }

    /** At which ages allergies show, by group. */
    List<OnsetAges> onsets() {
        return onsets;
    }

    /** The courses of all allergens in the same order. */
    List<Course> courses() {
        return courses;
    }
}
