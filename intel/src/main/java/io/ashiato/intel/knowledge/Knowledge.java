package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import io.ashiato.model.Trait;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Published knowledge as one whole: what is built in, what files add to it, or only what was known on a day.
///
/// Immutable. An answer that may be several things is a list, in the order of ids; nothing is merged.
public final class Knowledge {
    private final String version;
    private final KnowledgeBase base;
    private final NameIndex names;
    private final TraitIndex traits;
    private final IndicatorIndex indicators;
    private final Map<String, List<Use>> bySource;
    private final Map<String, List<Use>> byTarget;

    private Knowledge(String version, KnowledgeBase base, IndicatorIndex indicators) {
        this.version = version;
        this.base = base;
        this.names = new NameIndex(base);
        this.traits = new TraitIndex(base, BuiltIn.domains());
        this.indicators = indicators;
        this.bySource = base.uses().stream().collect(Collectors.groupingBy(Use::source));
        this.byTarget = base.uses().stream().collect(Collectors.groupingBy(Use::target));
    }

    /// What the program brings along. Reads resources of a few hundred kilobytes each time: keep the answer.
    public static Knowledge builtIn() {
        KnowledgeBase base = KnowledgeBase.EMPTY;
        for (KnowledgeFile file : BuiltIn.files()) {
            base = base.plus(file);
        }
        return new Knowledge(
                BuiltIn.VERSION, base, BuiltIn.indicators(base.reports().values()));
    }

    /// This and a file. An id or key that is known already keeps its facts; claims, uses, reports, samples
    /// are added. Refused is a file that takes the key of a published source for an invented one, or the
    /// other way round: its facts would pass for what they are not.
    public Knowledge plus(KnowledgeFile file) throws KnowledgeFormatException {
        Stream<PublishedSource> sources = Stream.concat(
                file.sources().values().stream().map(Citation::source),
                file.reports().stream().map(Report::source));
        for (PublishedSource source : sources.toList()) {
            Citation known = base.citations().get(source.key());
            if (known != null && known.source().invented() != source.invented()) {
                throw new KnowledgeFormatException(
                        "sources",
                        "the key " + source.key() + " is taken by "
                                + known.source().title());
            }
        }
        return new Knowledge(version, base.plus(file), indicators);
    }

    /// Only what certainly had been published before that day: a date that is not exact counts as the last
    /// day that it can mean, what has no date drops out. Entries of catalogues stay as bare names, without
    /// what they say of them.
    public Knowledge before(LocalDate day) {
        return new Knowledge(version, base.before(day), indicators.before(day));
    }

    /// The day on which the built-in part was put together, ISO.
    public String version() {
        return version;
    }

    public List<Actor> actors() {
        return List.copyOf(base.actors().values());
    }

    public Optional<Actor> actor(String id) {
        return Optional.ofNullable(base.actors().get(id));
    }

    public List<Software> software() {
        return List.copyOf(base.software().values());
    }

    public Optional<Software> software(String id) {
        return Optional.ofNullable(base.software().get(id));
    }

    public List<Campaign> campaigns() {
        return List.copyOf(base.campaigns().values());
    }

    public Optional<Campaign> campaign(String id) {
        return Optional.ofNullable(base.campaigns().get(id));
    }

    /// The reports, by key.
    public List<Report> reports() {
        return List.copyOf(base.reports().values());
    }

    public Optional<Report> report(String key) {
        return Optional.ofNullable(base.reports().get(key));
    }

    /// The reports that name the actor, or describe the campaign, of that id; the oldest first.
    public List<Report> reportsOn(String id) {
        return base.reportsOn(id);
    }

    public List<KnownSample> samples() {
        return base.samples();
    }

    /// What facts cite under that key.
    public Optional<Citation> citation(String key) {
        return Optional.ofNullable(base.citations().get(key));
    }

    /// The sources under those keys, as far as they are known.
    public List<PublishedSource> sources(Collection<String> keys) {
        return base.sources(keys);
    }

    /// What the actor, campaign or software of that id is reported to use.
    public List<Use> usesOf(String id) {
        return List.copyOf(bySource.getOrDefault(id, List.of()));
    }

    /// Who is reported to use the software or technique of that id.
    public List<Use> usersOf(String id) {
        return List.copyOf(byTarget.getOrDefault(id, List.of()));
    }

    /// The campaigns that somebody says are the one of that id, the claims by which each is reached in order.
    /// The campaign itself is not among them.
    public List<CampaignLink> campaignsLinkedTo(String id) {
        return CampaignLink.of(base, names, id);
    }

    /// Every entry that this name, id or alias may mean, whatever its case and the form of its letters.
    public List<Named> named(String name) {
        return names.named(name);
    }

    /// Names and ids that resemble one that is not known, the nearest first.
    public List<String> nearest(String name, int most) {
        return names.nearest(name, most);
    }

    /// What is said of other names of the actor or campaign of that id.
    public List<AliasClaim> aliasesOf(String id) {
        return names.aliasesOf(id);
    }

    /// The published traits that this value of a case is, or belongs to.
    ///
    /// A domain matches what was published of it or of a domain above it, unless strangers share that; a file
    /// name matches by the last part of its path; words of a protocol match if all that were published are
    /// among them.
    ///
    /// @param value in any spelling, hostile
    public List<PublishedTrait> matches(Trait.Kind kind, String value) {
        return traits.matches(kind, value);
    }

    /// Where a network address is listed: a domain, IP address, `address:port` or URL; a domain also by those
    /// above it.
    public List<PublishedIndicator> indicator(String value) {
        return indicators.listed(value);
    }

    /// How many published network addresses are at hand.
    public int indicatorCount() {
        return indicators.size();
    }

    /// The reports, grouped by who is an independent witness: those that take over from each other are one.
    ///
    /// @param what what they shall bear witness to: `actor`, `campaign` or `evidence`
    public List<Set<String>> witnesses(Collection<String> reports, String what) {
        return Witnesses.of(base.reports(), reports, what);
    }

    /// Who is reported to use what, as one JSON text: `actors`, `software`, `techniques`, `citations`,
    /// `relations`, `context`, as the attribution benchmark has them. Only entries of ATT&CK, and files in
    /// its way, have relations.
    public String relations() {
        return RelationsJson.of(base, names);
    }

    /// What the knowledge holds, as counts by what they count.
    public Map<String, Integer> counts() {
        return base.counts(indicators.size());
    }
}
