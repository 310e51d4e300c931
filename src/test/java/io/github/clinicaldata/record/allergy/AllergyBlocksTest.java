package io.github.clinicaldata.record.allergy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a block of allergies tells others, and the ways between members and allergies. */
class AllergyBlocksTest {
    private static final int RELATED = 100_000;

    private static Population later() {
        return new Population(42, World.EPOCH, World.EPOCH.plusDays(500), World.POPULATION.knobs());
    }

    /**
     * Draws the same anew, with none chosen: what the slots are to hold on average. The same people
     * grow older, so that a little more is expected of each year than of the one before.
     */
    @Test
    void slots_areAsManyAsTheAllergiesThatAreExpected() {
        int blocks = 8_000;
        PlanYears years = new PlanYears(World.POPULATION);
        MemberBlocks members = new MemberBlocks(World.POPULATION);
        AllergyCourses courses = new AllergyCourses();
        RandomKey key = RandomKey.of(42, "another draw");
        RandomStream stream = new RandomStream();
        int end = years.lastDay(PlanYears.COUNT - 1);
        double[] expected = new double[PlanYears.COUNT];
        for (long block = 0; block < blocks; block++) {
            for (int position = 0; position < MemberBlock.SIZE; position++) {
                int birth = (int) members.at(block).member(position).birthDate().toEpochDay();
                long member = block * MemberBlock.SIZE + position;
                stream.reset(key.at(~member), Aspect.named("chart"));
                int chart =
                        end
                                - (int)
                                        (stream.nextDouble()
                                                * AllergyDraw.CHART_YEARS
                                                * AllergyDraw.DAYS_A_YEAR);
                for (Allergens.Course course : Allergens.standard().courses()) {
                    double behind =
                            course.onset().shareBefore((end - birth) / AllergyDraw.DAYS_A_YEAR);
                    long pair = AllergyDraw.pairKey(key, member, course.allergen());
                    int day = Math.max(birth + courses.daysToOnset(course, pair, behind), chart);
                    if (behind > 0) {
                        expected[years.yearOf(day)] += course.ever() * behind / blocks;
                    }
                }
            }
        }
        for (int year = 0; year < PlanYears.COUNT; year++) {
            assertThat(expected[year])
                    .as("year %d", year)
                    .isCloseTo(AllergyDraw.SPACE.slots(year), Percentage.withPercentage(8));
        }
    }

    @Test
    void relations_leadFromMembersToAllergies_andBack() {
        for (Population population : List.of(World.POPULATION, later())) {
            AllergyReader finder = new AllergyReader(new Readers(population));
            RecordReader<Allergy> reader = World.ALLERGIES.generator().open(population);
            RecordReader<Member> members = World.MEMBERS.generator().open(population);
            Map<Long, List<Long>> byMember = new TreeMap<>();
            for (long index = 0; index < RELATED; index++) {
                Allergy allergy = reader.read(index);
                if (allergy != null) {
                    long member = finder.member(index);
                    assertThat(members.present(member)).isEqualTo(allergy.member());
                    byMember.computeIfAbsent(member, any -> new ArrayList<>()).add(index);
                }
            }
            long whole = RELATED / AllergyDraw.SPACE.block(population) * MemberBlock.SIZE;
            for (long member = 0; member < whole; member++) {
                assertThat(finder.ofMember(member))
                        .containsExactly(
                                byMember.getOrDefault(member, List.of()).stream()
                                        .mapToLong(index -> index)
                                        .toArray());
            }
        }
    }

    @Test
    void relations_areAnnounced() {
        RecordRelation back = World.ALLERGIES.relations().get(0);
        RecordRelation forth = new MemberAllergies().relations().get(0);
        long[] members = back.finder().find(World.POPULATION, 0);
        assertThat(forth.finder().find(World.POPULATION, members[0])).contains(0);
        assertThat(back.target()).isEqualTo("members");
        assertThat(forth.target()).isEqualTo("allergies");
        assertThat(new MemberAllergies().from()).isEqualTo("members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"penicillin", "nsaid", "opioid", "statin"})
    void whoIsAllergic_mustAvoidTheClass_whileTheAllergyIsActive(String drugClass) {
        MemberBlocks members = new MemberBlocks(World.POPULATION);
        AllergyBlocks allergies = new AllergyBlocks(World.POPULATION);
        Text wanted = Text.of(drugClass);
        int found = 0;
        for (long number = 0; number < 200; number++) {
            AllergyBlock block = allergies.of(members.at(number));
            for (int position = 0; position < MemberBlock.SIZE; position++) {
                List<AllergyEvent> events =
                        block.of(position).stream()
                                .filter(event -> event.allergen().avoided().contains(wanted))
                                .toList();
                if (events.isEmpty()) {
                    assertThat(block.mustAvoid(position, wanted, 30_000)).isFalse();
                    continue;
                }
                found++;
                int first = events.get(0).recordedDay();
                assertThat(block.mustAvoid(position, wanted, first - 1)).isFalse();
                assertThat(block.mustAvoid(position, wanted, first)).isTrue();
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void allergies_areDrawnTheSame_whateverAsOfIs() {
        AllergyBlock early =
                new AllergyBlocks(World.POPULATION).of(new MemberBlocks(World.POPULATION).at(5));
        AllergyBlock late = new AllergyBlocks(later()).of(new MemberBlocks(later()).at(5));
        for (int position = 0; position < MemberBlock.SIZE; position++) {
            assertThat(late.of(position)).isEqualTo(early.of(position));
        }
    }
}
