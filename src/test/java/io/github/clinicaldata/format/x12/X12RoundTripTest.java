package io.github.clinicaldata.format.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.enrollment.Enrollment;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.remittance.Remittance;
import io.github.clinicaldata.record.remittance.SettledClaim;
import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is read back by plain splitting is what the records say, field by field. */
class X12RoundTripTest {
    private static final int RECORDS = 3_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static List<String[]> segments(String set) {
        List<String[]> segments = new ArrayList<>();
        for (String segment : X12Files.text(set, World.POPULATION, RECORDS).split("~")) {
            segments.add(segment.split("\\*", -1));
        }
        return segments;
    }

    /** The runs of segments that begin with a tag. */
    private static List<List<String[]>> parts(List<String[]> segments, String tag, String end) {
        List<List<String[]>> parts = new ArrayList<>();
        List<String[]> open = null;
        for (String[] segment : segments) {
            if (segment[0].equals(tag)) {
                open = new ArrayList<>();
                parts.add(open);
            } else if (segment[0].equals(end)) {
                open = null;
            }
            if (open != null) {
                open.add(segment);
            }
        }
        return parts;
    }

    private static String[] first(List<String[]> segments, String... start) {
        return all(segments, start).get(0);
    }

    private static List<String[]> all(List<String[]> segments, String... start) {
        return segments.stream()
                .filter(
                        each -> {
                            for (int i = 0; i < start.length; i++) {
                                if (i >= each.length || !each[i].equals(start[i])) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .toList();
    }

    private static <R> List<R> records(RecordKind<R> kind, Predicate<R> which) {
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        List<R> records = new ArrayList<>();
        for (long index = 0; index < RECORDS; index++) {
            R record = reader.present(index);
            if (which.test(record)) {
                records.add(record);
            }
        }
        return records;
    }

    private static String plain(Text text) {
        return Normalizer.normalize(text.toString(), Normalizer.Form.NFD)
                .replaceAll("[^\\x00-\\x7F]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String day(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).format(DAY);
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static void assertParties(Claim claim, List<String[]> before) {
        assertThat(first(before, "NM1", "IL")[3]).isEqualTo(plain(claim.subscriber().lastName()));
        assertThat(first(before, "NM1", "PR")[9])
                .isEqualTo(claim.coverage().payer().id().toString());
        boolean self = claim.member().relationship() == Relationship.SELF;
        assertThat(all(before, "NM1", "QC")).hasSize(self ? 0 : 1);
        String[] patient = self ? first(before, "NM1", "IL") : first(before, "NM1", "QC");
        assertThat(patient[4]).isEqualTo(plain(claim.member().firstName()));
        assertThat(first(before, "DMG")[2]).isEqualTo(claim.member().birthDate().format(DAY));
        assertThat(first(before, "DMG")[3]).isEqualTo(claim.member().sex().name().substring(0, 1));
    }

    private static void assertClaims(String set, Predicate<Claim> which) {
        List<String[]> segments = segments(set);
        List<Claim> claims = records(World.CLAIMS, which);
        // each level of a subscriber holds one claim, with that of the patient in it
        List<List<String[]>> levels = new ArrayList<>();
        for (List<String[]> level : parts(segments, "HL", "SE")) {
            if (level.get(0)[3].equals("22")) {
                levels.add(new ArrayList<>(level));
            } else if (level.get(0)[3].equals("23")) {
                levels.get(levels.size() - 1).addAll(level);
            }
        }
        assertThat(levels).hasSameSizeAs(claims);
        for (int i = 0; i < claims.size(); i++) {
            assertParties(claims.get(i), levels.get(i));
            assertClaim(claims.get(i), parts(levels.get(i), "CLM", "SE").get(0));
        }
    }

    /** The codes of procedures, the principal one first. */
    private static List<String> procedures(List<String[]> found) {
        List<String> codes = new ArrayList<>();
        for (String[] hi : all(found, "HI")) {
            for (int i = 1; i < hi.length; i++) {
                String[] parts = hi[i].split(":");
                if (parts[0].equals(codes.isEmpty() ? "BBR" : "BBQ")) {
                    codes.add(parts[1]);
                }
            }
        }
        return codes;
    }

    private static void assertClaim(Claim claim, List<String[]> found) {
        String[] clm = first(found, "CLM");
        assertThat(clm[1]).isEqualTo(ClaimsKind.NUMBER.format(claim.number()));
        assertThat(cents(clm[2])).isEqualTo(Math.abs(claim.charge()));
        assertThat(clm[5]).endsWith(claim.frequency().code().toString());
        assertThat(clm[7]).isEqualTo(claim.inNetwork() ? "A" : "C");
        List<String> codes = new ArrayList<>();
        for (String[] hi : all(found, "HI")) {
            for (int i = 1; i < hi.length; i++) {
                String[] parts = hi[i].split(":");
                if (parts[0].matches("ABK|ABF|ABN")) {
                    codes.add(parts[1]);
                }
            }
        }
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        claim.diagnoses().stream()
                                .map(each -> each.diagnosis().code().toString().replace(".", ""))
                                .toList());
        assertThat(codes.get(0))
                .isEqualTo(claim.diagnoses().get(0).diagnosis().code().toString().replace(".", ""));
        assertThat(procedures(found))
                .containsExactlyElementsOf(
                        claim.procedures().stream().map(each -> each.code().toString()).toList());
        List<List<String[]>> lines = parts(found, "LX", "SE");
        assertThat(lines).hasSameSizeAs(claim.lines());
        for (int i = 0; i < lines.size(); i++) {
            assertLine(claim, claim.lines().get(i), lines.get(i));
        }
    }

    private static void assertLine(Claim claim, ClaimLine line, List<String[]> found) {
        assertThat(found.get(0)[1]).isEqualTo(Integer.toString(line.number()));
        boolean professional = claim.type() == ClaimType.PROFESSIONAL;
        String[] service = found.get(1);
        String code = service[professional ? 1 : 2];
        if (line.procedureCode() == null) {
            assertThat(code).isEmpty();
        } else {
            assertThat(code.split(":")[1]).isEqualTo(line.procedureCode().toString());
        }
        assertThat(cents(service[professional ? 2 : 3])).isEqualTo(Math.abs(line.charge()));
        assertThat(new BigDecimal(service[professional ? 4 : 5]).movePointRight(1).longValueExact())
                .isEqualTo(line.units());
        if (professional) {
            assertThat(service[7].split(":"))
                    .containsExactly(
                            line.pointers().stream().map(Text::toString).toArray(String[]::new));
        } else {
            assertThat(service[1]).isEqualTo(String.valueOf(line.revenueCode()));
        }
        assertThat(first(found, "DTP", "472")[3]).isEqualTo(day(line.day()));
    }

    @Test
    void professionalClaims_areReadBack() {
        assertClaims("837p", new ProfessionalClaims()::writes);
    }

    @Test
    void institutionalClaims_areReadBack() {
        assertClaims("837i", new InstitutionalClaims()::writes);
    }

    @Test
    void remittances_areReadBack_andBalance() {
        List<List<String[]>> payments = parts(segments("835"), "BPR", "SE");
        List<Remittance> records = records(World.REMITTANCES, record -> true);
        assertThat(payments).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertPayment(records.get(i), payments.get(i));
        }
    }

    private static void assertPayment(Remittance record, List<String[]> found) {
        assertThat(cents(first(found, "BPR")[2])).isEqualTo(record.total());
        assertThat(first(found, "BPR")[4]).isEqualTo(record.method().code().toString());
        assertThat(first(found, "BPR")[16]).isEqualTo(day(record.day()));
        assertThat(first(found, "TRN")[2]).isEqualTo(Remittance.NUMBER.format(record.number()));
        long due = 0;
        List<List<String[]>> claims = parts(found, "CLP", "PLB");
        assertThat(claims).hasSameSizeAs(record.claims());
        Iterator<SettledClaim> settled = record.claims().iterator();
        for (List<String[]> claim : claims) {
            SettledClaim expected = settled.next();
            String[] clp = claim.get(0);
            assertThat(clp[2]).isEqualTo(expected.status().code().toString());
            assertThat(cents(clp[3])).isEqualTo(expected.charge());
            assertThat(cents(clp[4])).isEqualTo(expected.paid());
            due += cents(clp[4]);
            long adjusted = 0;
            for (String[] cas : all(claim, "CAS")) {
                for (int i = 3; i < cas.length; i += 3) {
                    adjusted += cents(cas[i]);
                }
            }
            assertThat(cents(clp[3])).isEqualTo(cents(clp[4]) + adjusted);
        }
        for (String[] plb : all(found, "PLB")) {
            for (int i = 4; i < plb.length; i += 2) {
                due -= cents(plb[i]);
            }
        }
        assertThat(due).isEqualTo(record.total());
    }

    @Test
    void eligibility_isReadBack() {
        List<EligibilityCheck> records = records(World.ELIGIBILITY_CHECKS, record -> true);
        List<String[]> asked = all(segments("270"), "TRN", "1");
        assertThat(asked)
                .extracting(each -> each[2])
                .containsExactlyElementsOf(
                        records.stream()
                                .map(each -> EligibilityCheck.NUMBER.format(each.number()))
                                .toList());
        List<String[]> answers = segments("271");
        assertThat(all(answers, "AAA"))
                .extracting(each -> each[3])
                .containsExactlyElementsOf(
                        records.stream()
                                .filter(each -> each.rejection() != null)
                                .map(each -> each.rejection().code().toString())
                                .toList());
        assertThat(all(answers, "EB", "1"))
                .hasSize(
                        (int)
                                records.stream()
                                        .filter(each -> each.status().name().equals("ACTIVE"))
                                        .count());
    }

    @Test
    void enrollments_areReadBack() {
        List<List<String[]>> found = parts(segments("834"), "INS", "SE");
        List<Enrollment> records = records(World.ENROLLMENTS, record -> true);
        assertThat(found).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            Enrollment record = records.get(i);
            String[] ins = found.get(i).get(0);
            assertThat(ins[1].equals("Y"))
                    .isEqualTo(record.member().relationship() == Relationship.SELF);
            assertThat(ins[3]).isEqualTo(record.type().number().toString());
            assertThat(ins[4]).isEqualTo(record.reason().code().toString());
            assertThat(first(found.get(i), "NM1", "IL")[3])
                    .isEqualTo(plain(record.member().lastName()));
            assertThat(first(found.get(i), "NM1", "IL")[9])
                    .isEqualTo("%09d".formatted(record.member().ssn()));
            assertThat(first(found.get(i), "HD")[1]).isEqualTo(ins[3]);
        }
    }
}
