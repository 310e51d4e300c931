package io.github.clinicaldata.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequests;
import io.github.clinicaldata.plan.StoredParameters;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchSourceTest {
    private static final int SLICE = 64;

    private static GenerationPlan<?> plan(String kind, Map<String, String> parameters) {
        return PlanRequests.PLANNER.plan(
                StoredParameters.request(kind, parameters, format -> true));
    }

    private static List<Batch> batches(GenerationPlan<?> plan, BatchSource.Shape shape) {
        List<Batch> batches = new ArrayList<>();
        BatchSource<?> source = new BatchSource<>(plan, shape, SLICE);
        while (!source.isDone()) {
            Batch batch = source.next();
            if (batch != null) {
                batches.add(batch);
            }
        }
        return batches;
    }

    private static BatchSource.Shape messages(int most) {
        return new BatchSource.Shape(false, most, 1 << 20);
    }

    @Test
    void batchesOfARest_areThoseOfTheWhole() {
        GenerationPlan<?> plan =
                plan("members", Map.of("count", "200", "age_min", "40", "format", "csv"));
        BatchSource.Shape shape = new BatchSource.Shape(true, 7, 1 << 20);
        List<Batch> whole = batches(plan, shape);
        assertThat(whole).hasSize(29);
        long sent = 0;
        for (int i = 0; i < whole.size(); i++) {
            Batch batch = whole.get(i);
            sent += batch.records();
            List<Batch> rest =
                    batches(plan.resumedAfter(batch.index(batch.records() - 1), sent), shape);
            assertThat(rest).hasSize(whole.size() - 1 - i);
            if (!rest.isEmpty()) {
                assertThat(rest.get(0).bytes()).isEqualTo(whole.get(i + 1).bytes());
            }
        }
    }

    @Test
    void batch_endsWhenItIsLargeEnough() {
        List<Batch> batches =
                batches(
                        plan("claims", Map.of("count", "50")),
                        new BatchSource.Shape(true, 50, 4096));

        assertThat(batches).hasSizeGreaterThan(5);
        assertThat(batches.stream().mapToInt(Batch::records).sum()).isEqualTo(50);
        assertThat(batches.subList(0, batches.size() - 1))
                .allSatisfy(each -> assertThat(each.length()).isBetween(4096, 40_000));
    }

    @Test
    void messages_ofEachKindAndFormat_areRecordsWithoutWhatSeparatesThem() {
        for (RecordKind<?> kind : World.KINDS) {
            for (RecordFormat format : World.catalog().formats(kind)) {
                if (!format.selfContainedRecords()) {
                    continue;
                }
                List<Batch> batches =
                        batches(
                                plan(kind.name(), Map.of("count", "9", "format", format.name())),
                                messages(4));
                assertThat(batches).extracting(Batch::records).containsExactly(4, 4, 1);
                for (Batch batch : batches) {
                    for (int i = 0; i < batch.records(); i++) {
                        String text = new String(batch.record(i), StandardCharsets.UTF_8);
                        assertThat(text).as("%s as %s", kind.name(), format.name()).isNotEmpty();
                        assertThat(text.endsWith("\n") && format.textual())
                                .as("%s as %s", kind.name(), format.name())
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void key_isTheMembersIdentifier_orTheIdOfWhatIsOfNoMember() {
        for (RecordKind<?> kind : World.KINDS) {
            Batch batch = batches(plan(kind.name(), Map.of("count", "5")), messages(5)).get(0);
            for (int i = 0; i < batch.records(); i++) {
                String key = new String(batch.key(i), StandardCharsets.US_ASCII);
                boolean ofNobody =
                        kind.name().equals("providers") || kind.name().equals("remittances");
                assertThat(key)
                        .as(kind.name())
                        .matches(ofNobody ? "[0-9a-f]{8}-[0-9a-f-]{27}" : "SYN[0-9-]{5,25}");
                assertThat(new String(batch.record(i), StandardCharsets.UTF_8))
                        .contains(ofNobody ? "\"id\":\"" + key : "\"member_id\":\"" + key);
            }
        }
    }
}
