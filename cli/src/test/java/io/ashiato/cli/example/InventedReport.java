package io.ashiato.cli.example;

import io.ashiato.intel.knowledge.Citation;
import io.ashiato.intel.knowledge.Cited;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.intel.knowledge.ReportTrait;
import io.ashiato.intel.knowledge.TraitValues;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds a report that nobody wrote, for an example's knowledge file. All its facts cite the report itself.
public final class InventedReport {
    private final Citation self;
    private final List<Report.NamedActor> actors = new ArrayList<>();
    private final List<Cited> confidence = new ArrayList<>();
    private final List<String> campaigns = new ArrayList<>();
    private final List<ReportTrait> traits = new ArrayList<>();
    private final List<Cited> countries = new ArrayList<>();
    private final List<Cited> sectors = new ArrayList<>();
    private final List<Cited> software = new ArrayList<>();
    private Optional<Cited> firstSeen = Optional.empty();

    /// @param date as exact as it shall be known: `2020`, `2020-08` or `2020-08-18`
    public InventedReport(String key, String publisher, String title, String date) {
        self = Citation.dated(new PublishedSource(key, publisher, title, date, Optional.empty(), true), "full");
    }

    public PublishedSource source() {
        return self.source();
    }

    /// The report holds this actor responsible.
    public InventedReport holds(String name, String id, String howSure) {
        actors.add(new Report.NamedActor(name, List.of(id), true, citations()));
        confidence.add(fact(howSure));
        return this;
    }

    public InventedReport campaign(String id, String since) {
        campaigns.add(id);
        firstSeen = Optional.of(fact(since));
        return this;
    }

    /// @param codes ISO 3166-1 alpha-2
    public InventedReport countries(String... codes) {
        for (String code : codes) {
            countries.add(new Cited(code, "invented", citations()));
        }
        return this;
    }

    public InventedReport sector(String name) {
        sectors.add(fact(name));
        return this;
    }

    public InventedReport software(String name) {
        software.add(fact(name));
        return this;
    }

    /// A trait with the strength of its kind.
    public InventedReport trait(Trait.Kind kind, String value) {
        traits.add(new ReportTrait(
                kind, TraitValues.normalised(kind, value), ReportTrait.Match.EXACT, kind.strength(), citations()));
        return this;
    }

    public Report build() {
        return new Report(
                self.source(),
                Report.Kind.REPORT,
                self.latest(),
                "invented for an example",
                actors,
                confidence,
                campaigns,
                new Report.Activity(
                        firstSeen, Optional.empty(), countries, sectors, List.of(), List.of(), software, List.of()),
                traits,
                List.of(),
                List.of());
    }

    private List<String> citations() {
        return List.of(self.source().key());
    }

    private Cited fact(String value) {
        return new Cited(value, "", citations());
    }
}
