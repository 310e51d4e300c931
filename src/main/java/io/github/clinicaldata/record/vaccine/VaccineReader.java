package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the vaccines of one population; remembers the last block. */
final class VaccineReader implements RecordReader<Vaccine> {
    private static final Aspect APPOINTMENT = Aspect.named("appointment");
    private static final Aspect DOSE = Aspect.named("dose");
    private static final Aspect INSURANCE = Aspect.named("insurance");

    /** Below this age a dose is given into the thigh. */
    private static final int THIGH_BELOW = 3;

    /** Share of people who have an appointment in a pharmacy; no source. */
    private static final double WITH_APPOINTMENT = 0.5;

    private static final int LONGEST_AHEAD = 45;

    /** Minutes from the appointment to the dose. */
    private static final int SHORTEST_WAIT = 5;

    private static final int LONGEST_WAIT = 29;
    private static final int MINUTES = 60;
    private static final int LAST_MINUTE = 24 * MINUTES - 1;

    /** Vaccines of one visit are given within so many minutes, each with its own. */
    private static final int SCATTER = 7;

    private final EventSpace space;
    private final VaccineBlocks blocks;
    private final Givers givers;
    private final RecordIds ids;
    private final LocalTimes times = LocalTimes.standard();
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private final RandomStream stream = new RandomStream();
    private final TextBuilder builder = new TextBuilder();

    VaccineReader(Readers readers) {
        Population population = readers.population();
        space = VaccinesKind.SPACE;
        blocks = new VaccineBlocks(Schedule.standard(), space, readers);
        givers = new Givers(population);
        ids = new RecordIds(VaccinesKind.CODE, population.seed());
    }

    /** The reader that others of the same caller share. */
    static VaccineReader of(Readers readers) {
        return readers.get(VaccineReader.class, VaccineReader::new);
    }

    @Override
    public @Nullable Vaccine read(long index) {
        space.locate(index, blocks.years().known(), slot);
        VaccineBlock block = blocks.at(slot.block());
        PlannedDose dose = block.years()[slot.year()][slot.number()];
        if (dose.day() > blocks.years().asOf()) {
            return null;
        }
        return vaccine(block, dose, space.numberInId(slot.block(), slot.year(), slot.number()));
    }

    /** The indexes of the vaccines of a member, ascending. */
    long[] ofMember(long member) {
        long number = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        PlannedDose[][] years = blocks.at(number).years();
        List<Long> indexes = new ArrayList<>();
        for (int year = 0; year < years.length; year++) {
            for (int i = 0; i < years[year].length; i++) {
                PlannedDose dose = years[year][i];
                if (dose.patient().position() == position && dose.day() <= blocks.years().asOf()) {
                    indexes.add(space.index(number, year, i, blocks.years().known()));
                }
            }
        }
        return indexes.stream().mapToLong(Long::longValue).toArray();
    }

    private Vaccine vaccine(VaccineBlock block, PlannedDose dose, long numberInId) {
        Patient patient = dose.patient();
        Member member = patient.member();
        Provider provider = givers.of(block.members(), dose);
        State state = provider.address().place().state();
        stream.reset(Mixer.combine(patient.key(), dose.day()), APPOINTMENT);
        boolean completed = dose.status() == VaccineStatus.COMPLETED;
        boolean appointed = isAppointed(dose, completed);
        int minute = minute(dose.setting());
        int wait = stream.between(SHORTEST_WAIT, LONGEST_WAIT);
        OffsetDateTime appointment = appointed ? times.at(state, dose.day(), minute) : null;
        LocalDate registered = registered(dose, appointed);
        int shot = Math.min(LAST_MINUTE, minute + wait + dose.product().ordinal() % SCATTER);
        Vaccine.Administration given =
                completed
                        ? administration(dose, provider, times.at(state, dose.day(), shot))
                        : null;
        double insurance = stream.reset(patient.key(), INSURANCE).nextDouble();
        Funding funding = Funding.of(member, patient.ageOn(dose.day()), insurance);
        Reason reason = dose.reason();
        return new Vaccine(
                ids.at(numberInId),
                dose.status(),
                registered,
                appointment,
                dose.setting(),
                dose.series(),
                dose.product().cvx(),
                dose.product().description(),
                given,
                funding.code(),
                funding.meaning(),
                InformationSource.NEW_ADMINISTRATION,
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text(),
                member,
                provider,
                block.members().guardian(patient.position()));
    }

    /** Who does not come had an appointment; newborns have none, and many in pharmacies neither. */
    private boolean isAppointed(PlannedDose dose, boolean completed) {
        boolean own = stream.chance(WITH_APPOINTMENT);
        if (!completed) {
            return true;
        }
        return switch (dose.setting()) {
            case OFFICE, HEALTH_DEPARTMENT -> true;
            case PHARMACY -> own;
            case HOSPITAL -> dose.day() > dose.patient().birthDay() + 3;
            case SCHOOL, WORKPLACE, NURSING_FACILITY -> false;
        };
    }

    /** The minute of the day at which somebody comes. */
    private int minute(Setting setting) {
        return switch (setting) {
            case OFFICE, HEALTH_DEPARTMENT -> 8 * MINUTES + 10 * stream.nextInt(52);
            case PHARMACY -> 9 * MINUTES + 15 * stream.nextInt(40);
            case SCHOOL, WORKPLACE -> 9 * MINUTES + 5 * stream.nextInt(72);
            case NURSING_FACILITY -> 9 * MINUTES + 5 * stream.nextInt(96);
            case HOSPITAL -> 7 * MINUTES + 5 * stream.nextInt(168);
        };
    }

    /** Some weeks before an appointment, never before birth; walk-ins on the same day. */
    private LocalDate registered(PlannedDose dose, boolean appointed) {
        int ahead = stream.between(0, LONGEST_AHEAD);
        return LocalDate.ofEpochDay(
                appointed ? Math.max(dose.registeredFrom(), dose.day() - ahead) : dose.day());
    }

    private Vaccine.Administration administration(
            PlannedDose dose, Provider provider, OffsetDateTime at) {
        Product product = dose.product();
        Patient patient = dose.patient();
        stream.reset(Mixer.combine(patient.key(), dose.day() * 1_024L + product.ordinal()), DOSE);
        List<Text> sites =
                patient.ageOn(dose.day()) < THIGH_BELOW
                        ? product.childSites()
                        : product.adultSites();
        return new Vaccine.Administration(
                at,
                product.name(),
                product.mvx(),
                product.manufacturer(),
                product.ndc(),
                Lots.number(product, dose.day(), provider.npi(), builder),
                Lots.expiration(product, dose.day()),
                product.hundredths(),
                product.route(),
                sites.isEmpty() ? null : sites.get(stream.nextInt(sites.size())));
    }
}
