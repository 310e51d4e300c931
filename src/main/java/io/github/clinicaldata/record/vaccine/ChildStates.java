package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All series of one child, and how combination vaccines tie them. Used again for each child. */
final class ChildStates {
    private static final Aspect FAMILY = Aspect.named("family");
    private static final Aspect CHILD = Aspect.named("child");

    /** The age in days at which a family of combination vaccines is settled on. */
    private static final int COMBINATIONS_FROM = 60;

    private static final ChildState[] NONE = {};

    private final Course course;
    private final List<ChildState> states = new ArrayList<>();
    private final List<ChildState> inOrder = new ArrayList<>();
    private final List<ChildState> leading = new ArrayList<>();
    private final Map<String, ChildState> byCode = new TreeMap<>();

    /** The other series in a vaccine, by its ordinal. */
    private final List<ChildState[]> partners = new ArrayList<>();

    private double reluctance;

    ChildStates(Schedule schedule) {
        course = schedule.course();
        Map<String, ChildState> byGroup = new TreeMap<>();
        for (ChildSeries series : schedule.childhood()) {
            ChildState state = new ChildState(series);
            states.add(state);
            byGroup.put(series.series().group(), state);
            byCode.put(series.series().code().toString(), state);
        }
        for (ChildState state : states) {
            if (state.series().combinedWith() < 0) {
                inOrder.add(state);
            }
            boolean leads =
                    states.stream()
                            .anyMatch(s -> s.series().combinedWith() == state.series().position());
            if (leads && state.series().keepsProduct()) {
                leading.add(state);
            }
        }
        states.stream().filter(state -> !inOrder.contains(state)).forEach(inOrder::add);
        states.forEach(state -> findPartners(state, byGroup));
    }

    private void findPartners(ChildState state, Map<String, ChildState> byGroup) {
        for (Offer offer : state.series().series().offers()) {
            Product product = offer.product();
            while (partners.size() <= product.ordinal()) {
                partners.add(NONE);
            }
            List<ChildState> others = new ArrayList<>();
            for (String group : product.groups()) {
                ChildState other = byGroup.get(group);
                if (other == null) {
                    throw new IllegalStateException("No series of children for " + product.key());
                }
                if (!group.equals(state.series().series().group())) {
                    others.add(other);
                }
            }
            partners.set(product.ordinal(), others.toArray(NONE));
        }
    }

    /** Begins with another child. */
    void start(Patient patient, RandomStream stream) {
        double family = stream.reset(patient.familyKey(), FAMILY).nextDouble();
        boolean refusing = family >= 1 - course.refusingAll();
        patient.setUnvaccinated(refusing);
        stream.reset(patient.key(), CHILD);
        reluctance = family * family;
        for (ChildState state : states) {
            double own = stream.nextDouble();
            boolean apart = stream.chance(course.ownChoice());
            double spread = stream.nextDouble();
            state.start(patient, apart && !refusing ? own : family, spread, stream.nextDouble());
        }
        for (ChildState lead : leading) {
            Offer offer =
                    Chooser.pick(
                            lead.series().series().offers(),
                            1,
                            patient.birthDay() + COMBINATIONS_FROM,
                            patient,
                            this::isWantedFromTheStart,
                            stream);
            if (offer != null) {
                lead.prefer(offer);
            }
        }
    }

    private boolean isWantedFromTheStart(Offer offer) {
        for (ChildState other : partners.get(offer.product().ordinal())) {
            if (!other.isWantedFromTheStart()) {
                return false;
            }
        }
        return true;
    }

    /** From 0 to 1: how likely the family is to come late. */
    double reluctance() {
        return reluctance;
    }

    /** The series with combination vaccines first. */
    List<ChildState> inOrder() {
        return inOrder;
    }

    /** A new visit; nothing is chosen yet. */
    void newVisit() {
        for (ChildState state : states) {
            state.newVisit();
        }
    }

    /** Whether the single vaccine is left for a combination vaccine that will come. */
    boolean waits(ChildState state) {
        int lead = state.series().combinedWith();
        return lead >= 0
                && !state.isBirthDose()
                && states.get(lead).willGive(state.series().series().group());
    }

    /** Whether all other series in a vaccine can take their dose on a day. */
    boolean partnersFit(ChildState state, Offer offer, int day) {
        for (ChildState other : partners.get(offer.product().ordinal())) {
            if (!other.fitsCombination(day)) {
                return false;
            }
        }
        return true;
    }

    /** A vaccine is chosen for this visit. */
    void credit(ChildState state, Offer offer) {
        state.credit();
        for (ChildState other : partners.get(offer.product().ordinal())) {
            other.credit();
        }
    }

    /** Which doses of which series a vaccine is. */
    List<SeriesDose> doses(ChildState state, Offer offer, int day) {
        List<SeriesDose> own = state.dose(state.rulesWith(offer));
        ChildState[] others = partners.get(offer.product().ordinal());
        if (others.length == 0) {
            return own;
        }
        List<SeriesDose> all = new ArrayList<>(own);
        for (ChildState other : others) {
            List<DoseRule> rules = other.rulesInCombination(day);
            if (rules != null) {
                all.addAll(other.dose(rules));
            }
        }
        return List.copyOf(all);
    }

    /** Gives a vaccine and answers which doses of which series it is. */
    List<SeriesDose> give(ChildState state, Offer offer, int day) {
        List<SeriesDose> doses = doses(state, offer, day);
        for (ChildState other : partners.get(offer.product().ordinal())) {
            List<DoseRule> rules = other.rulesInCombination(day);
            if (rules != null) {
                other.give(day, rules);
            }
        }
        state.give(day, state.rulesWith(offer));
        if (!leading.contains(state) && state.series().keepsProduct()) {
            state.prefer(offer);
        }
        return doses;
    }

    /** Whether a series of a dose began before a day. */
    boolean beganBefore(PlannedDose dose, int day) {
        for (SeriesDose each : dose.series()) {
            ChildState state = byCode.get(each.code().toString());
            if (state != null && state.first() < day) {
                return true;
            }
        }
        return false;
    }
}
