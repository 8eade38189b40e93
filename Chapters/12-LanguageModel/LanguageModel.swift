// # A language model from scratch
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch12`, run one section with `swift run ch12 --section 3`. With `--predict` it asks you to predict
// results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 12 of the book.
public final class LanguageModel: Chapter {
    public static let number = 12
    public static let title = "A Language Model from Scratch"
    public static let sections: [Section<LanguageModel>] = [
        Section(
            "The data", LanguageModel.lines, LanguageModel.oneStream, LanguageModel.numericalization),
        Section(
            "Our first language model", LanguageModel.threeWords, LanguageModel.batches, LanguageModel.pictures,
            LanguageModel.firstModel, LanguageModel.trainingTheFirst, LanguageModel.baseline, LanguageModel.counting,
            LanguageModel.longerTraining),
        Section(
            "Our first recurrent neural network", LanguageModel.theLoopDrawn, LanguageModel.sameModelTwice,
            LanguageModel.whyZeroWillDo, LanguageModel.trainingTheLoop),
        Section(
            "Backpropagation through time", LanguageModel.unrolledPicture, LanguageModel.oneCopyPerStep,
            LanguageModel.byHand),
        Section(
            "Maintaining the state", LanguageModel.whatIsCarried, LanguageModel.howFarBack, LanguageModel.growingGraph,
            LanguageModel.readers, LanguageModel.rowsThatContinue, LanguageModel.diary, LanguageModel.trainingWithState,
            LanguageModel.whatTheOrderIsWorth, LanguageModel.whatIsStillTrue),
        Section(
            "Creating more signal", LanguageModel.moreSignal, LanguageModel.outputAfterEveryWord,
            LanguageModel.theFourthModel, LanguageModel.flattening, LanguageModel.trainingEveryToken,
            LanguageModel.firstWordsAreHard, LanguageModel.unstable),
        Section(
            "Multilayer RNNs", LanguageModel.twoLayersDrawn, LanguageModel.shapesOfAStack,
            LanguageModel.sameAsTheEnginesRNN, LanguageModel.twoLayerModel, LanguageModel.oneThingAtATime),
        Section(
            "Exploding or disappearing activations", LanguageModel.doubledAndHalved, LanguageModel.matrixPowers,
            LanguageModel.floatsOnALine, LanguageModel.spacings, LanguageModel.stuckOrThrown,
            LanguageModel.slopesOfALinearNet, LanguageModel.gradientThroughTime,
            LanguageModel.whereTheStateIsDetached, LanguageModel.howMuchReachHelps),
        Section("LSTM", LanguageModel.memoryByHand, LanguageModel.twoBends),
        Section(
            "Building an LSTM from scratch", LanguageModel.cellDrawn, LanguageModel.twoStepsByHand,
            LanguageModel.aCellOfFourLayers, LanguageModel.stackedOrJoined, LanguageModel.chunksOfTen,
            LanguageModel.twoCellsAgree, LanguageModel.whichIsFaster, LanguageModel.sameAsTheEnginesLSTM),
        Section(
            "Training a language model with LSTMs", LanguageModel.lstmModel, LanguageModel.threeRates,
            LanguageModel.reachOfThreeLayers, LanguageModel.whoRemembersThousand, LanguageModel.clearedMemory),
        Section(
            "Dropout", LanguageModel.drawingZerosAndOnes, LanguageModel.netsWithHoles, LanguageModel.whyTheRestGrows,
            LanguageModel.layerByHand, LanguageModel.twoModes, LanguageModel.dropoutOfTheEngine,
            LanguageModel.conspiracy),
        Section(
            "Activation and temporal activation regularization", LanguageModel.penaltiesByHand,
            LanguageModel.whatTheyPull, LanguageModel.notWeightDecay, LanguageModel.beforeOrAfterDropout,
            LanguageModel.theCallbackAtWork),
        Section(
            "A weight-tied, regularised LSTM", LanguageModel.tiedByHand, LanguageModel.gradientsAdd,
            LanguageModel.onceForTheOptimizer, LanguageModel.whereLearningStarts,
            LanguageModel.twoWaysToTheSameLearner, LanguageModel.regularizedModel, LanguageModel.whatRowsMean,
            LanguageModel.eachAlone),
        Section(
            "Conclusion", LanguageModel.lostOnTheWay, LanguageModel.twoKindsOfMasks,
            LanguageModel.sameAsTheEnginesDropouts, LanguageModel.droppedWeights, LanguageModel.nothingDropped,
            LanguageModel.trainingTheWholeModel, LanguageModel.whereItIsInFastai, LanguageModel.allSeven,
            LanguageModel.whatEachStepBought, LanguageModel.countingOn, LanguageModel.howFarItCounts,
            LanguageModel.whatItConsiders, LanguageModel.whereItIsInTheEngine, LanguageModel.toRemember),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(110), .full: .seconds(900),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
