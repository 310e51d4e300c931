package io.github.clinicaldata.record.provider;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The types of {@code codes/provider-types.csv} and the fixed order in which a block of {@value
 * #BLOCK} providers holds them, so that the primary care of a place is found without a search.
 */
final class ProviderTypes {
    /** Providers in a block; all of a block are in one place. */
    static final int BLOCK = 64;

    /** The first slots are organizations; the very first is one that gives primary care. */
    static final int ORGANIZATIONS = 12;

    private static final int ADULT_PRIMARY_CARE = 13;
    private static final int CHILD_PRIMARY_CARE = 4;
    private static final String PEDIATRICS = "pediatrics";

    /** Types among which a slot draws. */
    private record Choice(List<ProviderType> types, AliasTable weights) {
        static Choice of(List<ProviderType> all, Predicate<ProviderType> condition) {
            List<ProviderType> types = all.stream().filter(condition).toList();
            return new Choice(
                    types,
                    AliasTable.of(types.stream().mapToDouble(ProviderType::weight).toArray()));
        }

        ProviderType pick(RandomStream stream) {
            return types.get(weights.pick(stream));
        }
    }

    private final List<ProviderType> all;

    /** By the ordinals of organization and practitioner. */
    private final boolean[][] employs;

    private final Choice clinics;
    private final Choice organizations;
    private final Choice adultPrimaryCare;
    private final Choice childPrimaryCare;
    private final Choice specialists;

    ProviderTypes() {
        List<NamedCsvRecord> rows = ReferenceTable.read("codes/provider-types.csv").rows();
        all = IntStream.range(0, rows.size()).mapToObj(i -> type(i, rows.get(i))).toList();
        employs = new boolean[all.size()][all.size()];
        for (ProviderType organization : all) {
            for (ProviderType practitioner : all) {
                employs[organization.ordinal()][practitioner.ordinal()] =
                        organization.employs(practitioner);
            }
        }
        clinics = Choice.of(all, type -> isOrganization(type) && type.primaryCare());
        organizations = Choice.of(all, ProviderTypes::isOrganization);
        adultPrimaryCare =
                Choice.of(
                        all,
                        type ->
                                !isOrganization(type)
                                        && type.primaryCare()
                                        && !type.type().toString().equals(PEDIATRICS));
        childPrimaryCare = Choice.of(all, type -> type.type().toString().equals(PEDIATRICS));
        specialists = Choice.of(all, type -> !isOrganization(type) && !type.primaryCare());
    }

    private static ProviderType type(int ordinal, NamedCsvRecord row) {
        EntityType entity =
                row.getField("kind").equals("organization")
                        ? EntityType.ORGANIZATION
                        : EntityType.INDIVIDUAL;
        return new ProviderType(
                ordinal,
                entity,
                Text.of(row.getField("type").toLowerCase(Locale.ROOT)),
                Text.of(row.getField("taxonomy")),
                orNull(row.getField("specialty_code")),
                Text.of(row.getField("specialty")),
                Boolean.parseBoolean(row.getField("primary_care")),
                number(row, "weight"),
                entity == EntityType.INDIVIDUAL ? number(row, "sex_female_share") : 0,
                ProviderType.Workplace.valueOf(row.getField("workplace").toUpperCase(Locale.ROOT)),
                orNull(row.getField("credential")),
                employed(row.getField("employs")));
    }

    private static SortedSet<Text> employed(String cell) {
        return cell.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(
                        Arrays.stream(cell.split("\\+"))
                                .map(Text::of)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static @Nullable Text orNull(String value) {
        return value.isEmpty() ? null : Text.of(value);
    }

    private static boolean isOrganization(ProviderType type) {
        return type.entityType() == EntityType.ORGANIZATION;
    }

    /** The first slot that can have a type. */
    int firstSlot(ProviderType type) {
        if (isOrganization(type)) {
            return 0;
        }
        if (!type.primaryCare()) {
            return ORGANIZATIONS + ADULT_PRIMARY_CARE + CHILD_PRIMARY_CARE;
        }
        return type.type().toString().equals(PEDIATRICS)
                ? ORGANIZATIONS + ADULT_PRIMARY_CARE
                : ORGANIZATIONS;
    }

    /** The slot after the last that can have a type. */
    int endSlot(ProviderType type) {
        int first = firstSlot(type);
        if (first == 0) {
            return ORGANIZATIONS;
        }
        if (!type.primaryCare()) {
            return BLOCK;
        }
        return first == ORGANIZATIONS
                ? ORGANIZATIONS + ADULT_PRIMARY_CARE
                : ORGANIZATIONS + ADULT_PRIMARY_CARE + CHILD_PRIMARY_CARE;
    }

    /** Whether practitioners of a type work in organizations of another one. */
    boolean employs(ProviderType organization, ProviderType practitioner) {
        return employs[organization.ordinal()][practitioner.ordinal()];
    }

    /** All types in the order of the table. */
    List<ProviderType> all() {
        return all;
    }

    /** The type of the provider in a slot of a block. */
    ProviderType pick(int slot, RandomStream stream) {
        if (slot == 0) {
            return clinics.pick(stream);
        }
        if (slot < ORGANIZATIONS) {
            return organizations.pick(stream);
        }
        if (slot < ORGANIZATIONS + ADULT_PRIMARY_CARE) {
            return adultPrimaryCare.pick(stream);
        }
        if (slot < ORGANIZATIONS + ADULT_PRIMARY_CARE + CHILD_PRIMARY_CARE) {
            return childPrimaryCare.pick(stream);
        }
        return specialists.pick(stream);
    }

    /** A slot that gives primary care to adults or to children. */
    static int primaryCareSlot(boolean child, RandomStream stream) {
        return child
                ? ORGANIZATIONS + ADULT_PRIMARY_CARE + stream.nextInt(CHILD_PRIMARY_CARE)
                : ORGANIZATIONS + stream.nextInt(ADULT_PRIMARY_CARE);
    }
}
