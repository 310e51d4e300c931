package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold among the people of one household, over 400,000 members. */
class MemberHouseholdsTest {
    private static final int COUNT = 400_000;
    private static final Findings FINDINGS = new Findings();
    private static final Set<RecordId> ENDED = new HashSet<>();

    @BeforeAll
    static void readHouseholds() {
        List<Member> household = new ArrayList<>();
        Sweep.over(
                World.MEMBERS,
                World.POPULATION,
                COUNT,
                member -> {
                    if (!household.isEmpty()
                            && !household.get(0).household().equals(member.household())) {
                        look(household);
                        household.clear();
                    }
                    household.add(member);
                });
    }

    private static void look(List<Member> household) {
        Member head = household.get(0);
        FINDINGS.expect(
                "one household id is one run of indexes", ENDED.add(head.household()), head);
        for (Member member : household) {
            FINDINGS.expect("one address", member.address().equals(head.address()), member);
            FINDINGS.expect("one language", member.language().equals(head.language()), member);
            Member subscriber = find(household, member.subscriber());
            FINDINGS.expect("the subscriber lives in the household", subscriber != null, member);
            if (subscriber != null && !member.id().equals(subscriber.id())) {
                lookAtDependent(member, subscriber);
            }
        }
        lookAtParents(household);
    }

    private static @Nullable Member find(List<Member> household, RecordId id) {
        return household.stream().filter(member -> member.id().equals(id)).findFirst().orElse(null);
    }

    private static void lookAtDependent(Member dependent, Member subscriber) {
        Coverage own = Objects.requireNonNull(dependent.coverage());
        Coverage policy = Objects.requireNonNull(subscriber.coverage());
        FINDINGS.expect(
                "dependents share payer, product, metal level and group",
                own.payer().equals(policy.payer())
                        && own.type() == policy.type()
                        && own.product().equals(policy.product())
                        && Objects.equals(own.metalLevel(), policy.metalLevel())
                        && Objects.equals(own.groupNumber(), policy.groupNumber())
                        && Objects.equals(own.groupName(), policy.groupName()),
                dependent);
        FINDINGS.expect(
                "dependents share the subscriber id",
                dependent.subscriberNumber() == subscriber.subscriberNumber(),
                dependent);
        FINDINGS.expect(
                "dependents are a spouse or a child under 26",
                dependent.relationship() == Relationship.SPOUSE && age(dependent) >= 18
                        || dependent.relationship() == Relationship.CHILD && age(dependent) < 26,
                dependent);
        FINDINGS.expect(
                "dependents are not covered before the policy nor after it",
                !own.effectiveDate().isBefore(policy.effectiveDate())
                        && (policy.terminationDate() == null
                                || own.terminationDate() != null
                                        && !own.terminationDate()
                                                .isAfter(policy.terminationDate())),
                dependent);
        if (dependent.relationship() == Relationship.CHILD) {
            FINDINGS.expect(
                    "subscribers are at least 15 years older than their children",
                    age(subscriber) - age(dependent) >= 15
                            && ChronoUnit.YEARS.between(
                                            subscriber.birthDate(), dependent.birthDate())
                                    >= 14,
                    dependent);
        }
    }

    /** Roles are not in the record, so the household itself says who is a child of whom. */
    private static void lookAtParents(List<Member> household) {
        long first = household.get(0).id().content().orElseThrow().index();
        Person[] people =
                new MemberReader(MemberTables.standard(), World.POPULATION)
                        .household(first)
                        .people();
        LocalDate elder = LocalDate.MIN;
        for (Person person : people) {
            if (person.role() != Role.CHILD) {
                continue;
            }
            for (Person parent : people) {
                if (parent.role().isPartner()) {
                    FINDINGS.expect(
                            "parents are at least 15 years older than their children",
                            parent.age() - person.age() >= 15,
                            List.of(parent, person));
                }
            }
            if (!elder.equals(LocalDate.MIN)) {
                long days = ChronoUnit.DAYS.between(elder, person.birthDate());
                FINDINGS.expect(
                        "siblings are nine months apart or born on one day",
                        days == 0 || days >= 270,
                        List.of(people));
            }
            elder = person.birthDate();
        }
    }

    private static int age(Member member) {
        return Filters.years(member.birthDate(), World.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one household id is one run of indexes",
                "one address",
                "one language",
                "the subscriber lives in the household",
                "dependents share payer, product, metal level and group",
                "dependents share the subscriber id",
                "dependents are a spouse or a child under 26",
                "dependents are not covered before the policy nor after it",
                "subscribers are at least 15 years older than their children",
                "parents are at least 15 years older than their children",
                "siblings are nine months apart or born on one day"
            })
    void inEveryHousehold(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(new TreeSet<>(FINDINGS.rules())).hasSize(11);
    }

    @Test
    void relation_findsExactlyTheMembersWithTheSameHouseholdId() {
        var finder = World.MEMBERS.relations().get(0).finder();
        for (long index :
                new long[] {0, 1, 5, 63, 64, 1_000_000, 7_000_000_000L, MembersKind.SIZE - 1}) {
            long[] found = finder.find(World.POPULATION, index);
            RecordId household = at(index).household();
            for (long member : found) {
                assertThat(at(member).household()).isEqualTo(household);
            }
            if (found[0] > 0) {
                assertThat(at(found[0] - 1).household()).isNotEqualTo(household);
            }
            if (found[found.length - 1] < MembersKind.SIZE - 1) {
                assertThat(at(found[found.length - 1] + 1).household()).isNotEqualTo(household);
            }
        }
    }

    private static Member at(long index) {
        return World.MEMBERS.generator().present(World.POPULATION, index);
    }
}
