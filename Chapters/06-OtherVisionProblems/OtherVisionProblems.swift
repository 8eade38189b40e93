// # Other computer vision problems
//
// Not every question about a photo is "which one of these is it?" There may be several things on a photo, or none of
// those that you know: that is multi-label classification, and it can say "no bear here". Or the answer may be a
// quantity, such as the place of a face: that is regression. Both need nothing but the net that you have already, with
// another number of outputs and another loss. On the way you read tables, build a data block step by step, look at
// activations by hand, choose a threshold, and find out which accuracies mean nothing.
//
// Run it with `swift run ch06` (about two and a half minutes), run one section with `swift run ch06 --section 3`, and
// look at everything in seconds with `--quick`. With `--data DIR` it learns from the photos that it finds there in
// `pascal_2007` or `coco_multilabel`, and from ImageNet's weights if they are there, too. Without them, scenes with the
// same twenty things are generated. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

/// Chapter 6 of the book.
public final class OtherVisionProblems: Chapter, Sendable {
    public static let number = 6
    public static let title = "Other Computer Vision Problems"
    public static let sections: [Section<OtherVisionProblems>] = [
        Section(
            "Multi-label classification",
            OtherVisionProblems.aFewPhotos,
            OtherVisionProblems.theTable,
            OtherVisionProblems.asAMatrix,
            OtherVisionProblems.newColumns,
            OtherVisionProblems.rowsByACondition,
            OtherVisionProblems.columnsOfThisRun,
            OtherVisionProblems.groupsAndCounts, OtherVisionProblems.joinedTables, OtherVisionProblems.labelsPerPhoto,
            OtherVisionProblems.photosPerLabel,
            OtherVisionProblems.sayingNothing,
            OtherVisionProblems.labelsTogether),
        Section(
            "Constructing a DataBlock",
            OtherVisionProblems.pairsOfNumbers,
            OtherVisionProblems.whichOneFirst,
            OtherVisionProblems.theRowTwice,
            OtherVisionProblems.twoClosures,
            OtherVisionProblems.pathsAndLists,
            OtherVisionProblems.whatAFileKeeps,
            OtherVisionProblems.byTheirNames,
            OtherVisionProblems.twentyNumbers,
            OtherVisionProblems.blocksAtLast,
            OtherVisionProblems.aTextInPlaceOfAList,
            OtherVisionProblems.theColumnDecides,
            OtherVisionProblems.rareLabels,
            OtherVisionProblems.theFinishedPlan,
            OtherVisionProblems.cutAway),
        Section(
            "Binary cross-entropy",
            OtherVisionProblems.oneBatchByHand,
            OtherVisionProblems.theBooksRow,
            OtherVisionProblems.oneQuestion,
            OtherVisionProblems.theRowWithFourTargets,
            OtherVisionProblems.tooSure,
            OtherVisionProblems.lossOfAnUntrainedHead,
            OtherVisionProblems.softmaxMustChoose,
            OtherVisionProblems.softmaxOfThisRun,
            OtherVisionProblems.nllPicksOne,
            OtherVisionProblems.tableOfLosses,
            OtherVisionProblems.chosenByTheBlock,
            OtherVisionProblems.bothAccuracies,
            OtherVisionProblems.someArgumentsBeforehand,
            OtherVisionProblems.sevenEpochs,
            OtherVisionProblems.whatItSaysOfSome,
            OtherVisionProblems.validatedTwice,
            OtherVisionProblems.askedOnce,
            OtherVisionProblems.sigmoidTwice,
            OtherVisionProblems.accuracyByThreshold,
            OtherVisionProblems.twoKindsOfMistakes,
            OtherVisionProblems.precisionAndRecall,
            OtherVisionProblems.onOtherPhotos,
            OtherVisionProblems.jaggedCurves,
            OtherVisionProblems.everyClass,
            OtherVisionProblems.aThresholdForEach,
            OtherVisionProblems.strangersCalledBears,
            OtherVisionProblems.whichStrangers,
            OtherVisionProblems.doesItCostAccuracy,
            OtherVisionProblems.sideBySide,
            OtherVisionProblems.whatIsThere,
            OtherVisionProblems.whichBear),
        Section(
            "Regression",
            OtherVisionProblems.whatIsInTheFolder, OtherVisionProblems.posesBesidePictures,
            OtherVisionProblems.theMatrixOfACamera, OtherVisionProblems.theBooksPoint,
            OtherVisionProblems.measurementsThatAreWrong, OtherVisionProblems.oneBadFrameAmongMany,
            OtherVisionProblems.twoCameras, OtherVisionProblems.oneRecordingHeldBack,
            OtherVisionProblems.nearestTwins, OtherVisionProblems.recordedTwice,
            OtherVisionProblems.mirroredPoint, OtherVisionProblems.paintedDot,
            OtherVisionProblems.maskAndBox, OtherVisionProblems.theBlockOfHeads,
            OtherVisionProblems.scaledAndBack, OtherVisionProblems.curveOfTheRange,
            OtherVisionProblems.lastLayerOfAHead, OtherVisionProblems.slopesOfTheRange,
            OtherVisionProblems.wayToTheBorder, OtherVisionProblems.whereTheLabelsAre,
            OtherVisionProblems.movedCell, OtherVisionProblems.pointedCell, OtherVisionProblems.pooledOrPointing,
            OtherVisionProblems.stretchedByMistake, OtherVisionProblems.learnedFromAllPairs,
            OtherVisionProblems.rateForHeads, OtherVisionProblems.fiveEpochsOfHeads,
            OtherVisionProblems.lossesAsPixels, OtherVisionProblems.shownResults,
            OtherVisionProblems.sameRecordingOtherSeeds, OtherVisionProblems.otherPeopleHeldBack,
            OtherVisionProblems.bookOrMoreLight, OtherVisionProblems.darkerAndBrighter,
            OtherVisionProblems.threeWaysToHoldBack,
            OtherVisionProblems.labelsThatStay, OtherVisionProblems.pretrainedOrNew,
            OtherVisionProblems.withFewFrames, OtherVisionProblems.tableOfFaces,
            OtherVisionProblems.tipOfTheNose, OtherVisionProblems.allPlaces,
            OtherVisionProblems.knownFacesAgain, OtherVisionProblems.nearestPictures),
        Section(
            "Conclusion",
            OtherVisionProblems.threeQuestions, OtherVisionProblems.classesAsNumbers,
            OtherVisionProblems.meanOrMedian, OtherVisionProblems.wildLabels),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(150), .full: .seconds(1800),
    ]

    let run: Run
    /// Photos with several labels if they are at hand, else generated scenes.
    let source: DataSource<LabelledPhotos>
    /// Photos of bears if they are at hand, else three breeds of generated dogs, who have to stand in for them.
    let bearSource: DataSource<Bears>

    /// Frames of heads: BIWI's if there are enough of them, else generated ones.
    let headSource: HeadSource
    /// Faces with 68 places each, or generated ones.
    let faceSource: DataSource<Faces>

    /// Finds out where the data will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (scenes, size) = (run.size(quick: 48, usual: 800), run.size(quick: 48, usual: 96))
        source = try run.data(
            .dataSet("pascal_2007") { try LabelledPhotos(dataSet: $0) },
            .dataSet("coco_multilabel") { try LabelledPhotos(dataSet: $0, table: "train_voc20.csv") },
            standIn: "generated scenes"
        ) {
            try LabelledPhotos(generated: scenes, valid: scenes, size: size)
        }
        let each = run.size(quick: 12, usual: 60)
        bearSource = try run.data(
            .dataSet("bears") { try Bears(dataSet: $0) }, standIn: "generated dogs", isInBook: false
        ) {
            try Bears(generated: each, size: size)
        }
        (headSource, faceSource) = (try .init(run), try Self.faces(run))
        run.use(headSource)
    }
}
