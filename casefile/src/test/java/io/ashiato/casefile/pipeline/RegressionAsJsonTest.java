package io.ashiato.casefile.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SigmaHQ's regression cases hold each log twice, as EVTX and as the JSON of the same records.
class RegressionAsJsonTest {
    @Test
    void bothFormsGiveTheSameDetections(@TempDir Path folder) throws IOException {
        Map<String, byte[]> cases = new TreeMap<>(Shared.members(
                "corpora/sigma-regression.zip", name -> name.endsWith(".evtx") || name.endsWith(".json")));
        RuleSet rules = RuleSet.compile(Shared.rules(path -> true));
        int compared = 0;
        for (Map.Entry<String, byte[]> entry : cases.entrySet()) {
            String name = entry.getKey();
            byte[] json = cases.get(name.replace(".evtx", ".json"));
            if (name.endsWith(".evtx") && json != null) {
                HuntRun evtx = HuntRun.of(rules, folder, "log.evtx", entry.getValue());
                assertThat(evtx.pairs()).as(name).isNotEmpty();
                assertThat(HuntRun.of(rules, folder, "log.json", json).pairs())
                        .as(name)
                        .isEqualTo(evtx.pairs());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
