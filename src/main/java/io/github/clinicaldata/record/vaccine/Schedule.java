package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The schedule of {@code schedules/vaccines.yaml}. Immutable. */
final class Schedule {
    private static final class Holder {
        static final Schedule STANDARD =
                new Schedule(YamlNode.read("schedules/vaccines.yaml"), Products.standard());
    }

    /** Reads one series by its position among all. */
    @FunctionalInterface
    private interface SeriesFactory<T> {
        T read(int ordinal, YamlNode node, Products products);
    }

    private final Course course;
    private final List<ChildSeries> childhood;
    private final List<AdultSeries> adult;
    private final List<PregnancySeries> pregnancy;
    private final PrimarySeries primary;
    private final List<SeasonalSeries> seasonal;
    private final List<Series> all = new ArrayList<>();

    /** Checks and reads a schedule. */
    Schedule(YamlNode file, Products products) {
        file.allowOnly("course", "childhood", "adult", "pregnancy", "primary", "seasonal");
        course = Course.read(file.map("course"));
        childhood = ChildSeries.read(file.list("childhood"), products);
        childhood.forEach(each -> all.add(each.series()));
        adult = read(file.list("adult"), products, AdultSeries::read, AdultSeries::series);
        pregnancy =
                read(
                        file.list("pregnancy"),
                        products,
                        PregnancySeries::read,
                        PregnancySeries::series);
        primary =
                read(
                                List.of(file.map("primary")),
                                products,
                                PrimarySeries::read,
                                PrimarySeries::series)
                        .get(0);
        seasonal =
                read(file.list("seasonal"), products, SeasonalSeries::read, SeasonalSeries::series);
        long codes = all.stream().map(Series::code).distinct().count();
        if (codes != all.size()) {
            throw file.error("two series share a code");
        }
    }

    private <T> List<T> read(
            List<YamlNode> nodes,
            Products products,
            SeriesFactory<T> factory,
            Function<T, Series> series) {
        List<T> read = new ArrayList<>();
        for (YamlNode node : nodes) {
            T one = factory.read(all.size(), node, products);
            all.add(series.apply(one));
            read.add(one);
        }
        return List.copyOf(read);
    }

    /** The schedule of the product's own file, read once. */
    static Schedule standard() {
        return Holder.STANDARD;
    }

    /** How often things go otherwise than planned. */
    Course course() {
        return course;
    }

    /** The series of children. */
    List<ChildSeries> childhood() {
        return childhood;
    }

    /** The series of adults. */
    List<AdultSeries> adult() {
        return adult;
    }

    /** The doses in pregnancy. */
    List<PregnancySeries> pregnancy() {
        return pregnancy;
    }

    /** The first doses against COVID-19. */
    PrimarySeries primary() {
        return primary;
    }

    /** The vaccines of each season; influenza first. */
    List<SeasonalSeries> seasonal() {
        return seasonal;
    }

    /** The codes of all series. */
    List<String> codes() {
        return all.stream().map(each -> each.code().toString()).toList();
    }

    /** The vaccines that the schedule uses. */
    Stream<Product> products() {
        return all.stream().flatMap(each -> each.offers().stream()).map(Offer::product).distinct();
    }
}
