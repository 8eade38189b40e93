// # The training process
//
// A training has two parts that this book has taken for granted. One is the *optimizer*, which turns gradients into
// steps. The other is the *loop* around it, which is always the same and yet has to be changed for every new idea. In
// this chapter you take both apart.
//
// An optimizer turns out to be a list of small functions. With half a dozen of them you get gradient descent, momentum,
// RMSProp, Adam, and weight decay of two kinds, each equal to the engine's and to PyTorch's. Then comes the loop: it
// tells its *callbacks* about everything that happens, and lets them change it.
//
// Run it with `swift run ch16`, run one section with `swift run ch16 --section 3`, and train on the real digits with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them. With `--full` it trains a larger
// net, from ten seeds in place of five.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 16 of the book.
public final class TrainingProcess: Chapter {
    public static let number = 16
    public static let title = "The training process"
    public static let sections: [Section<TrainingProcess>] = [
        Section(
            "Establishing a baseline", TrainingProcess.digits, TrainingProcess.theNet, TrainingProcess.adamsBaseline,
            TrainingProcess.finderForDescent, TrainingProcess.plainDescent, TrainingProcess.momentumByDefault),
        Section(
            "A generic optimizer", TrainingProcess.firstStepper, TrainingProcess.stateIsMerged,
            TrainingProcess.whatIsLeftOut, TrainingProcess.sameAsTheEngines, TrainingProcess.ownDescent),
        Section(
            "Momentum", TrainingProcess.ballAndAverage, TrainingProcess.firstPicture, TrainingProcess.fourMomenta,
            TrainingProcess.outliers, TrainingProcess.velocity, TrainingProcess.tenTimes,
            TrainingProcess.threeConventions, TrainingProcess.acrossTheValley, TrainingProcess.bestRates,
            TrainingProcess.ballOverBumps, TrainingProcess.wideMinima, TrainingProcess.ownMomentum,
            TrainingProcess.theCycle),
        Section(
            "RMSProp", TrainingProcess.ratesOfTheirOwn, TrainingProcess.sameStepForAll, TrainingProcess.tenTimesAgain,
            TrainingProcess.whereEpsilonIs, TrainingProcess.ownRMSProp),
        Section(
            "Adam", TrainingProcess.unbiased, TrainingProcess.adamSteps, TrainingProcess.theBooksFormula,
            TrainingProcess.firstAndSteady, TrainingProcess.largestRate, TrainingProcess.fourInAValley,
            TrainingProcess.turnedValley,
            TrainingProcess.shootOut, TrainingProcess.ratesByTheFinder, TrainingProcess.youngerOptimizers,
            TrainingProcess.memoryOfSquares),
        Section(
            "Decoupled weight decay", TrainingProcess.twoDecays, TrainingProcess.equalForDescent,
            TrainingProcess.unequalForAdam, TrainingProcess.whoDecays, TrainingProcess.decayOnDigits),
        Section(
            "Callbacks", TrainingProcess.basicLoop, TrainingProcess.copyAndEdit, TrainingProcess.changesThatMeet,
            TrainingProcess.listOfEvents, TrainingProcess.orderOfEvents, TrainingProcess.whoTrains),
        Section(
            "Creating a callback", TrainingProcess.modelReset, TrainingProcess.pythonsTrap,
            TrainingProcess.stateOfTheLoop, TrainingProcess.watching, TrainingProcess.humanNumbers,
            TrainingProcess.whoEmptiesTheMemory, TrainingProcess.penaltiesByHand, TrainingProcess.regularizedNumbers,
            TrainingProcess.scheduled, TrainingProcess.clipped, TrainingProcess.mixedDigits,
            TrainingProcess.sharesOfMixup, TrainingProcess.halves, TrainingProcess.gradientsInHalves,
            TrainingProcess.mixedPrecision, TrainingProcess.smallGradients, TrainingProcess.withoutMasterWeights,
            TrainingProcess.activationStatistics),
        Section(
            "Callback ordering and exceptions", TrainingProcess.fiveCancels, TrainingProcess.drawnCancel,
            TrainingProcess.terminated, TrainingProcess.sortedCallbacks, TrainingProcess.cyclesOfCallbacks,
            TrainingProcess.failures, TrainingProcess.hooksThatStay, TrainingProcess.twoErrors),
        Section(
            "Conclusion", TrainingProcess.manyCallbacks, TrainingProcess.ablation, TrainingProcess.sameAsTheLearner,
            TrainingProcess.otherCallbacks, TrainingProcess.whatTheLearnerDoesDifferently,
            TrainingProcess.callbacksForTheLearner, TrainingProcess.eventsAndPhases, TrainingProcess.nineCurves,
            TrainingProcess.sixQuestions, TrainingProcess.whatTheLeakIsWorth, TrainingProcess.whatToRemember),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(120), .full: .seconds(600),
    ]

    let run: Run
    /// Ten digits: MNIST if it is at hand, else the generator.
    let source: DataSource<DigitImages>

    /// Finds out where the digits will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (seed, size) = (run.seed, run.size(quick: (train: 40, valid: 20), usual: (train: 1000, valid: 400)))
        source = try DataSource(.mnist(), .mnistPNG(), standIn: "generated digits", in: run.locator) {
            .generated(digits: Array(0...9), train: size.train, valid: size.valid, seed: seed)
        }
        run.use(InPlaceOfImagenette(name: source.name, notices: source.notices))
    }
}
