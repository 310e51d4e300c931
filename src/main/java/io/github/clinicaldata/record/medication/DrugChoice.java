package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.pathway.DrugOrder;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Drug orders that exclude each other, or a single one. They are one question: whether there is
 * such a drug at all, and which one. The answers depend on a key alone, so that one keeps a drug
 * over the years as long as the age fits.
 */
final class DrugChoice {
    private static final int FIRST_KEY = 500;

    private final int number;
    private final List<RemedyOrder> orders;
    private final double most;

    /**
     * An order with what is known of its drug.
     *
     * @param order from the pathway
     * @param remedy its drug
     */
    record RemedyOrder(DrugOrder order, Remedy remedy) {}

    private DrugChoice(int number, List<RemedyOrder> orders) {
        this.number = number;
        this.orders = orders;
        most = orders.stream().mapToDouble(each -> each.order().share()).sum();
    }

    /** The choices of a list of orders, in the order of the first of each. */
    static DrugChoice[] of(List<DrugOrder> orders) {
        List<DrugChoice> choices = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            int choice = orders.get(i).choice();
            boolean known =
                    choice >= 0
                            && orders.subList(0, i).stream()
                                    .anyMatch(other -> other.choice() == choice);
            if (!known) {
                List<DrugOrder> same =
                        choice < 0
                                ? List.of(orders.get(i))
                                : orders.stream().filter(o -> o.choice() == choice).toList();
                choices.add(
                        new DrugChoice(
                                i,
                                same.stream()
                                        .map(o -> new RemedyOrder(o, Remedy.of(o.drug())))
                                        .toList()));
            }
        }
        return choices.toArray(new DrugChoice[0]);
    }

    /** The key of the choice for whoever has a key. */
    long key(long of) {
        return Mixer.combine(of, FIRST_KEY + number);
    }

    /** More than the share of any people who get one of the drugs. */
    double most() {
        return most;
    }

    /** The share of people who get one of the drugs; 0 when none fits. */
    double share(Sex sex, int age) {
        double share = 0;
        for (int i = 0; i < orders.size(); i++) {
            DrugOrder order = orders.get(i).order();
            share += order.limits().fit(sex, age) ? order.share() : 0;
        }
        return share;
    }

    /**
     * Which of the drugs it is, or null when none fits.
     *
     * @param key the key of the choice
     * @param allowed whether a drug may be given
     */
    @Nullable RemedyOrder pick(Sex sex, int age, long key, Predicate<Remedy> allowed) {
        double sum = 0;
        for (int i = 0; i < orders.size(); i++) {
            sum += weight(orders.get(i), sex, age, allowed);
        }
        double rest = sum * Uniforms.of(key, 2);
        RemedyOrder picked = null;
        for (int i = 0; i < orders.size() && rest >= 0; i++) {
            double weight = weight(orders.get(i), sex, age, allowed);
            if (weight > 0) {
                picked = orders.get(i);
                rest -= weight;
            }
        }
        return picked;
    }

    private static double weight(RemedyOrder each, Sex sex, int age, Predicate<Remedy> allowed) {
        DrugOrder order = each.order();
        return order.limits().fit(sex, age) && allowed.test(each.remedy()) ? order.share() : 0;
    }
}
