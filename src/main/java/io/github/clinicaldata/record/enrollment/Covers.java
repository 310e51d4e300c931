package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.Household;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all coverages of a block with the files that tell their beginning and end. Not safe for use
 * by several threads.
 */
final class Covers {
    private static final Aspect NEWBORN = Aspect.named("newborn");

    /** Newborns are told within so many days. */
    private static final int LATEST_AFTER_BIRTH = 20;

    private final PlanYears years;
    private final RandomKey policyKey;
    private final RandomKey coverKey;
    private final RandomKey householdKey;
    private final Policies policies = new Policies();
    private final RandomStream stream = new RandomStream();
    private final EnrollmentReasons reasons = EnrollmentReasons.standard();

    Covers(Population population, PlanYears years) {
        this.years = years;
        policyKey = RandomKey.of(population.seed(), "enrollment-policies");
        coverKey = RandomKey.of(population.seed(), "enrollments");
        householdKey = RandomKey.of(population.seed(), "enrollment-households");
    }

    /** All coverages of a block, by position of the member, the main one first. */
    Cover[] of(MemberBlock block) {
        List<Cover> covers = new ArrayList<>(MemberBlock.SIZE + 8);
        Policy[] familyPolicies = new Policy[MemberBlock.SIZE];
        for (int position = 0; position < MemberBlock.SIZE; position++) {
            Member member = block.member(position);
            Coverage coverage = member.coverage();
            if (coverage == null) {
                continue;
            }
            Household household = block.household(position);
            int start = block.householdStart(position);
            int holder =
                    household.isOnPolicy(position - start)
                            ? start + household.policyholder()
                            : position;
            Policy policy = familyPolicies[holder];
            if (policy == null) {
                policy = policy(block, holder, household);
                familyPolicies[holder] = policy;
            }
            covers.add(cover(block, position, coverage, policy, 0));
            Coverage second = member.secondary();
            if (second != null) {
                long key = policyKey.at(~member(block, position));
                Policy own = policies.draw(key, position, member, second, false);
                covers.add(cover(block, position, second, own, 1));
            }
        }
        return covers.toArray(new Cover[0]);
    }

    private static long member(MemberBlock block, int position) {
        return block.number() * MemberBlock.SIZE + position;
    }

    private Policy policy(MemberBlock block, int holder, Household household) {
        Member subscriber = block.member(holder);
        Coverage coverage = subscriber.coverage();
        if (coverage == null) {
            throw new IllegalStateException("A policy's holder has no coverage");
        }
        int start = block.householdStart(holder);
        boolean married = false;
        for (int i = 0; i < household.people().length && household.married(); i++) {
            married |=
                    household.isOnPolicy(i)
                            && household.isOnPolicy(holder - start)
                            && block.member(start + i).relationship() == Relationship.SPOUSE;
        }
        long key = policyKey.at(member(block, holder));
        return policies.draw(key, holder, subscriber, coverage, married);
    }

    private Cover cover(
            MemberBlock block, int position, Coverage coverage, Policy policy, int which) {
        Member member = block.member(position);
        long key = coverKey.at(member(block, position) * 2 + which);
        int birth = (int) member.birthDate().toEpochDay();
        int effective = (int) coverage.effectiveDate().toEpochDay();
        boolean newborn = effective == birth && coverage.type() != CoverageType.MEDICARE;
        int later =
                newborn
                        ? stream.reset(key, NEWBORN).between(0, LATEST_AFTER_BIRTH)
                        : policy.addedLater();
        int earliest = policy.hired() == Policy.NEVER ? birth : Math.max(birth, policy.hired());
        int added = additionFile(effective + later, earliest);
        int continued = policy.continued() > effective ? policy.continued() : Policy.NEVER;
        return new Cover(
                position,
                coverage,
                policy,
                key,
                householdKey.at(member(block, block.householdStart(position))),
                effective,
                newborn
                        ? reasons.of(
                                coverage.type(), MaintenanceType.ADDITION, EnrollmentReasons.BIRTH)
                        : policy.addition(),
                added,
                laterFile(continued, policy.continuedLater(), added),
                laterFile(policy.lastDay(), policy.endedLater(), added));
    }

    /**
     * Every addition is known on the epoch, since members show their coverage then: no file comes
     * later, but for those who are born on the epoch, who are told the same day.
     */
    private int additionFile(int wanted, int earliest) {
        int epoch = years.firstDay(PlanYears.CURRENT);
        int file = Math.max(earliest, Math.min(wanted, epoch - 1));
        if (!years.isFirstDay(file) || file == epoch) {
            return file;
        }
        return file > earliest ? file - 1 : file + 1;
    }

    private int laterFile(int day, int later, int added) {
        if (day == Policy.NEVER) {
            return Policy.NEVER;
        }
        int file = Math.max(day + later, added + 1);
        return years.isFirstDay(file) ? file + 1 : file;
    }
}
