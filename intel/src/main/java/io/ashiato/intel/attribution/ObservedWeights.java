package io.ashiato.intel.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An observed behaviour in the terms of one view: dense arrays by place, 0 for what was not observed, so
/// that comparing an actor is a walk over what he is known for.
final class ObservedWeights {
    /// The rarest techniques are looked at in pairs; more of them would make the pairs of long reports
    /// outweigh all else.
    private static final int RAREST = 12;
    /// Techniques of widely shared software say nothing of who used it.
    private static final int SHARED_BY = 4;
    /// With fewer known techniques nothing can be said of whether they were seen.
    private static final int ENOUGH_TECHNIQUES = 3;
    /// How well techniques bear out software of which too little is known.
    private static final double UNKNOWN_SUPPORT = 0.3;

    private static final double PROFILE_SCALE = 5;

    final RelationView view;
    final int techniqueCount;
    final int softwareCount;
    final int year;
    /// Rarity of each observed technique, and its square.
    final double[] weight;
    final double[] square;
    final double norm;
    final double rootOfCount;
    /// Squared rarity of each observed technique without sub-technique.
    final double[] parentSquare;
    final double parentNorm;
    /// `square` without the techniques of any observed software.
    final double[] unexplainedSquare;
    final double unexplainedNorm;
    /// Squared rarity of each piece of observed malware.
    final double[] malwareSquare;
    final double normWithMalware;
    /// Observed software that somebody in the view uses, ascending.
    final int[] software;
    /// For each of `software`, 0 to 1: do the observed techniques bear it out? Planted software lacks its
    /// habits.
    final double[] support;
    /// For each piece of software that few use: how much of what was observed are its habits.
    final double[] habits;
    /// The rarest observed techniques.
    final Set<Integer> rarest;

    final List<Integer> countries;
    final List<Integer> sectors;

    ObservedWeights(RelationView view, ObservedBehaviour observed) {
        this.view = view;
        RelationBase base = view.base;
        techniqueCount = observed.techniques().size();
        softwareCount = observed.software().size();
        year = observed.year().orElse(0);
        weight = new double[base.techniques.size()];
        square = new double[weight.length];
        parentSquare = new double[base.parents.size()];
        double unseen = view.rarity.unseenTechnique();
        double squares = 0;
        double total = 0;
        for (String id : observed.techniques()) {
            int place = base.techniques.place(id);
            double value = place < 0 ? unseen : view.rarity.technique()[place];
            total += value;
            squares += value * value;
            if (place >= 0) {
                weight[place] = value;
                square[place] = value * value;
            }
        }
        norm = ProfileNorms.orOne(Math.sqrt(squares));
        rootOfCount = ProfileNorms.orOne(Math.sqrt(techniqueCount));
        parentNorm = parents(observed.techniques());
        software = observed.software().stream()
                .mapToInt(base.software::place)
                .filter(place -> place >= 0 && !view.users.get(place).isEmpty())
                .sorted()
                .toArray();
        unexplainedSquare = square.clone();
        double explained = 0;
        malwareSquare = new double[view.software.size()];
        double malware = 0;
        for (int piece : software) {
            for (int technique : view.software.get(piece).techniques()) {
                explained += unexplainedSquare[technique];
                unexplainedSquare[technique] = 0;
            }
            malwareSquare[piece] = view.malwareRarity(piece) * view.malwareRarity(piece);
            malware += malwareSquare[piece];
        }
        unexplainedNorm = ProfileNorms.orOne(Math.sqrt(Math.max(0, squares - explained)));
        normWithMalware = ProfileNorms.orOne(Math.sqrt(squares + malware));
        support = Arrays.stream(software).mapToDouble(this::support).toArray();
        habits = habits(total);
        rarest = rarest(observed.techniques());
        countries = places(observed.countries());
        sectors = places(observed.sectors());
    }

    boolean has(int technique) {
        return weight[technique] > 0;
    }

    private double parents(Set<String> techniques) {
        var ids = new HashSet<String>();
        techniques.forEach(id -> ids.add(RelationBase.parent(id)));
        double squares = 0;
        for (String id : ids) {
            int place = view.base.parents.place(id);
            double value =
                    place < 0 ? view.rarity.unseenTechnique() : view.rarity.parent()[place];
            squares += value * value;
            if (place >= 0) {
                parentSquare[place] = value * value;
            }
        }
        return ProfileNorms.orOne(Math.sqrt(squares));
    }

    private double support(int piece) {
        int[] known = view.software.get(piece).techniques();
        if (known.length < ENOUGH_TECHNIQUES) {
            return UNKNOWN_SUPPORT;
        }
        double seen = 0;
        double all = 0;
        for (int technique : known) {
            seen += weight[technique];
            all += view.rarity.technique()[technique];
        }
        return Math.min(1, 2 * seen / all);
    }

    private double[] habits(double total) {
        var values = new double[view.software.size()];
        for (int piece = 0; piece < values.length; piece++) {
            int users = view.users.get(piece).size();
            if (users > 0 && users <= SHARED_BY && total > 0) {
                double seen = 0;
                for (int technique : view.software.get(piece).techniques()) {
                    seen += weight[technique];
                }
                values[piece] = seen / total * view.softwareRarity(piece) / PROFILE_SCALE;
            }
        }
        return values;
    }

    private Set<Integer> rarest(Set<String> techniques) {
        record Weighted(String id, int place, double weight) {}
        var weighted = new ArrayList<Weighted>();
        for (String id : techniques) {
            int place = view.base.techniques.place(id);
            weighted.add(new Weighted(id, place, place < 0 ? view.rarity.unseenTechnique() : weight[place]));
        }
        weighted.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::id));
        var places = new HashSet<Integer>();
        weighted.stream()
                .limit(RAREST)
                .map(Weighted::place)
                .filter(place -> place >= 0)
                .forEach(places::add);
        return places;
    }

    private List<Integer> places(Set<String> names) {
        return names.stream()
                .map(view.base.victims::place)
                .filter(place -> place >= 0)
                .sorted()
                .toList();
    }
}
