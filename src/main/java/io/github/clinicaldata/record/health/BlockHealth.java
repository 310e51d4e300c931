package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.allergy.AllergyBlock;
import io.github.clinicaldata.record.allergy.AllergyBlocks;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.record.world.Sorting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a block of members, year by year as somebody asks for them. */
public final class BlockHealth {
    /** Conditions that begin in a block: before the plan years, and in each of them. */
    public static final EventSpace SPACE = new EventSpace(139, 60, 61, 62, 63, 63, 62);

    /** Visits of a block in each plan year. */
    public static final EventSpace VISITS = new EventSpace(0, 354, 363, 370, 376, 380, 383);

    /** Reports of a block in each plan year. */
    public static final EventSpace REPORTS = new EventSpace(0, 280, 287, 296, 305, 311, 313);

    private static final Comparator<MemberCondition> ORDER = BlockHealth::compare;

    private final PlanYears years;
    private final MemberBlock block;
    private final AllergyBlocks allergyBlocks;
    private final MemberDays days;
    private final long[] memberKeys = new long[MemberBlock.SIZE];
    private final FixedSample sample;
    private final EpisodeDraw episodeDraw;
    private final List<List<MemberCondition>> chronic;
    private final List<MemberCondition> pregnancies;
    private final @Nullable List<MemberCondition>[] byYear;
    private final @Nullable List<Visit>[] visits;
    private final @Nullable List<OrderedReport>[] reports;

    /**
     * The health of a block.
     *
     * @param allergyBlocks the allergies of the population
     * @param key of the population's health
     * @param sample used again for each block
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    BlockHealth(
            PlanYears years,
            MemberBlock block,
            AllergyBlocks allergyBlocks,
            RandomKey key,
            FixedSample sample) {
        this.years = years;
        this.block = block;
        this.allergyBlocks = allergyBlocks;
        this.sample = sample;
        days = new MemberDays(block);
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            memberKeys[i] = key.at(block.number() * MemberBlock.SIZE + i);
        }
        episodeDraw = new EpisodeDraw(years, days, memberKeys, sample);
        pregnancies = new PregnancyDraw(years, block, days, memberKeys, episodeDraw).draw();
        int earlier = SPACE.slots(PlanYears.BEFORE) - count(pregnancies, PlanYears.BEFORE);
        chronic = new ChronicDraw(years, days, memberKeys, sample).draw(earlier);
        byYear = new List[PlanYears.COUNT];
        visits = new List[PlanYears.COUNT];
        reports = new List[PlanYears.COUNT];
    }

    private static int compare(MemberCondition one, MemberCondition other) {
        if (one.onset() != other.onset()) {
            return Integer.compare(one.onset(), other.onset());
        }
        if (one.member() != other.member()) {
            return Integer.compare(one.member(), other.member());
        }
        int pathway = one.pathway().ordinal();
        int otherPathway = other.pathway().ordinal();
        return pathway != otherPathway
                ? Integer.compare(pathway, otherPathway)
                : Long.compare(one.key(), other.key());
    }

    private static long time(MemberCondition condition) {
        return Sorting.day(condition.onset(), condition.member());
    }

    private int count(List<MemberCondition> conditions, int year) {
        int count = 0;
        for (MemberCondition condition : conditions) {
            count += years.yearOf(condition.onset()) == year ? 1 : 0;
        }
        return count;
    }

    /** The members. */
    public MemberBlock block() {
        return block;
    }

    /** What the members are allergic to, whatever {@code asOf} is. */
    public AllergyBlock allergies() {
        return allergyBlocks.of(block);
    }

    /** The chronic conditions of a member, whenever they begin. */
    public List<MemberCondition> chronic(int member) {
        return chronic.get(member);
    }

    /** The conditions that begin in a year, in the order of their first days. */
    public List<MemberCondition> year(int year) {
        List<MemberCondition> conditions = byYear[year];
        if (conditions == null) {
            conditions = draw(year);
            byYear[year] = conditions;
        }
        return conditions;
    }

    /** The number of a condition among those that begin in its year; negative if it is none. */
    public int conditionNumber(int year, MemberCondition condition) {
        return Collections.binarySearch(year(year), condition, ORDER);
    }

    /** The visits of a plan year in the order of their days. */
    public List<Visit> visits(int year) {
        List<Visit> ofYear = visits[year];
        if (ofYear == null) {
            ofYear = new VisitDraw(this, years).draw(year, VISITS.slots(year));
            visits[year] = ofYear;
        }
        return ofYear;
    }

    /** The number of a visit among those of its year. */
    public int visitNumber(int year, Visit visit) {
        return YearOfVisits.numberOf(visit, visits(year));
    }

    /** The reports of the visits of a plan year in the order of their days. */
    public List<OrderedReport> reports(int year) {
        List<OrderedReport> ofYear = reports[year];
        if (ofYear == null) {
            ofYear = ReportDraw.draw(this, year, REPORTS.slots(year));
            reports[year] = ofYear;
        }
        return ofYear;
    }

    private List<MemberCondition> draw(int year) {
        List<MemberCondition> conditions = new ArrayList<>();
        for (List<MemberCondition> ofMember : chronic) {
            for (MemberCondition condition : ofMember) {
                if (years.yearOf(condition.onset()) == year) {
                    conditions.add(condition);
                }
            }
        }
        for (MemberCondition pregnancy : pregnancies) {
            if (years.yearOf(pregnancy.onset()) == year) {
                conditions.add(pregnancy);
            }
        }
        if (year != PlanYears.BEFORE) {
            int rest = SPACE.slots(year) - conditions.size();
            conditions.addAll(episodeDraw.draw(year, rest, chronic, pregnanciesUntil(year)));
        }
        Sorting.sort(conditions, BlockHealth::time, ORDER);
        // more than a block has room for; does not occur with the slots as they are
        return conditions.subList(0, Math.min(conditions.size(), SPACE.slots(year)));
    }

    /** All that end with a birth, and those of the year before that were lost. */
    private List<MemberCondition> pregnanciesUntil(int year) {
        List<MemberCondition> all = new ArrayList<>(pregnancies);
        for (MemberCondition condition : year(year - 1)) {
            if (condition.pathway().course() == Course.PREGNANCY) {
                all.add(condition);
            }
        }
        return all;
    }

    /** The pregnancy at whose end a member of the block was born, or null. */
    @Nullable MemberCondition delivery(int child) {
        int start = block.householdStart(child);
        for (MemberCondition pregnancy : pregnancies) {
            if (pregnancy.end() == days.birth(child)
                    && block.householdStart(pregnancy.member()) == start) {
                return pregnancy;
            }
        }
        return null;
    }

    /** How many of a member's household have the same birth date. */
    int bornWith(int member) {
        int start = block.householdStart(member);
        int count = 0;
        for (int i = 0; i < block.household(member).people().length; i++) {
            count += days.birth(start + i) == days.birth(member) ? 1 : 0;
        }
        return count;
    }

    /** The plan years. */
    public PlanYears years() {
        return years;
    }

    /** The age of a member in whole years on a day; negative before birth. */
    public int age(int member, int day) {
        return days.wholeAge(member, day);
    }

    /** Whether a member is covered on a day; the same whatever {@code asOf} is. */
    public boolean isCovered(int member, int day) {
        return days.isCovered(member, day);
    }

    MemberDays days() {
        return days;
    }

    /** The key of a member's health. */
    public long memberKey(int member) {
        return memberKeys[member];
    }

    /** The sample that all draws of the block share, one after the other. */
    public FixedSample sample() {
        return sample;
    }
}
