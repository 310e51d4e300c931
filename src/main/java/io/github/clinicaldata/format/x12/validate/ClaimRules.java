package io.github.clinicaldata.format.x12.validate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of 837: what claims, lines, diagnoses, patients and dates have to do with each other. */
final class ClaimRules implements Rules {
    private static final Pattern DIAGNOSIS = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}");
    private static final Pattern PROCEDURE = Pattern.compile("[A-Z0-9][0-9]{3}[A-Z0-9]");

    private final Findings findings;
    private final boolean professional;
    private final long sent;

    /** The patient's date of birth, of the level that is open. */
    private long born = Dates.NONE;

    private boolean self;
    private boolean inSubscriber;
    private boolean hasAddress;
    private boolean hasBirth;
    private long levelPosition;

    private boolean inClaim;
    private long claimPosition;
    private String claimLoop = "";
    private long charge;
    private long lineSum;
    private int lines;
    private int diagnoses;
    private boolean hasDiagnosis;
    private boolean hasAdmitting;
    private boolean hasOriginal;
    private boolean hasAccidentDate;
    private boolean hasAttending;
    private boolean needsOriginal;
    private boolean needsAccidentDate;
    private boolean inpatient;
    private long admitted = Dates.NONE;
    private long discharged = Dates.NONE;
    private long from = Dates.NONE;
    private long to = Dates.NONE;
    private final Set<String> codes = new HashSet<>();

    /**
     * Rules of a transaction.
     *
     * @param sent the day of the interchange, or {@link Dates#NONE}
     */
    ClaimRules(Findings findings, boolean professional, long sent) {
        this.findings = findings;
        this.professional = professional;
        this.sent = sent;
    }

    @Override
    public void segment(Segment segment) {
        String loop = segment.loop();
        switch (segment.tag()) {
            case "HL" -> level(segment);
            case "SBR" -> {
                if (!inClaim) {
                    self = segment.text(2).equals("18");
                }
            }
            case "N3" -> hasAddress |= loop.endsWith("2010BA");
            case "DMG" -> birth(segment);
            case "CLM" -> claim(segment);
            case "DTP" -> date(segment);
            case "REF" -> hasOriginal |= loop.endsWith("2300") && segment.text(1).equals("F8");
            case "HI" -> diagnoses(segment);
            case "NM1" -> hasAttending |= inClaim && segment.text(1).equals("71");
            case "LX" -> line(segment);
            case "SV1" -> service(segment, 2, 1);
            case "SV2" -> service(segment, 3, 2);
            default -> {}
        }
    }

    private void level(Segment segment) {
        endLevel();
        inSubscriber = segment.text(3).equals("22");
        levelPosition = segment.position();
        born = Dates.NONE;
        if (inSubscriber) {
            self = false;
            hasAddress = false;
            hasBirth = false;
        } else if (segment.text(3).equals("23") && self) {
            findings.add(
                    segment,
                    3,
                    "patient-level-wrong",
                    "The subscriber is the patient (SBR02 is 18), so there is no level 23");
        }
    }

    private void endLevel() {
        endClaim();
        if (inSubscriber && self && !(hasAddress && hasBirth)) {
            findings.add(
                    levelPosition,
                    hasAddress ? "DMG" : "N3",
                    0,
                    0,
                    "2010BA",
                    hasAddress ? "patient-birth-missing" : "patient-address-missing",
                    "A subscriber who is the patient has an address, a birth date and a sex");
        }
        inSubscriber = false;
    }

    private void birth(Segment segment) {
        hasBirth = true;
        born = Dates.first(segment.text(1), segment.text(2));
        if (born != Dates.NONE && sent != Dates.NONE && born > sent) {
            findings.add(segment, 2, "birth-in-future", "The birth date is after the interchange");
        }
    }

    private void claim(Segment segment) {
        endClaim();
        inClaim = true;
        claimPosition = segment.position();
        claimLoop = segment.loop();
        charge = segment.cents(2);
        lineSum = 0;
        lines = 0;
        diagnoses = 0;
        hasDiagnosis = false;
        hasAdmitting = false;
        hasOriginal = false;
        hasAccidentDate = false;
        hasAttending = false;
        admitted = Dates.NONE;
        discharged = Dates.NONE;
        from = Dates.NONE;
        to = Dates.NONE;
        codes.clear();
        String place = segment.text(5, 1);
        inpatient =
                professional
                        ? place.equals("21")
                        : place.equals("11") || place.equals("21"); // skilled nursing facility
        String frequency = segment.text(5, 3);
        needsOriginal = frequency.equals("7") || frequency.equals("8");
        needsAccidentDate = !segment.text(11, 1).isEmpty();
        if (segment.text(11, 1).equals("AA") && segment.text(11, 4).isEmpty()) {
            findings.add(
                    segment, 11, 4, "accident-state-missing", "An accident of a car has a state");
        }
        if (charge < 0) {
            findings.add(segment, 2, "charge-negative", "A charge is not below zero");
        }
        if (inSubscriber && !self) {
            findings.add(
                    segment,
                    0,
                    "patient-level-missing",
                    "The patient is not the subscriber, so the claim stands in a level 23");
        }
    }

    private void date(Segment segment) {
        if (!inClaim) {
            return;
        }
        long first = Dates.first(segment.text(2), segment.text(3));
        long last = Dates.last(segment.text(2), segment.text(3));
        switch (segment.text(1)) {
            case "439" -> hasAccidentDate = true;
            case "435" -> admitted = first;
            case "096" -> discharged = first;
            case "434" -> {
                from = first;
                to = last;
                served(segment, first, last);
            }
            case "472" -> {
                served(segment, first, last);
                if (from != Dates.NONE && first != Dates.NONE && (first < from || last > to)) {
                    findings.add(
                            segment,
                            3,
                            "service-outside-statement",
                            "The service is not within the period of the statement (DTP*434)");
                }
            }
            default -> {}
        }
    }

    private void served(Segment segment, long first, long last) {
        if (first == Dates.NONE) {
            return;
        }
        if (born != Dates.NONE && first < born) {
            findings.add(segment, 3, "service-before-birth", "The service is before the birth");
        }
        if (sent != Dates.NONE && last > sent) {
            findings.add(
                    segment, 3, "service-in-future", "The service is after the interchange's date");
        }
    }

    private void diagnoses(Segment segment) {
        for (int i = 1; i <= segment.size(); i++) {
            String qualifier = segment.text(i, 1);
            switch (qualifier) {
                case "ABK", "ABF", "BK", "BF" -> {
                    diagnoses++;
                    hasDiagnosis |= qualifier.endsWith("K");
                    diagnosis(segment, i, true);
                }
                case "ABJ", "BJ" -> {
                    hasAdmitting = true;
                    diagnosis(segment, i, false);
                }
                case "APR", "PR", "ABN", "BN" -> diagnosis(segment, i, false);
                default -> {}
            }
        }
    }

    private void diagnosis(Segment segment, int element, boolean once) {
        String code = segment.text(element, 2);
        if (segment.text(element, 1).startsWith("A") && !DIAGNOSIS.matcher(code).matches()) {
            findings.add(
                    segment,
                    element,
                    2,
                    "diagnosis-wrong",
                    code + " has not the form of ICD-10-CM");
        } else if (once && !codes.add(code)) {
            findings.add(segment, element, 2, "diagnosis-twice", code + " is there before");
        }
    }

    private void line(Segment segment) {
        lines++;
        if (!segment.text(1).equals(Integer.toString(lines))) {
            findings.add(
                    segment,
                    1,
                    "line-number-wrong",
                    "The lines of a claim are numbered from 1; this is line " + lines);
        }
    }

    private void service(Segment segment, int amount, int code) {
        lineSum += segment.cents(amount);
        String procedure = segment.text(code, 2);
        if (segment.text(code, 1).equals("HC") && !PROCEDURE.matcher(procedure).matches()) {
            findings.add(
                    segment, code, 2, "procedure-wrong", procedure + " has not the form of HCPCS");
        }
        if (Amounts.cents(segment.text(professional ? 4 : 5)) < 0) {
            findings.add(
                    segment, professional ? 4 : 5, "units-negative", "Units are not below zero");
        }
        if (!professional) {
            String revenue = segment.text(1);
            if (revenue.length() != 4 || !Dates.isDigits(revenue)) {
                findings.add(segment, 1, "revenue-wrong", "A revenue code has four digits");
            }
            return;
        }
        for (int i = 1; i <= segment.components(7); i++) {
            String pointer = segment.text(7, i);
            if (!pointer.isEmpty()
                    && Dates.isDigits(pointer)
                    && (pointer.length() > 2
                            || Integer.parseInt(pointer) < 1
                            || Integer.parseInt(pointer) > diagnoses)) {
                findings.add(
                        segment, 7, i, "pointer-wrong", "The claim has no diagnosis " + pointer);
            }
        }
    }

    private void endClaim() {
        if (!inClaim) {
            return;
        }
        inClaim = false;
        if (lines > 0 && charge != lineSum) {
            ofClaim(
                    "CLM",
                    2,
                    "charge-unbalanced",
                    "The claim asks for "
                            + Amounts.show(charge)
                            + ", its lines for "
                            + Amounts.show(lineSum));
        }
        if (!hasDiagnosis) {
            ofClaim("HI", 0, "diagnosis-missing", "A claim has a principal diagnosis");
        }
        if (needsOriginal && !hasOriginal) {
            ofClaim(
                    "REF",
                    0,
                    "original-missing",
                    "A claim that replaces or takes back another one names it (REF*F8)");
        }
        if (needsAccidentDate && !hasAccidentDate) {
            ofClaim("DTP", 0, "accident-date-missing", "An accident has a date (DTP*439)");
        }
        if (inpatient && admitted == Dates.NONE) {
            ofClaim("DTP", 0, "admission-missing", "A stay has a day of admission (DTP*435)");
        }
        if (discharged != Dates.NONE && admitted != Dates.NONE && discharged < admitted) {
            ofClaim("DTP", 3, "discharge-before-admission", "The stay ends before it begins");
        }
        if (!professional && !hasAttending) {
            ofClaim("NM1", 0, "attending-missing", "The claim has an attending provider (NM1*71)");
        }
        if (!professional && inpatient && !hasAdmitting) {
            ofClaim("HI", 0, "admitting-missing", "A stay has an admitting diagnosis (HI*ABJ)");
        }
    }

    private void ofClaim(String tag, int element, String code, String message) {
        findings.add(claimPosition, tag, element, 0, claimLoop, code, message);
    }

    @Override
    public void end() {
        endLevel();
    }
}
