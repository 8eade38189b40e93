// # Collaborative filtering
//
// What will somebody like? This chapter answers without knowing anything about people or things: neither age nor taste,
// neither genre nor plot. All that it has is a list of who rated what, and how. Whoever liked the same films as you
// will have liked others, and these are for you; that is *collaborative filtering*.
//
// It begins with the data of MovieLens and the idea of *latent factors*: numbers that say how much sci-fi is in a film
// and how much of it somebody wants. Nobody writes these numbers down. They are found by gradient descent, first on a
// grid of 15 × 15 ratings, by hand. Then they become an *embedding*, the layer that looks up rows, which is all that is
// needed for a model that learns from a hundred thousand ratings. Biases, weight decay, and a net in place of the dot
// product follow, and what can be read from numbers that have been learned.
//
// Run it with `swift run ch08`, run one section with `swift run ch08 --section 2`, and learn from real ratings with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them. `swift run ch08 --rate` asks you
// about ten films, and recommends others.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 8 of the book.
public final class CollaborativeFiltering: Chapter {
    public static let number = 8
    public static let title = "Collaborative Filtering Deep Dive"
    public static let sections: [Section<CollaborativeFiltering>] = [
        Section(
            "A first look at the data", CollaborativeFiltering.firstRows, CollaborativeFiltering.longTail,
            CollaborativeFiltering.whatTheMeanKnows, CollaborativeFiltering.oneLine,
            CollaborativeFiltering.damagedRatings, CollaborativeFiltering.gapsInTheGrid,
            CollaborativeFiltering.twoFilms),
        Section(
            "Learning the latent factors", CollaborativeFiltering.randomSheet,
            CollaborativeFiltering.slopeOfOneFactor, CollaborativeFiltering.threeWaysToASlope,
            CollaborativeFiltering.descentOnTheGrid, CollaborativeFiltering.hiddenCells),
        Section(
            "Creating the DataLoaders", CollaborativeFiltering.firstTitles, CollaborativeFiltering.mergedRows,
            CollaborativeFiltering.numberedNames, CollaborativeFiltering.oneBatch,
            CollaborativeFiltering.countedClasses, CollaborativeFiltering.oneHotTimesTable,
            CollaborativeFiltering.gradientOfALookUp, CollaborativeFiltering.whatALookUpSaves,
            CollaborativeFiltering.sameAsTheEngines, CollaborativeFiltering.nothingYet),
        Section(
            "Collaborative filtering from scratch", CollaborativeFiltering.anObject,
            CollaborativeFiltering.superclassesAndCopies, CollaborativeFiltering.callingAModel,
            CollaborativeFiltering.aBatchOfPairs, CollaborativeFiltering.trainTheDotProduct,
            CollaborativeFiltering.theRange, CollaborativeFiltering.trainWithARange, CollaborativeFiltering.whyFlat,
            CollaborativeFiltering.trainWithBiases, CollaborativeFiltering.parabolas,
            CollaborativeFiltering.sameGradients, CollaborativeFiltering.trainWithDecay,
            CollaborativeFiltering.sweepOfDecays, CollaborativeFiltering.notTheSameForAdam,
            CollaborativeFiltering.foundOrNotFound, CollaborativeFiltering.whatIsNotFoundDoesNotLearn,
            CollaborativeFiltering.sameModelTwice, CollaborativeFiltering.trainOurOwn),
        Section(
            "Interpreting embeddings and biases", CollaborativeFiltering.sortingPlaces,
            CollaborativeFiltering.bestAndWorst, CollaborativeFiltering.meansAndBiases,
            CollaborativeFiltering.eigenvectorsByHand, CollaborativeFiltering.mapOfFilms,
            CollaborativeFiltering.plantedFactors, CollaborativeFiltering.plantedBiases,
            CollaborativeFiltering.theLibrarysModel, CollaborativeFiltering.twoDistances,
            CollaborativeFiltering.filmsLikeThisOne),
        Section(
            "Bootstrapping a collaborative filtering model", CollaborativeFiltering.strangers,
            CollaborativeFiltering.aTasteNobodyHas, CollaborativeFiltering.answersAndRatings,
            CollaborativeFiltering.aNewFilm, CollaborativeFiltering.loopOverYears),
        Section(
            "Deep learning for collaborative filtering", CollaborativeFiltering.sizesOfEmbeddings,
            CollaborativeFiltering.trainTheNet, CollaborativeFiltering.theTabularModel,
            CollaborativeFiltering.allEight, CollaborativeFiltering.asClasses, CollaborativeFiltering.theGoal,
            CollaborativeFiltering.oneListWithReasons),
        Section(
            "Conclusion", CollaborativeFiltering.whatWasBuilt, CollaborativeFiltering.whereToGoOn,
            CollaborativeFiltering.whatToAsk, CollaborativeFiltering.tenFilms),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(80), .full: .seconds(600),
    ]

    let run: Run
    /// MovieLens 100K if it is at hand, else generated ratings.
    let source: DataSource<FilmRatings>

    /// Finds out where the ratings will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        let size = run.size(
            quick: (users: 120, films: 160, ratings: 4000), usual: (users: 943, films: 1682, ratings: 100_000))
        source = try run.data(
            .dataSet(MovieLens.folderName) { try MovieLens.read($0) }, .dataSet("ml-25m") { try MovieLens.read($0) },
            .dataSet("ml-latest-small") { try MovieLens.read($0) }, standIn: "generated ratings"
        ) {
            try GeneratedRatings(users: size.users, films: size.films, ratings: size.ratings, seed: seed).readBack()
        }
    }
}
