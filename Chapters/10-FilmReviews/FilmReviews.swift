// # Film reviews
//
// This chapter reads. It takes texts as people write them, with their capitals and exclamation marks, and makes numbers
// of them; it teaches a net to guess which word comes next; and it turns what this net has learned about a language
// into a judge who says whether somebody liked a film.
//
// The nets are those of chapter 12, where the LSTM is built by hand. New is everything around them: how a text is cut
// into tokens, how tokens become numbers, how texts of different lengths get into one batch, and why a net that is to
// judge reviews should first have read many of them, without being told what anybody thought of the film.
//
// Run it with `swift run ch10` (about half a minute; two with IMDb's reviews), run one section with
// `swift run ch10 --section 1`, and read real reviews with `--data DIR`. With `--predict` it asks you to predict
// results before it shows them.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Text

/// Chapter 10 of the book.
public final class FilmReviews: Chapter, Sendable {
    public static let number = 10
    public static let title = "NLP Deep Dive: RNNs"
    public static let sections: [Section<FilmReviews>] = [
        Section(
            "Text preprocessing", FilmReviews.labelsInTheText, FilmReviews.threeStages,
            FilmReviews.rowsForWords, FilmReviews.anotherVocabulary,
            FilmReviews.firstReview, FilmReviews.filesOfTheWorld,
            FilmReviews.cutAtSpaces, FilmReviews.wordsAndSigns, FilmReviews.nineTokens,
            FilmReviews.oneRuleAfterTheOther, FilmReviews.elevenTokens, FilmReviews.whatRulesSave,
            FilmReviews.repeatedSigns,
            FilmReviews.threeSizes, FilmReviews.fewerTokens, FilmReviews.withoutSpaces,
            FilmReviews.numbersForTokens, FilmReviews.whatIsLost, FilmReviews.theBooksTwentyNumbers,
            FilmReviews.howRareIsTooRare,
            FilmReviews.ninetyTokens, FilmReviews.oneTokenLater,
            FilmReviews.oneStream, FilmReviews.shuffledTexts, FilmReviews.anyNumberOfSteps,
            FilmReviews.fromFolderToBatches, FilmReviews.keptTokens),
        Section(
            "Training a text classifier", FilmReviews.hesitation, FilmReviews.threeInARow,
            FilmReviews.firstStage, FilmReviews.trainTheLanguageModel, FilmReviews.frozenFirst,
            FilmReviews.wholeNet, FilmReviews.savedAndLoaded,
            FilmReviews.temperatures, FilmReviews.writtenReviews, FilmReviews.isOrAre,
            FilmReviews.paddedBatch, FilmReviews.sortedOrNot, FilmReviews.classifierBatches,
            FilmReviews.threeKindsOfPooling, FilmReviews.paddingChangesNothing,
            FilmReviews.ratesOfFiveGroups, FilmReviews.whoLearns, FilmReviews.sixClassifiers,
            FilmReviews.bothDirections),
        Section(
            "Disinformation and language models", FilmReviews.whatTheCouncilGot, FilmReviews.whatTwoLettersShare,
            FilmReviews.groupsOfAllLetters, FilmReviews.slotsOfTheForm, FilmReviews.twoPrograms,
            FilmReviews.threeDetectors, FilmReviews.detectorAndWriter),
        Section("Conclusion", FilmReviews.whatWasBuilt),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(50), .full: .seconds(900),
    ]

    let run: Run
    /// The reviews of IMDb if they are at hand, else generated ones.
    let source: DataSource<FilmTexts>
    /// Articles of WikiText if they are at hand, else generated ones: what the first stage reads.
    let articles: DataSource<[String]>

    /// Finds out where the reviews will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let seed = run.seed
        let size = run.size(
            quick: (train: 100, test: 50, unlabelled: 200), usual: (train: 2000, test: 1000, unlabelled: 6000))
        source = try run.data(
            .dataSet("imdb") { try FilmTexts(folder: $0) }, .dataSet("imdb_subset") { try FilmTexts(folder: $0) },
            standIn: "generated reviews"
        ) {
            FilmTexts(
                try GeneratedReviews(train: size.train, test: size.test, unlabelled: size.unlabelled, seed: seed))
        }
        let count = run.size(quick: 40, usual: 2500)
        articles = try run.data(
            .dataSet("wikitext") { folder in
                let part = folder.appending(path: "wikitext-103-prefix")
                return try wikiArticles((isFolder(part) ? part : folder).appending(path: "wiki.train.tokens"))
            }, standIn: "generated articles", isInBook: false
        ) {
            try GeneratedArticles(count: count, seed: seed).articles
        }
    }
}
