// # Your deep learning journey
//
// You need not know anything about deep learning for this chapter, only how to read a program. In its first minute you
// train a model that tells cats from dogs on photographs, by a handful of lines, and let it look at a photo of yours.
// Then you see what happened: where the idea of neurons comes from and why it was given up twice, what learning means
// for a machine, what each of the lines does, and what the model has learned to see. The same few lines then work on
// streets, films, people in tables, sounds and even programs. And you see how such models deceive those who judge
// them by what they have learned from.
//
// Whatever is new here comes again later, one thing at a time. So do not stop where something stays unclear: look at
// the picture, and go on.
//
// Run it with `swift run ch01` (about a minute, two with real data), run one section with `swift run ch01 --section 3`,
// and look at everything in seconds with `--quick`. With `--image FILE` it looks at a photo of yours. With `--data DIR`
// it learns from the data that it finds there; without, photos of pets and all the rest are generated. With `--predict`
// it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

/// Chapter 1 of the book.
public final class FirstModels: Chapter, Sendable {
    public static let number = 1
    public static let title = "Your Deep Learning Journey"
    public static let sections: [Section<FirstModels>] = [
        Section(
            "Deep learning is for everyone",
            FirstModels.layersInARow, FirstModels.whereItIsBest, FirstModels.threeMyths, FirstModels.withFewPhotos),
        Section(
            "Neural networks: a brief history",
            FirstModels.neuronDrawn, FirstModels.logicWithNeurons, FirstModels.learningOr,
            FirstModels.squaresAndDiscs, FirstModels.shapesThatMove, FirstModels.oneNeuronTries,
            FirstModels.twoLayersByHand, FirstModels.eightRequirements, FirstModels.folding),
        Section(
            "Your first model",
            FirstModels.theData, FirstModels.whatHappensAtFirst, FirstModels.theTraining, FirstModels.loopsAndLanes,
            FirstModels.drawingsOfPets, FirstModels.isThisACat, FirstModels.whatItCannotSay),
        Section(
            "What is machine learning?",
            FirstModels.anOrdinaryProgram, FirstModels.rulesForCats, FirstModels.programsWithWeights,
            FirstModels.resultsAndPerformance, FirstModels.learningByPlaying, FirstModels.thenItIsAProgram,
            FirstModels.widerAndWider,
            FirstModels.samuelsWordsAndOurs, FirstModels.whatTrainingNeeds, FirstModels.whatOneAlreadyHas,
            FirstModels.patrolsAndArrests),
        Section(
            "How our image recognizer works",
            FirstModels.pathsAndFiles, FirstModels.catsBeginWithACapital, FirstModels.theTrapOfNames,
            FirstModels.theSameNetOnManySizes, FirstModels.whichKind, FirstModels.theSamePhotosAndANumber,
            FirstModels.whichFifth, FirstModels.theSplitMatters, FirstModels.curvesThroughPoints,
            FirstModels.labelsByCoin, FirstModels.forTooLong, FirstModels.leavesUntilAllIsKnown,
            FirstModels.turningTheParameters, FirstModels.equallyOftenWrong, FirstModels.bodyAndHead,
            FirstModels.pretrainedOrNot, FirstModels.twoStepsByHand, FirstModels.familyOfResNets),
        Section(
            "What our image recognizer learned",
            FirstModels.filtersOfTheFirstLayer, FirstModels.whatTheFiltersSee, FirstModels.placesThatLayersLike,
            FirstModels.coveredInTurn),
        Section(
            "Image recognizers can tackle non-image tasks",
            FirstModels.aWave, FirstModels.aPureTone, FirstModels.spokenPictures, FirstModels.understandDigits,
            FirstModels.threeNumbers, FirstModels.fourOils, FirstModels.twoHands, FirstModels.eightBitsEach,
            FirstModels.fourFamilies, FirstModels.ruleOfThumb),
        Section("Jargon recap", FirstModels.allWords),
        Section(
            "Deep learning is not just for image classification",
            FirstModels.pixelsOfStreets, FirstModels.reviews, FirstModels.oneReview, FirstModels.incomes,
            FirstModels.noNumberLeavesTheRange, FirstModels.ratings, FirstModels.withoutARange),
        Section(
            "Validation sets and test sets",
            FirstModels.learnedByHeart, FirstModels.howManyToJudgeBy, FirstModels.bestByChance,
            FirstModels.onceIsEnough, FirstModels.twoSplits, FirstModels.bothSplitsJudge, FirstModels.groceries,
            FirstModels.twoFrames, FirstModels.newVoices, FirstModels.vendorsNumbers),
        Section("A choose your own adventure moment", FirstModels.whereToGoNow),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(60), .full: .seconds(1200),
    ]

    let run: Run
    /// The photos of pets if they are at hand, else generated ones.
    let source: DataSource<PetFolder>
    /// The data of sections 1.7 to 1.10.
    let data: OtherData

    /// Finds out where the data will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (each, size) = (run.size(quick: 6, usual: 50), run.size(quick: 48, usual: 128))
        source = try run.data(.dataSet("oxford-iiit-pet") { try PetFolder($0) }, standIn: "generated pets") {
            try PetFolder(generated: each, size: size)
        }
        data = try OtherData(run)
    }
}
