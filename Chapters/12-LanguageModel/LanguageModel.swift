// # A language model from scratch
//
// A language model reads words and says which word comes next. To do that well it must remember what it has read, and
// this chapter is about nets with a memory. It builds seven of them by hand, each out of the one before: a net of three
// layers with shared weights becomes a loop, the loop gets a state that outlives a batch, predicts after every word,
// gets a second layer and turns out worse, becomes an *LSTM*, and is regularized until it beats them all. On the way
// you see how a gradient travels back through time, why it explodes or vanishes, and what a trained memory cell has
// learned to keep.
//
// The text is as simple as a text can be: one . two . three . and so on to 9,999, in words. It takes seconds to read,
// and every idea can fail on it. It is spelled here exactly as the book's file has it, so our numbers stand beside the
// book's on the very same data, for several starts where the book has one. Section 12.15 builds AWD-LSTM from the same
// parts, the model that chapter 10 fine-tunes.
//
// Run it with `swift run ch12` (about two minutes), run one section with `swift run ch12 --section 3`,
// and look at everything in seconds with `--quick`. It makes its own text, so it needs no data. With `--predict` it
// asks you to predict results before it shows them.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 12 of the book.
public final class LanguageModel: Chapter, Sendable {
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
            LanguageModel.firstWordsAreHard, LanguageModel.unstable, LanguageModel.isItTheDepth),
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
            "A weight-tied, regularized LSTM", LanguageModel.tiedByHand, LanguageModel.gradientsAdd,
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
        .quick: .seconds(2), .usual: .seconds(135), .full: .seconds(330),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
