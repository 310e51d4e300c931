package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.pathway.DrugOrder;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among drug orders. Orders of the same choice are one question: whether there is such a
 * drug at all, and which one. The answers depend on the key alone, so that one keeps a drug over
 * the years as long as the age fits.
 */
final class Orders {
    private Orders() {}

    /** Whether an order is the first of its choice, or has none. */
    static boolean isFirst(List<DrugOrder> orders, int number) {
        int choice = orders.get(number).choice();
        for (int i = 0; choice >= 0 && i < number; i++) {
            if (orders.get(i).choice() == choice) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(DrugOrder order, DrugOrder first, Sex sex, int age) {
        boolean same = order == first || first.choice() >= 0 && order.choice() == first.choice();
        return same && order.limits().fit(sex, age);
    }

    /** The share of people who get one of the drugs of a choice; 0 when none fits. */
    static double share(List<DrugOrder> orders, int number, Sex sex, int age) {
        DrugOrder first = orders.get(number);
        double share = 0;
        for (int i = number; i < orders.size(); i++) {
            share += isOf(orders.get(i), first, sex, age) ? orders.get(i).share() : 0;
        }
        return share;
    }

    /** The key of a choice. */
    static long key(long key, int number) {
        return Mixer.combine(key, 500L + number);
    }

    /** Which of the drugs of a choice it is, or null when none fits. */
    static @Nullable DrugOrder pick(
            List<DrugOrder> orders, int number, Sex sex, int age, long key) {
        DrugOrder first = orders.get(number);
        double rest = share(orders, number, sex, age) * Uniforms.of(key, 2);
        DrugOrder picked = null;
        for (int i = number; i < orders.size(); i++) {
            DrugOrder order = orders.get(i);
            if (rest >= 0 && isOf(order, first, sex, age) && order.share() > 0) {
                picked = order;
                rest -= order.share();
            }
        }
        return picked;
    }
}
