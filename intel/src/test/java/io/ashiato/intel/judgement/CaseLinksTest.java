package io.ashiato.intel.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.judgement.CaseLinks.CaseTraits;
import io.ashiato.intel.judgement.CaseLinks.Link;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseLinksTest {
    private static final Trait MACHINE = new Trait(Trait.Kind.MACHINE_ID, "desktop-1", List.of("A-001"));
    private static final Trait AUTHOR = new Trait(Trait.Kind.DOCUMENT_AUTHOR, "Windows User", List.of("A-002"));
    private static final Trait TEXT = new Trait(Trait.Kind.PROGRAM_STRING, "cmd.exe /c %s", List.of("A-003"));

    @Test
    void linksCasesThatShareARareTraitStrongestFirst() {
        List<Link> links = CaseLinks.of(List.of(
                new CaseTraits("one", List.of(AUTHOR, MACHINE)),
                new CaseTraits("other", List.of(AUTHOR)),
                new CaseTraits("two", List.of(MACHINE, AUTHOR))));
        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.one()).isEqualTo("one");
            assertThat(link.other()).isEqualTo("two");
            assertThat(link.shared()).extracting(shared -> shared.trait()).containsExactly(MACHINE, AUTHOR);
        });
    }

    @Test
    void whatIsCommonAloneLinksNothing() {
        assertThat(CaseLinks.of(List.of(
                        new CaseTraits("one", List.of(AUTHOR, TEXT)), new CaseTraits("two", List.of(AUTHOR, TEXT)))))
                .isEmpty();
    }

    @Test
    void aProgramsTextCountsForLittleBetweenCases() {
        List<Link> links = CaseLinks.of(
                List.of(new CaseTraits("one", List.of(TEXT, MACHINE)), new CaseTraits("two", List.of(TEXT, MACHINE))));
        assertThat(links.getFirst().shared())
                .filteredOn(shared -> shared.trait().equals(TEXT))
                .extracting(shared -> shared.strength())
                .containsExactly(Strength.C);
    }
}
