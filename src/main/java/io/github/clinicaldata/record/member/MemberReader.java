package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.coverage.Coverages;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.MbiStyle;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.ProviderReader;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the members of one population. */
public final class MemberReader implements RecordReader<Member> {
    private static final Aspect NAME = Aspect.named("name");
    private static final Aspect CONTACT = Aspect.named("contact");
    private static final Aspect OWN_COVERAGE = Aspect.named("own-coverage");
    private static final Aspect DRUG_PLAN = Aspect.named("drug-plan");
    private static final Aspect PRIMARY_CARE = Aspect.named("primary-care");
    private static final Aspect BACKGROUND = Aspect.named("background");
    private static final int YOUNGEST_WITH_EMAIL = 13;
    private static final int YOUNGEST_WITH_TELEPHONE = 15;
    private static final int OLDEST_PEDIATRIC = 17;
    private static final int OLDEST_DEPENDENT = 25;

    /** Shares without a source, for looks: who has a middle name, or keeps the own surname. */
    private static final double MIDDLE_NAMES = 0.8;

    private static final double PARTNERS_WITH_OWN_NAME = 0.2;
    private static final double PARENTS_WITH_OWN_NAME = 0.5;
    private static final double OTHERS_WITH_OWN_NAME = 0.85;

    /** Primary care choices that a household can have: a payer, and adults or children. */
    private static final int CHOICES = 2 * Payers.MOST;

    private static final Text SYNTHETIC = Text.of("SYN");
    private static final Text[] DOMAINS = {
        Text.of("@example.com"), Text.of("@example.org"), Text.of("@example.net")
    };

    private final MemberTables tables;
    private final Population population;
    private final RandomKey key;
    private final Identifiers identifiers;
    private final PersonKnobs pinned;
    private final RecordIds ids;
    private final HouseholdReader households;
    private final ProviderReader providers;
    private final RandomStream stream = new RandomStream();
    private final TextBuilder builder = new TextBuilder();
    private long primaryCareKey;
    private @Nullable Affiliation primaryCare;

    MemberReader(MemberTables tables, Population population) {
        this.tables = tables;
        this.population = population;
        key = RandomKey.of(population.seed(), "members");
        identifiers = new Identifiers(population.seed(), population.knobs().get(MbiStyle.KNOB));
        pinned = PersonKnobs.of(population.knobs());
        ids = new RecordIds(MembersKind.CODE, population.seed());
        households = new HouseholdReader(tables, population, key, ids);
        providers = tables.providers.open(population);
    }

    /** The household of a member. */
    public Household household(long index) {
        return households.of(index);
    }

    @Override
    public Member read(long index) {
        Household household = households.of(index);
        int position = (int) (index - household.first());
        Person person = household.people()[position];
        long memberKey = key.at(index);

        boolean onPolicy = household.isOnPolicy(position);
        long subscriber = onPolicy ? household.first() + household.policyholder() : index;
        long subscriberNumber = identifiers.subscriberId(subscriber);
        boolean dual = false;
        Coverage coverage;
        stream.reset(memberKey, OWN_COVERAGE);
        if (onPolicy) {
            coverage =
                    Coverages.forDependent(
                            Objects.requireNonNull(household.policy()), person.birthDate());
        } else if (person.coverage() == CoverageType.UNINSURED) {
            coverage = null;
        } else {
            dual =
                    person.coverage() == CoverageType.MEDICARE
                            && tables.mix.isDual(person.age(), household.incomeBand(), stream);
            coverage = own(person.coverage(), dual, household, person);
        }
        Coverage secondary = dual ? own(CoverageType.MEDICAID, false, household, person) : null;

        Coverage drugPlan = drugPlan(coverage, dual, household, memberKey);

        stream.reset(memberKey, NAME);
        WeightedTexts given = tables.names.givenTable(person.sex(), person.birthDate().getYear());
        Text first = given.pick(stream);
        Text middle = middleName(given, first);
        // nothing is drawn after it of this aspect
        Text last = pinned.lastName() == null ? surname(household, person) : pinned.lastName();

        stream.reset(memberKey, CONTACT);
        long telephone =
                person.age() < YOUNGEST_WITH_TELEPHONE
                        ? household.telephone()
                        : Identifiers.telephone(household.address().place().areaCode(), stream);
        Text email = email(person, first, last, index);

        stream.reset(memberKey, BACKGROUND);
        RecordId id = subscriber == index && onPolicy ? household.subscriber() : ids.at(index);
        return new Member(
                id,
                subscriberNumber * 100 + position + 1,
                subscriberNumber,
                subscriber == index ? id : household.subscriber(),
                household.id(),
                relationship(household, position, onPolicy),
                first,
                middle,
                last,
                person.sex(),
                person.birthDate(),
                identifiers.ssn(index),
                household.race(),
                household.origin().ethnicity(),
                household.language(),
                maritalStatus(household, person),
                household.address(),
                telephone,
                email,
                coverage,
                secondary,
                drugPlan,
                has(CoverageType.MEDICARE, coverage, null) ? identifiers.mbi(index, builder) : null,
                has(CoverageType.MEDICAID, coverage, secondary)
                        ? medicaidId(household, index)
                        : null,
                coverage == null ? null : primaryCare(household, person, coverage.payer()));
    }

    private Coverage own(CoverageType type, boolean dual, Household household, Person person) {
        return tables.coverages.draw(
                type,
                dual,
                person.birthDate(),
                household.address().place().state(),
                population,
                type == CoverageType.MEDICAID ? households.medicaidMarket(household) : stream,
                stream,
                builder);
    }

    private @Nullable Coverage drugPlan(
            @Nullable Coverage coverage, boolean dual, Household household, long memberKey) {
        if (coverage == null || !coverage.needsDrugPlan()) {
            return null;
        }
        stream.reset(memberKey, DRUG_PLAN);
        return tables.coverages.drugPlan(
                coverage, dual, household.address().place().state(), population, stream);
    }

    /** Nobody is called the same twice. */
    private @Nullable Text middleName(WeightedTexts given, Text first) {
        if (!stream.chance(MIDDLE_NAMES)) {
            return null;
        }
        Text middle = given.pick(stream);
        return middle.equals(first) ? null : middle;
    }

    private static boolean has(
            CoverageType type, @Nullable Coverage coverage, @Nullable Coverage secondary) {
        return coverage != null && coverage.type() == type
                || secondary != null && secondary.type() == type;
    }

    private static Relationship relationship(Household household, int position, boolean onPolicy) {
        if (!onPolicy || position == household.policyholder()) {
            return Relationship.SELF;
        }
        return household.people()[position].role() == Role.CHILD
                ? Relationship.CHILD
                : Relationship.SPOUSE;
    }

    private Text surname(Household household, Person person) {
        boolean own =
                switch (person.role()) {
                    case HEAD, CHILD -> false;
                    case PARTNER -> !household.married() || stream.chance(PARTNERS_WITH_OWN_NAME);
                    case PARENT -> stream.chance(PARENTS_WITH_OWN_NAME);
                    case OTHER -> stream.chance(OTHERS_WITH_OWN_NAME);
                };
        return own ? tables.names.surname(household.origin(), stream) : household.surname();
    }

    private @Nullable MaritalStatus maritalStatus(Household household, Person person) {
        if (person.age() < AgeModel.ADULT) {
            return null;
        }
        if (person.role().isPartner()
                && household.people().length > 1
                && household.people()[1].role() == Role.PARTNER) {
            return household.married() ? MaritalStatus.MARRIED : MaritalStatus.DOMESTIC_PARTNER;
        }
        return person.age() <= OLDEST_DEPENDENT && person.role() == Role.CHILD
                ? MaritalStatus.NEVER_MARRIED
                : tables.maritalStatusAlone(person.age(), stream);
    }

    /** The index makes the address unique. */
    private @Nullable Text email(Person person, Text first, Text last, long index) {
        if (pinned.email() != null || person.age() < YOUNGEST_WITH_EMAIL) {
            return pinned.email();
        }
        Text domain = DOMAINS[stream.nextInt(DOMAINS.length)];
        builder.start().append(first.lowerLetters()).append('.').append(last.lowerLetters());
        return builder.append(index).append(domain).build();
    }

    /** SYN, the state and thirteen digits: a form that no state's programme uses. */
    private Text medicaidId(Household household, long index) {
        builder.start().append(SYNTHETIC).append(household.address().place().state().code());
        return builder.digits(identifiers.subscriberId(index), 13).build();
    }

    /** One practitioner for the adults of a household under one payer, and one for its children. */
    private Affiliation primaryCare(Household household, Person person, Payer payer) {
        boolean child = person.age() <= OLDEST_PEDIATRIC;
        long choice = household.first() * CHOICES + payer.ordinal() * 2L + (child ? 1 : 0);
        Affiliation found = primaryCare;
        if (found == null || choice != primaryCareKey) {
            found =
                    providers.primaryCare(
                            household.address().place(),
                            payer,
                            child,
                            stream.reset(key.at(choice), PRIMARY_CARE));
            primaryCare = found;
            primaryCareKey = choice;
        }
        return found;
    }
}
