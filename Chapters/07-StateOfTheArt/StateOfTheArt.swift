// # Training a state-of-the-art model
//
// The chapters before took a net that others had trained, and taught it something new. This one begins with nothing: a
// net of random numbers, and photos of ten things. What can be done to make it as good as it can be? There are five
// techniques, none of them more than a few lines: normalizing the photos, beginning with small ones, looking at each
// several times before saying what it shows, mixing photos with one another, and not being too sure. Each is built
// here, and then judged as the book advises and does not always do itself: on one fixed set of photos, from several
// starts, at equal work. Not every technique will help, and a page that measures says so.
//
// Run it with `swift run ch07` (one to three minutes on two cores), run one section with `swift run ch07 --section 3`,
// and look at everything in seconds with `--quick`. With `--data DIR` it learns from the photos that it finds there:
// those of `imagenette2` (or `imagenette2-320`, `imagenette2-160`), else of `tiny_imagenet_10`. Without them, scenes
// are generated. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Notebook
import Tensors
import Vision

/// Chapter 7 of the book.
public final class StateOfTheArt: Chapter, Sendable {
    public static let number = 7
    public static let title = "Training a State-of-the-Art Model"
    public static let sections: [Section<StateOfTheArt>] = [
        Section(
            "Imagenette", StateOfTheArt.fourDataSets, StateOfTheArt.aLookAtThem, StateOfTheArt.countsBehindTheBook,
            StateOfTheArt.howLargeItIs, StateOfTheArt.whatEachLayerMakes, StateOfTheArt.whatASizeCosts,
            StateOfTheArt.theBaseline, StateOfTheArt.firstMistakes, StateOfTheArt.threePointsOfFive,
            StateOfTheArt.fourOfTen, StateOfTheArt.sameOrder, StateOfTheArt.threeIdeasOnThreeSets,
            StateOfTheArt.ordersOnSmallSets),
        Section(
            "Normalization", StateOfTheArt.statisticsOfABatch, StateOfTheArt.withItsOwnStatistics,
            StateOfTheArt.blackAndWhite, StateOfTheArt.afterImageNetsNumbers, StateOfTheArt.wherePixelsDiffer,
            StateOfTheArt.changesMoveThem, StateOfTheArt.theSameNormalized, StateOfTheArt.theNormTakesItOut,
            StateOfTheArt.withoutNorms, StateOfTheArt.whatStartsTooLarge, StateOfTheArt.fedWrongly,
            StateOfTheArt.measuredAgain, StateOfTheArt.inOneFile, StateOfTheArt.wrongForOthers),
        Section(
            "Progressive resizing", StateOfTheArt.photosOfTwoSizes, StateOfTheArt.judgedAtOtherSizes,
            StateOfTheArt.bothPhases,
            StateOfTheArt.oneGroup, StateOfTheArt.eachReasonAlone, StateOfTheArt.comparedFairly,
            StateOfTheArt.lossByWork, StateOfTheArt.alsoAnAugmentation, StateOfTheArt.twoRandomSplits,
            StateOfTheArt.whatALeakIsWorth, StateOfTheArt.resizedWithAPretrainedBody, StateOfTheArt.moreSteps),
        Section(
            "Test time augmentation",
            StateOfTheArt.photosAtTheEdge, StateOfTheArt.whatSquaresCost, StateOfTheArt.fiveLooksAtOnePhoto,
            StateOfTheArt.byHandAndByTTA, StateOfTheArt.sameLooksAgain, StateOfTheArt.countsOfTheBook,
            StateOfTheArt.meanAndMaximum, StateOfTheArt.moreLooks, StateOfTheArt.whatLooksCost,
            StateOfTheArt.oneKindAtATime, StateOfTheArt.fiveSquares),
        Section(
            "Mixup",
            StateOfTheArt.churchAndGasStation, StateOfTheArt.figureOfTwoPhotos, StateOfTheArt.aDialFromNothingToHalf,
            StateOfTheArt.formulaAsCode, StateOfTheArt.greekLetters, StateOfTheArt.isItBeta, StateOfTheArt.threeDials,
            StateOfTheArt.theLargerPart, StateOfTheArt.twoFormsOfTheLoss, StateOfTheArt.whatTheNetSees,
            StateOfTheArt.theLowestLoss, StateOfTheArt.withAndWithout, StateOfTheArt.curvesOfBoth,
            StateOfTheArt.sureAndRight, StateOfTheArt.oneDialForTwo, StateOfTheArt.mixedAfterALayer,
            StateOfTheArt.pasted),
        Section(
            "Label smoothing",
            StateOfTheArt.smoothedTargets, StateOfTheArt.lossOfSixPhotos, StateOfTheArt.scoreForAProbability,
            StateOfTheArt.descentOnScores, StateOfTheArt.boundedGradients, StateOfTheArt.leadsByEpoch,
            StateOfTheArt.plantedMistakes, StateOfTheArt.smoothingAgainstMistakes, StateOfTheArt.lengthsWithSmoothing,
            StateOfTheArt.onePixel, StateOfTheArt.aLittleNoise, StateOfTheArt.islandsOfMistakes),
        Section(
            "Conclusion",
            StateOfTheArt.oneTable, StateOfTheArt.fiveTechniques),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(150), .full: .seconds(4 * 3600),
    ]

    let run: Run
    /// Imagenette if it is at hand, else ten classes of Tiny ImageNet, else generated scenes.
    let source: DataSource<Photographs>

    /// Finds out where the photos will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (limits, seed) = (Self.limits(run), run.seed)
        func read(_ name: String) -> DataCandidate<Photographs> {
            .dataSet(name) { try Photographs(folder: $0, limits) }
        }
        source = try run.data(
            read("imagenette2"), read("imagenette2-320"), read("imagenette2-160"), read("tiny_imagenet_10"),
            standIn: "generated scenes"
        ) {
            try .generated(limits, size: limits.side, seed: seed)
        }
    }

    private static func limits(_ run: Run) -> Photographs.Limits {
        Photographs.Limits(
            train: run.size(quick: 60, usual: 800, full: 10_000), valid: run.size(quick: 30, usual: 400, full: 4_000),
            side: run.size(quick: 40, usual: 60, full: 160), inMemory: run.size(quick: true, usual: true, full: false))
    }
}
