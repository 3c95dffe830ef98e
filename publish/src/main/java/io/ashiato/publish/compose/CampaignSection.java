package io.ashiato.publish.compose;

import io.ashiato.model.Assessment.Campaign;
import io.ashiato.model.Assessment.Country;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Block.Row;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.document.Line;
import io.ashiato.publish.figure.CountryTiles;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.CountryNames;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Noun;
import io.ashiato.publish.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/// Section 10: the larger campaign, since when, and whose countries.
final class CampaignSection {
    private static final int MOST_COUNTRIES = 80;

    private final Desk desk;
    private final Phrases phrases;

    CampaignSection(Desk desk) {
        this.desk = desk;
        this.phrases = desk.phrases();
    }

    Section section() {
        var blocks = new ArrayList<Block>();
        desk.model().campaign().ifPresentOrElse(campaign -> assessed(campaign, blocks), () -> blocks.add(none()));
        return new Section("campaign", "10", desk.label(Label.CAMPAIGN), blocks);
    }

    private Block none() {
        return desk.say(AttributionStatement.noCampaign(
                desk.model().attribution().isPresent(),
                !desk.model().incident().research().isEmpty()));
    }

    private void assessed(Campaign campaign, List<Block> blocks) {
        if (campaign.relations().isEmpty()) {
            blocks.add(none());
            return;
        }
        if (campaign.likelihood().isPresent()) {
            blocks.add(desk.say(desk.sentences(
                    List.of(claim(desk, campaign), phrases.confidence(campaign.confidence(), List.of())))));
        } else {
            blocks.add(desk.say(phrases.say(
                    AttributionStatement.CAMPAIGN_LINKED,
                    phrases.count(Noun.SOURCE, campaign.relations().size()))));
        }
        blocks.add(desk.say(phrases.say(AttributionStatement.CAMPAIGN_LINKS, Line.marks(campaign.relations()))));
        blocks.add(desk.say(campaign.since()
                .map(since ->
                        phrases.say(AttributionStatement.SINCE, desk.date(since.date()), desk.cited(since.source())))
                .orElseGet(() -> phrases.say(AttributionStatement.SINCE_UNKNOWN))));
        if (campaign.countries().isEmpty()) {
            blocks.add(desk.say(AttributionStatement.NO_COUNTRIES));
            return;
        }
        long distinct =
                campaign.countries().stream().map(Country::code).distinct().count();
        blocks.add(desk.say(phrases.say(AttributionStatement.COUNTRIES, phrases.count(Noun.COUNTRY, distinct))));
        blocks.add(new CountryTiles(
                        campaign.countries().stream()
                                .map(Country::code)
                                .distinct()
                                .toList(),
                        phrases)
                .block(countries(campaign.countries())));
    }

    /// That the case is part of it, and how likely.
    static Line claim(Desk desk, Campaign campaign) {
        Line clause = campaign.name()
                .map(name -> desk.phrases().say(AttributionStatement.CLAUSE_CAMPAIGN, Line.value(name)))
                .orElseGet(() -> desk.phrases().say(AttributionStatement.CLAUSE_CAMPAIGN_UNNAMED));
        return desk.phrases().judged(campaign.likelihood().orElseThrow(), clause);
    }

    /// How good the basis of that is, since when it runs, and where its targets are.
    static Line basis(Desk desk, Campaign campaign) {
        var lines = new ArrayList<Line>();
        lines.add(desk.phrases().confidence(campaign.confidence(), List.of()));
        long countries =
                campaign.countries().stream().map(Country::code).distinct().count();
        if (campaign.since().isPresent()) {
            lines.add(desk.phrases()
                    .say(
                            AttributionStatement.SINCE_SHORT,
                            desk.date(campaign.since().get().date())));
        }
        if (countries > 0) {
            lines.add(desk.phrases()
                    .say(AttributionStatement.COUNTRIES_SHORT, desk.phrases().count(Noun.COUNTRY, countries)));
        }
        return desk.sentences(lines);
    }

    private Block.Table countries(List<Country> countries) {
        return desk.table(
                Label.COUNTRIES,
                List.of(desk.fixed(Label.CODE), desk.text(Label.COUNTRY), desk.text(Label.SOURCES)),
                countries,
                MOST_COUNTRIES,
                "case.json",
                country -> new Row(
                        "",
                        List.of(
                                Line.code(country.code()),
                                CountryNames.of(country.code()).map(desk::term).orElse(Line.value(country.code())),
                                desk.cited(country.source()))));
    }
}
