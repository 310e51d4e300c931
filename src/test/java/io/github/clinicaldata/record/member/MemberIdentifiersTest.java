package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No identifier of a million members can belong to a real person, and none comes twice. */
class MemberIdentifiersTest {
    private static final int COUNT = Sweep.MILLION;
    private static final Pattern EMAIL =
            Pattern.compile("[a-z]+\\.[a-z]+[0-9]+@example\\.(com|org|net)");
    private static final String MBI_TAIL =
            "[0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y]{2}[0-9]{2}";

    private static final Pattern MBI = Pattern.compile("[1-9]S" + MBI_TAIL);
    private static final Pattern STRICT_MBI = Pattern.compile("[1-9][AC-HJKMNP-RT-Y]" + MBI_TAIL);
    private static final Pattern MEDICAID_ID = Pattern.compile("SYN([A-Z]{2})[0-9]{13}");

    private static final Findings FINDINGS = new Findings();
    private static final long[] IDS = new long[COUNT];
    private static final long[] SSNS = new long[COUNT];
    private static final long[] MEMBER_IDS = new long[COUNT];
    private static final long[] EMAILS = new long[COUNT];
    private static final long[] MBIS = new long[COUNT];
    private static final long[] MEDICAID_IDS = new long[COUNT];
    private static final Map<Integer, String> STATE_OF_AREA_CODE = new TreeMap<>();
    private static int row;

    @BeforeAll
    static void readAMillion() {
        MemberTables.standard()
                .places
                .all()
                .forEach(
                        place ->
                                STATE_OF_AREA_CODE.put(
                                        place.areaCode(), place.state().code().toString()));
        Sweep.over(World.MEMBERS, World.POPULATION, COUNT, MemberIdentifiersTest::look);
    }

    private static void look(Member member) {
        IDS[row] = member.id().high() ^ Mixer.mix(member.id().low());
        SSNS[row] = member.ssn();
        MEMBER_IDS[row] = member.memberNumber();
        // where there is none, the row stands for itself
        EMAILS[row] = hash(member.email(), row);
        MBIS[row] = hash(member.mbi(), row);
        MEDICAID_IDS[row] = hash(member.medicaidId(), row);
        row++;
        long group = member.ssn() / 10_000 % 100;
        FINDINGS.expect(
                "ssn",
                member.ssn() / 1_000_000 >= 900
                        && member.ssn() < 1_000_000_000
                        && group >= 1
                        && group <= 49
                        && member.ssn() % 10_000 > 0,
                member);
        long line = member.telephone() % 10_000_000;
        FINDINGS.expect("telephone", line >= 555_0100 && line <= 555_0199, member);
        FINDINGS.expect(
                "area code",
                member.address()
                        .place()
                        .state()
                        .code()
                        .toString()
                        .equals(STATE_OF_AREA_CODE.get((int) (member.telephone() / 10_000_000))),
                member);
        if (member.email() != null) {
            FINDINGS.expect("email", EMAIL.matcher(member.email().toString()).matches(), member);
        }
        lookAtProgrammes(member);
    }

    private static void lookAtProgrammes(Member member) {
        FINDINGS.expect(
                "mbi only with Medicare",
                (member.mbi() != null) == has(member, CoverageType.MEDICARE),
                member);
        FINDINGS.expect(
                "medicaid id only with Medicaid",
                (member.medicaidId() != null) == has(member, CoverageType.MEDICAID),
                member);
        if (member.mbi() != null) {
            FINDINGS.expect("mbi", MBI.matcher(member.mbi().toString()).matches(), member);
        }
        if (member.medicaidId() != null) {
            Matcher id = MEDICAID_ID.matcher(member.medicaidId().toString());
            FINDINGS.expect(
                    "medicaid id",
                    id.matches()
                            && id.group(1)
                                    .equals(member.address().place().state().code().toString()),
                    member);
        }
        boolean self = member.relationship() == Relationship.SELF;
        FINDINGS.expect(
                "subscriber of self", self == member.subscriber().equals(member.id()), member);
        FINDINGS.expect(
                "member id",
                member.memberNumber() / 100 == member.subscriberNumber()
                        && member.memberNumber() % 100 > 0,
                member);
    }

    private static boolean has(Member member, CoverageType type) {
        return member.coverage() != null && member.coverage().type() == type
                || member.secondary() != null && member.secondary().type() == type;
    }

    private static long hash(@Nullable Text text, int row) {
        return text == null ? row : Mixer.hash(text.toString());
    }

    @Test
    void socialSecurityNumbers_areOfNeverIssuedAreasAndNoTaxpayerGroups_andUnique() {
        FINDINGS.assertHolds("ssn");
        assertThat(Sweep.repeats(SSNS)).isZero();
    }

    @Test
    void telephones_areReservedForFiction_underAnAreaCodeOfTheMembersState() {
        FINDINGS.assertHolds("telephone");
        FINDINGS.assertHolds("area code");
    }

    @Test
    void emails_areAtReservedDomains_andUnique() {
        FINDINGS.assertHolds("email");
        assertThat(Sweep.repeats(EMAILS)).isZero();
    }

    @Test
    void medicareIdentifiers_carryTheLetterThatIsNeverAssigned_onlyWithMedicare_andAreUnique() {
        FINDINGS.assertHolds("mbi");
        FINDINGS.assertHolds("mbi only with Medicare");
        assertThat(Sweep.repeats(MBIS)).isZero();
    }

    @Test
    void medicaidIds_nameTheState_onlyWithMedicaid_andAreUnique() {
        FINDINGS.assertHolds("medicaid id");
        FINDINGS.assertHolds("medicaid id only with Medicaid");
        assertThat(Sweep.repeats(MEDICAID_IDS)).isZero();
    }

    @Test
    void memberIds_areTheSubscriberIdAndAPersonCode_andUnique() {
        FINDINGS.assertHolds("member id");
        FINDINGS.assertHolds("subscriber of self");
        assertThat(Sweep.repeats(MEMBER_IDS)).isZero();
    }

    @Test
    void recordIds_areUnique() {
        assertThat(Sweep.repeats(IDS)).isZero();
    }

    @Test
    void medicareIdentifiers_followThePublishedFormat_onRequest() {
        Knobs strict = new Knobs(new TreeMap<>(Map.of("mbi", "strict")));
        Population population =
                new Population(World.POPULATION.seed(), World.EPOCH, World.EPOCH, strict);
        Findings findings = new Findings();
        Sweep.over(
                World.MEMBERS,
                population,
                50_000,
                member -> {
                    if (member.mbi() != null) {
                        findings.expect(
                                "strict",
                                STRICT_MBI.matcher(member.mbi().toString()).matches(),
                                member);
                    }
                });
        findings.assertHolds("strict");
    }

    @Test
    void identifiers_stayInTheirPatterns_atTheFarEndOfTheIndexes() {
        Findings findings = new Findings();
        for (long index = MembersKind.SIZE - 1; index > MembersKind.SIZE - 501; index--) {
            Member member = World.MEMBERS.generator().present(World.POPULATION, index);
            findings.expect(
                    "ssn", member.ssn() >= 900_000_000 && member.ssn() <= 999_999_999, member);
            findings.expect("member id", member.memberNumber() < 1_000_000_000_000_000L, member);
        }
        findings.assertHolds("ssn");
        findings.assertHolds("member id");
    }
}
