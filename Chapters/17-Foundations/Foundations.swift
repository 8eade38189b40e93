// # A neural net from the foundations
//
// Here nothing is taken for granted. We begin with a tensor whose numbers can be read and written one by one, and build
// on it whatever a neural net needs: the matrix product, arithmetic on whole tensors, broadcasting, Einstein's
// notation, a start that survives fifty layers, the forward pass, and the backward pass by hand. Each convenience of
// the engine may be used once it has been built, and each time both are compared: they give the same numbers.
//
// At the end the functions have become layers, layers have become modules, and what `backward()` does holds no secret.
//
// Run it with `swift run ch17`, run one section with `swift run ch17 --section 4`, and train on the real digits with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 17 of the book.
public final class Foundations: Chapter {
    public static let number = 17
    public static let title = "A neural net from the foundations"
    public static let sections: [Section<Foundations>] = [
        Section(
            "Modelling a neuron",
            Foundations.oneNeuron, Foundations.whatWeightsDo, Foundations.aLayerOfLists,
            Foundations.swapRowsAndColumns, Foundations.theTransposeIsAView, Foundations.writingThroughAView),
        Section(
            "Matrix multiplication from scratch",
            Foundations.oneCell, Foundations.threeLoops, Foundations.sameAsTheEngines, Foundations.timeAPiece,
            Foundations.timeTheLoops, Foundations.sameLoopsThreeTimes),
        Section(
            "Elementwise arithmetic",
            Foundations.arithmetic, Foundations.comparisons, Foundations.reductions, Foundations.slices,
            Foundations.shapesThatDiffer, Foundations.rowTimesColumn),
        Section(
            "Broadcasting",
            Foundations.aNumberAndATable, Foundations.aRowAndATable, Foundations.expandedViews,
            Foundations.whatItCosts, Foundations.newAxes, Foundations.oneLoopLeft, Foundations.theLayerInOneLine),
        Section(
            "The rules of broadcasting",
            Foundations.threeTables, Foundations.whatFits, Foundations.batchAndMean, Foundations.normalizeABatch,
            Foundations.rightByAccident),
        Section(
            "Einstein summation",
            Foundations.stringsAndFormulas, Foundations.takeApart, Foundations.refuse, Foundations.diagonalIsAView,
            Foundations.oursAndTheEngines, Foundations.theRulesTriedOut, Foundations.whatEinsumCosts),
        Section(
            "Five matrix products",
            Foundations.sideBySide, Foundations.theRace, Foundations.perRequest, Foundations.onlyTheLoop,
            Foundations.howFastAtAll, Foundations.whatIsLeft),
        Section(
            "Defining and initializing a layer", Foundations.twoLayersAreOne, Foundations.howLargeTheNumbersGet,
            Foundations.theRootOfTheInputs, Foundations.exploding, Foundations.vanishing, Foundations.upAndDown,
            Foundations.theSameInDouble, Foundations.xavierHolds, Foundations.aLittleOff, Foundations.scaledLayer,
            Foundations.reluOfALayer, Foundations.xavierAndReLU, Foundations.kaimingHolds, Foundations.whatSurvives,
            Foundations.scaledLayerWithReLU, Foundations.theDefault, Foundations.threeStarts,
            Foundations.scalesOfTheEngine, Foundations.shapeOfTheOutput, Foundations.missingSqueeze,
            Foundations.argumentOfSqueeze),
        Section(
            "Gradients and the backward pass", Foundations.chainRule, Foundations.chainOfOneNeuron,
            Foundations.thereAndBack, Foundations.pencilNet, Foundations.littleNetAsAGraph,
            Foundations.threeWaysToWriteIt, Foundations.whatIsNeverBuilt, Foundations.howFarToNudge,
            Foundations.everyNumberOfThePencilNet, Foundations.thousandsAtOnce, Foundations.theLossIsNotUsed,
            Foundations.allOrders, Foundations.whatIsRead, Foundations.backwardTwice, Foundations.usedTwice,
            Foundations.atTheKink, Foundations.forgottenTranspose, Foundations.everyOutputToTheMean),
        Section(
            "Refactoring the model", Foundations.layersAsClasses, Foundations.modelAsAClass,
            Foundations.aLayerRemembersOneCall, Foundations.layerFunction, Foundations.foundByTheCompiler,
            Foundations.plainArrays),
        Section(
            "Layers of the engine", Foundations.operationOfOnesOwn, Foundations.aContextForEveryCall,
            Foundations.trackedOrNot, Foundations.netOfFunctions, Foundations.losses,
            Foundations.tamperingWithGradients, Foundations.reversal, Foundations.linearLayer,
            Foundations.parametersAreFound, Foundations.lostParameters,
            Foundations.modelAsAModule, Foundations.sequentialOfTheEngine, Foundations.trainingWithMyReLU,
            Foundations.ladderOfVersions, Foundations.ladderByNudging, Foundations.whatIsKept),
        Section(
            "A convolution of our own", Foundations.unfoldDrawn, Foundations.windowsAndStrides,
            Foundations.whatUnfoldCosts, Foundations.convolutionByUnfold, Foundations.foldIsTheWayBack,
            Foundations.sizesOfAConvNet, Foundations.trainingAConvNet, Foundations.theEnginesConvolution,
            Foundations.learnedKernels),
        Section("Conclusion", Foundations.whatWasBuilt, Foundations.takeaways),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(30), .full: .seconds(200),
    ]

    let run: Run
    /// Digits for the nets that are trained in sections 17.11 and 17.12: MNIST if it is at hand, else the generator.
    let source: DataSource<DigitImages>

    /// Finds out where the digits will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (seed, each) = (run.seed, run.size(quick: 20, usual: 800, full: 4000))
        source = try run.data(.mnist(), .mnistPNG(), standIn: "generated digits") {
            .generated(digits: Array(0...9), train: each, valid: each / 2, seed: seed)
        }
    }
}
