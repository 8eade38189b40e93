// # Image classification
//
// A photo goes in, the breed of the pet on it comes out. Chapter by chapter the book takes such programs apart; this
// one is about what surrounds the net. You meet a folder of photos that nobody has explained to you, and read the
// labels out of the files' names. You bring photos of all sizes to one size without spoiling them, and look at what
// comes of it before anything is trained. Then comes the loss of nearly every classifier, cross-entropy, built from its
// parts: softmax, a choice of a column, a logarithm. And when the first training has worked, you look at what the net
// confuses, and improve it: with a learning rate that was found and not guessed, with layers that learn at different
// speeds, with the right number of epochs.
//
// Run it with `swift run ch05` (about a minute on two cores; one and a half to nearly three with real photos, and a
// larger net), run one section with `swift run ch05 --section 3`, and look at everything in seconds with `--quick`.
// With `--data DIR` it learns from the photos that it finds there in `oxford-iiit-pet`, and from ImageNet's weights if
// they are there, too. Without them, pictures of twelve breeds are generated, and a small net learns from generated
// scenes first. With `--predict` it asks you to predict results before it shows them.
//
// `--full` trains section 5.6 for as many epochs as the book, on photos of 96 pixels in place of 64, and takes more
// seeds and all photos that it finds. (The book has 224 pixels and a graphics card.) With a few hundred photos
// that is about twenty minutes, and 1.7 gigabytes; with all 7,390 of the book it is hours.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

/// Chapter 5 of the book.
public final class ImageClassification: Chapter, Sendable {
    public static let number = 5
    public static let title = "Image Classification"
    public static let sections: [Section<ImageClassification>] = [
        Section(
            "From dogs and cats to pet breeds", ImageClassification.whatIsThere, ImageClassification.aTable,
            ImageClassification.listsSideBySide, ImageClassification.pathsSideBySide,
            ImageClassification.tryOnOneName, ImageClassification.allLabels, ImageClassification.patternsAndNames,
            ImageClassification.cutTooEarly, ImageClassification.nothingMatches, ImageClassification.sortedBreeds,
            ImageClassification.unknownLabels, ImageClassification.breedsOfThisRun, ImageClassification.aFifthOfAll,
            ImageClassification.theBlock),
        Section(
            "Presizing", ImageClassification.sizesOfPhotos, ImageClassification.randomPlaceOrMiddle,
            ImageClassification.turnedByHalfARightAngle, ImageClassification.largerThanNeeded,
            ImageClassification.figureOfTwoSteps, ImageClassification.theUsualChanges, ImageClassification.oneMapOfAll,
            ImageClassification.figureOnceAndTwice, ImageClassification.costOfEachStep,
            ImageClassification.timeOfEachWay, ImageClassification.trainedWithAndWithout),
        Section(
            "Checking and debugging a DataBlock", ImageClassification.aBatch, ImageClassification.wrongWithoutAWord,
            ImageClassification.withoutResize, ImageClassification.withResize, ImageClassification.oneMistakeEach,
            ImageClassification.aBadFolder, ImageClassification.inTheMiddleOfTraining,
            ImageClassification.theFilesOfThisRun, ImageClassification.alwaysTheSameBreed,
            ImageClassification.theFirstModel, ImageClassification.whatItSays),
        Section(
            "Cross-entropy loss", ImageClassification.oneBatchOfPets, ImageClassification.predictionsOfABatch,
            ImageClassification.theBooksFirstPrediction, ImageClassification.sigmoidOnce,
            ImageClassification.sigmoidOfEachColumn, ImageClassification.onlyTheLead,
            ImageClassification.softmaxOfSixPictures, ImageClassification.threeBears, ImageClassification.leadsOfBears,
            ImageClassification.whyE, ImageClassification.smallLeads, ImageClassification.temperature,
            ImageClassification.overflowOfPowers, ImageClassification.stableSoftmax,
            ImageClassification.strangersAtTheDoor, ImageClassification.chooseOrPick,
            ImageClassification.anyNumberOfColumns, ImageClassification.minusIsNoLogarithm,
            ImageClassification.tenTimesAsSure, ImageClassification.curveOfTheLog,
            ImageClassification.productsBecomeSums, ImageClassification.thousandProbabilities,
            ImageClassification.sixLosses, ImageClassification.inOneStepOrTwo, ImageClassification.allNamesOfIt,
            ImageClassification.softmaxTwice, ImageClassification.threeGradients,
            ImageClassification.errorsAndGradients, ImageClassification.pushesOfTwoLosses,
            ImageClassification.twoStartsTwoLosses, ImageClassification.tunedForEachLoss,
            ImageClassification.logarithmOfTheClasses, ImageClassification.lossOfRandomActivations,
            ImageClassification.lossByTarget),
        Section(
            "Model interpretation", ImageClassification.confusionOfTheTrainedNet,
            ImageClassification.judgedInFiveParts, ImageClassification.worstPairs,
            ImageClassification.confusedWithItsOwnKind, ImageClassification.nearTwins,
            ImageClassification.worstPhotos, ImageClassification.rightButUnsure,
            ImageClassification.errorsOfEachBreed, ImageClassification.nothingWrongAmongFew,
            ImageClassification.sureAndRight, ImageClassification.cooledDown,
            ImageClassification.ratesAsCounts, ImageClassification.howManyPhotosWereThere,
            ImageClassification.differencesOfAFewPhotos),
        Section(
            "Improving our model",
            ImageClassification.whatIsTrained, ImageClassification.aRateThatIsTooHigh,
            ImageClassification.gridOfTheBook, ImageClassification.searchByHand,
            ImageClassification.searchOfTheLearner, ImageClassification.trainingWithIt,
            ImageClassification.parameterGroups, ImageClassification.whatAnEpochChanges,
            ImageClassification.frozenIsFaster, ImageClassification.cutAndReplace, ImageClassification.whyFreezeFirst,
            ImageClassification.sameAsByHand, ImageClassification.frozenByHand, ImageClassification.secondSearch,
            ImageClassification.allAtOneRate, ImageClassification.averagesThatMove, ImageClassification.slices,
            ImageClassification.sliceAgainstOneRate,
            ImageClassification.trainingWithASlice, ImageClassification.accuracyByCopiedGroups,
            ImageClassification.whatTheCurveSays, ImageClassification.frozenAgainstScratch,
            ImageClassification.whatEachGroupKnows,
            ImageClassification.earlyStopping, ImageClassification.luckyCoins, ImageClassification.noisyValley,
            ImageClassification.fiveDepths, ImageClassification.depthsAtEqualWork, ImageClassification.whatAHalfHolds,
            ImageClassification.lostSteps,
            ImageClassification.vanishingGradients, ImageClassification.fourWaysToTrain,
            ImageClassification.memoryByBatchSize, ImageClassification.memoryOfAFrozenBody,
            ImageClassification.fiveSeeds),
        Section(
            "Conclusion",
            ImageClassification.whatIsOnIt, ImageClassification.catsAndDogsByName, ImageClassification.smallTensors,
            ImageClassification.whatWasLearned),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(3), .usual: .seconds(75), .full: .seconds(1200),
    ]

    let run: Run
    /// The photos of pets if they are at hand, else generated ones.
    let source: DataSource<Pets>

    /// Finds out where the photos will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (each, size) = (run.size(quick: 6, usual: 50), run.size(quick: 48, usual: 128))
        source = try run.data(
            .dataSet("oxford-iiit-pet") { try Pets(dataSet: $0) }, standIn: "generated pets"
        ) {
            try Pets(generated: each, size: size)
        }
    }
}
