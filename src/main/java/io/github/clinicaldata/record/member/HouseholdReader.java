package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.place.Address;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the households of one population; remembers the last block and the last household. */
final class HouseholdReader {
    /** The code of households in ids; they are no kind of their own. */
    static final int CODE = 255;

    private static final Aspect LAYOUT = Aspect.named("layout");
    private static final Aspect PEOPLE = Aspect.named("people");
    private static final Aspect MEDICAID = Aspect.named("medicaid");
    private static final Aspect ORIGIN = Aspect.named("origin");
    private static final Aspect ADDRESS = Aspect.named("address");
    private static final Aspect INCOME = Aspect.named("income");
    private static final Aspect POLICY = Aspect.named("policy");
    private static final Aspect MEMBER_COVERAGE = Aspect.named("coverage");

    /**
     * Share of married couples among couples (Census, America's Families, table UC1; approximate).
     */
    private static final double MARRIED = 0.88;

    /** Share of homes in buildings of several units (ACS table DP04; approximate). */
    private static final double APARTMENTS = 0.26;

    private final MemberTables tables;
    private final Population population;
    private final RandomKey blockKey;
    private final RandomKey householdKey;
    private final RandomKey memberKey;
    private final RecordIds memberIds;
    private final RecordIds ids;
    private final RandomStream stream = new RandomStream();
    private final RandomStream personal = new RandomStream();
    private final RandomStream market = new RandomStream();
    private final FamilyReader families;
    private final TextBuilder builder = new TextBuilder();
    private final int[] firstOfMember = new int[MemberTables.BLOCK];
    private long block = -1;
    private @Nullable Household last;

    HouseholdReader(
            MemberTables tables, Population population, RandomKey memberKey, RecordIds memberIds) {
        this.tables = tables;
        this.population = population;
        this.memberKey = memberKey;
        this.memberIds = memberIds;
        ids = new RecordIds(CODE, population.seed());
        families = new FamilyReader(tables.templates, population.epoch());
        blockKey = RandomKey.of(population.seed(), "household-blocks");
        householdKey = RandomKey.of(population.seed(), "households");
    }

    /** The household of the member at an index. */
    Household of(long member) {
        long itsBlock = member / MemberTables.BLOCK;
        if (itsBlock != block) {
            tables.households.deal(stream.reset(blockKey.at(itsBlock), LAYOUT), firstOfMember);
            block = itsBlock;
        }
        int position = (int) (member % MemberTables.BLOCK);
        long first = member - position + firstOfMember[position];
        Household household = last;
        if (household == null || household.first() != first) {
            household = draw(first, size(firstOfMember[position]));
            last = household;
        }
        return household;
    }

    private int size(int first) {
        int end = first;
        while (end < MemberTables.BLOCK && firstOfMember[end] == first) {
            end++;
        }
        return end - first;
    }

    private Household draw(long first, int size) {
        long key = householdKey.at(first);
        HouseholdTemplates.Template template =
                tables.templates.pick(size, stream.reset(key, PEOPLE));
        HouseholdType type = template.type();
        boolean married = type.partners() == 2 && stream.chance(MARRIED);
        Person[] people = families.read(template, key, stream);

        stream.reset(key, ADDRESS);
        Place place = tables.places.pick(stream);
        Address address =
                new Address(
                        tables.streets.line1(stream, builder),
                        tables.streets.apartment(stream, builder, APARTMENTS),
                        place);
        long telephone = Identifiers.telephone(place.areaCode(), stream);

        stream.reset(key, ORIGIN);
        Origin origin = tables.origins.pick(place.state(), stream);
        Race race = tables.origins.race(origin, stream);
        Text surname = tables.names.surname(origin, stream);
        Text language = tables.origins.language(origin, stream);

        int band = cover(people, type, key, first);
        int policyholder = policyholder(people);
        Coverage policy = policyholder < 0 ? null : policy(people[policyholder], place, key);
        coverThoseBornAfter(policy, people);
        return new Household(
                first,
                ids.at(first),
                people,
                origin,
                race,
                surname,
                language,
                address,
                telephone,
                band,
                married,
                policyholder,
                memberIds.at(first + Math.max(0, policyholder)),
                policy);
    }

    /** Where a household's payer of Medicaid is drawn: the same for all who have it there. */
    RandomStream medicaidMarket(Household household) {
        return market.reset(householdKey.at(household.first()), MEDICAID);
    }

    private Coverage policy(Person holder, Place place, long key) {
        return tables.coverages.draw(
                holder.coverage(),
                false,
                holder.birthDate(),
                place.state(),
                population,
                stream.reset(key, POLICY),
                stream,
                builder);
    }

    /** Gives everyone a type of coverage and answers the household's income band. */
    private int cover(Person[] people, HouseholdType type, long key, long first) {
        stream.reset(key, INCOME);
        int band = tables.incomeBand(type, people[0].age(), stream);
        double number = stream.nextDouble();
        boolean familyPolicy = false;
        for (int i = 0; i < people.length; i++) {
            Person person = people[i];
            personal.reset(memberKey.at(first + i), MEMBER_COVERAGE);
            boolean family = person.role().isPartner() || person.role() == Role.CHILD;
            double own = family ? number : personal.nextDouble();
            CoverageType coverage = tables.mix.pick(person.age(), band, own, personal);
            people[i] = person.withCoverage(coverage);
            familyPolicy |= person.role().isPartner() && coverage.coversDependents();
        }
        // Whoever is young enough for the family's policy needs a parent who holds one.
        for (int i = 0; i < people.length && !familyPolicy; i++) {
            if (people[i].role() == Role.CHILD && people[i].coverage().coversDependents()) {
                people[i] = people[i].withCoverage(CoverageType.MEDICAID);
            }
        }
        return band;
    }

    /** A policy that has ended takes nobody in; newborns without one are covered by Medicaid. */
    private static void coverThoseBornAfter(@Nullable Coverage policy, Person[] people) {
        LocalDate end = policy == null ? null : policy.terminationDate();
        for (int i = 0; i < people.length && end != null; i++) {
            if (people[i].birthDate().isAfter(end)
                    && people[i].role() == Role.CHILD
                    && people[i].coverage().coversDependents()) {
                people[i] = people[i].withCoverage(CoverageType.MEDICAID);
            }
        }
    }

    private static int policyholder(Person[] people) {
        for (int i = 0; i < people.length; i++) {
            if (people[i].role().isPartner() && people[i].coverage().coversDependents()) {
                return i;
            }
        }
        return -1;
    }
}
