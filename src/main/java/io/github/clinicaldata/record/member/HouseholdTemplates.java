package io.github.clinicaldata.record.member;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What households look like: type, and age group and sex of the head, by size.
 *
 * <p>The sources give households and people apart: sizes and types of households, and the age
 * pyramid. The weights of all combinations are fitted at start-up by iterative scaling (Darroch and
 * Ratcliff, Annals of Mathematical Statistics 43(5), 1972) so that both come out: households have
 * the sizes of the one table, people the ages of the other. Only exact IEEE operations and {@link
 * StrictMath} are used, so every machine finds the same weights.
 */
public final class HouseholdTemplates {
    /** One combination. */
    record Template(int size, HouseholdType type, int headGroup, Sex headSex) {}

    private static final int ROUNDS = 400;
    private static final int OLDEST_PARENT = 64;

    private final AgePyramid pyramid = new AgePyramid();
    private final AgeModel ages = new AgeModel();
    private final double[] sizeShares = new double[7];
    private final List<List<Template>> bySize = new ArrayList<>();
    private final List<AliasTable> weightsBySize = new ArrayList<>();

    /** Reads the tables and fits the weights. */
    public HouseholdTemplates() {
        List<Template> templates = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        ReferenceTable.read("weights/household-types.csv").stream()
                .forEach(
                        row -> {
                            int size = integer(row, "size");
                            HouseholdType type =
                                    HouseholdType.valueOf(
                                            row.getField("type").toUpperCase(Locale.ROOT));
                            double share = number(row, "share");
                            sizeShares[size - 1] += share;
                            addTemplates(size, type, share, templates, weights);
                        });
        double[] fitted = fit(templates, weights);
        for (int size = 1; size <= sizeShares.length; size++) {
            List<Template> ofSize = new ArrayList<>();
            List<Double> weightsOfSize = new ArrayList<>();
            for (int i = 0; i < fitted.length; i++) {
                if (templates.get(i).size() == size) {
                    ofSize.add(templates.get(i));
                    weightsOfSize.add(fitted[i]);
                }
            }
            bySize.add(ofSize);
            weightsBySize.add(AliasTable.of(weightsOfSize.stream().mapToDouble(w -> w).toArray()));
        }
    }

    private void addTemplates(
            int size,
            HouseholdType type,
            double share,
            List<Template> templates,
            List<Double> weights) {
        boolean withYoung = type.children(size) > 0 || type.hasParent();
        for (int group = 0; group < pyramid.groups(); group++) {
            if (pyramid.to(group) < AgeModel.ADULT
                    || withYoung && pyramid.to(group) > OLDEST_PARENT) {
                continue;
            }
            for (Sex sex : Sex.values()) {
                templates.add(new Template(size, type, group, sex));
                weights.add(share * pyramid.share(sex, group));
            }
        }
    }

    private double[] fit(List<Template> templates, List<Double> startWeights) {
        int bins = pyramid.groups() * 2;
        double[] target = new double[bins];
        double persons = 0;
        double shares = 0;
        for (int size = 1; size <= sizeShares.length; size++) {
            persons += size * sizeShares[size - 1];
            shares += sizeShares[size - 1];
        }
        for (int bin = 0; bin < bins; bin++) {
            target[bin] = pyramid.share(Sex.values()[bin % 2], bin / 2) * persons / shares;
        }
        double[][] people = new double[templates.size()][];
        double[] weights = new double[templates.size()];
        for (int i = 0; i < weights.length; i++) {
            people[i] = expectedPeople(templates.get(i));
            weights[i] = startWeights.get(i);
        }
        double[] correction = new double[bins];
        for (int round = 0; round < ROUNDS; round++) {
            scaleToSizes(templates, weights, shares);
            logRatios(target, weights, people, correction);
            for (int i = 0; i < weights.length; i++) {
                double exponent = 0;
                for (int bin = 0; bin < bins; bin++) {
                    exponent += people[i][bin] * correction[bin];
                }
                weights[i] *= StrictMath.exp(exponent / templates.get(i).size());
            }
        }
        scaleToSizes(templates, weights, shares);
        return weights;
    }

    private static void logRatios(
            double[] target, double[] weights, double[][] people, double[] correction) {
        double[] now = new double[target.length];
        for (int i = 0; i < weights.length; i++) {
            for (int bin = 0; bin < now.length; bin++) {
                now[bin] += weights[i] * people[i][bin];
            }
        }
        for (int bin = 0; bin < now.length; bin++) {
            correction[bin] = StrictMath.log(target[bin] / now[bin]);
        }
    }

    private void scaleToSizes(List<Template> templates, double[] weights, double shares) {
        double[] now = new double[sizeShares.length];
        for (int i = 0; i < weights.length; i++) {
            now[templates.get(i).size() - 1] += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            int size = templates.get(i).size();
            weights[i] *= sizeShares[size - 1] / shares / now[size - 1];
        }
    }

    private double[] expectedPeople(Template template) {
        double[][] byAge = new double[2][AgeModel.OLDEST + 1];
        int from = Math.max(AgeModel.ADULT, pyramid.from(template.headGroup()));
        int to = pyramid.to(template.headGroup());
        for (int age = from; age <= to; age++) {
            ages.expect(
                    template.type(),
                    template.size(),
                    age,
                    template.headSex(),
                    1.0 / (to - from + 1),
                    byAge);
        }
        double[] people = new double[pyramid.groups() * 2];
        for (Sex sex : Sex.values()) {
            for (int age = 0; age <= AgeModel.OLDEST; age++) {
                people[pyramid.group(age) * 2 + sex.ordinal()] += byAge[sex.ordinal()][age];
            }
        }
        return people;
    }

    /** The share of households with 1, 2, … members. */
    public double[] sizeShares() {
        return sizeShares.clone();
    }

    AgeModel ages() {
        return ages;
    }

    Template pick(int size, RandomStream stream) {
        return bySize.get(size - 1).get(weightsBySize.get(size - 1).pick(stream));
    }

    int headAge(Template template, RandomStream stream) {
        int from = Math.max(AgeModel.ADULT, pyramid.from(template.headGroup()));
        return stream.between(from, pyramid.to(template.headGroup()));
    }
}
