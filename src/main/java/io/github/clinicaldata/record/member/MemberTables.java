package io.github.clinicaldata.record.member;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.coverage.CoverageMix;
import io.github.clinicaldata.record.coverage.Coverages;
import io.github.clinicaldata.record.person.Origins;
import io.github.clinicaldata.record.person.PersonNames;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.place.Streets;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.BlockPartition;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables that members are drawn from; immutable and shared by all populations. */
public final class MemberTables {
    /** Members in a block; households never cross its end. */
    public static final int BLOCK = 64;

    private static final class Holder {
        static final MemberTables STANDARD = new MemberTables();
    }

    private static final MaritalStatus[] ALONE = {
        MaritalStatus.NEVER_MARRIED, MaritalStatus.DIVORCED, MaritalStatus.WIDOWED
    };

    final HouseholdTemplates templates = new HouseholdTemplates();
    final BlockPartition households = new BlockPartition(BLOCK, templates.sizeShares());
    final CoverageMix mix = new CoverageMix();
    final Coverages coverages = new Coverages();
    final Places places = Places.standard();
    final Origins origins = Origins.standard();
    final PersonNames names = PersonNames.standard();
    final Streets streets = Streets.standard();
    final ProviderDirectory providers = ProviderDirectory.standard();

    private final List<AliasTable> incomes = new ArrayList<>();
    private final AliasTable seniorIncomes = mix.incomes("senior");
    private final int[] maritalFrom;
    private final List<AliasTable> marital = new ArrayList<>();

    private MemberTables() {
        for (HouseholdType type : HouseholdType.values()) {
            incomes.add(mix.incomes(type.name().toLowerCase(Locale.ROOT)));
        }
        ReferenceTable table = ReferenceTable.read("weights/marital-statuses.csv");
        maritalFrom = table.stream().mapToInt(row -> integer(row, "age_from")).toArray();
        table.stream()
                .forEach(
                        row ->
                                marital.add(
                                        AliasTable.of(
                                                number(row, "never_married"),
                                                number(row, "divorced"),
                                                number(row, "widowed"))));
    }

    /** The tables of the product, read once. */
    public static MemberTables standard() {
        return Holder.STANDARD;
    }

    /** Opens the members of a population. Not safe for use by several threads. */
    public MemberReader open(Population population) {
        return new MemberReader(this, population);
    }

    /** The income band of a household. */
    int incomeBand(HouseholdType type, int headAge, RandomStream stream) {
        AliasTable table = headAge >= 65 ? seniorIncomes : incomes.get(type.ordinal());
        return table.pick(stream);
    }

    /** The marital status of an adult without spouse or partner. */
    MaritalStatus maritalStatusAlone(int age, RandomStream stream) {
        int group = maritalFrom.length - 1;
        while (age < maritalFrom[group]) {
            group--;
        }
        return ALONE[marital.get(group).pick(stream)];
    }
}
