// # The training process
//
// (What this chapter is about, in a paragraph or two: to be written last.)
//
// Run it with `swift run ch16`, run one section with `swift run ch16 --section 3`, and train on the real digits with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 16 of the book.
public final class TrainingProcess: Chapter {
    public static let number = 16
    public static let title = "The training process"
    public static let sections: [Section<TrainingProcess>] = [
        // 1 Establishing a baseline
        // 2 A generic optimizer
        // 3 Momentum
        // 4 RMSProp
        // 5 Adam
        // 6 Decoupled weight decay
        Section(
            "Callbacks", TrainingProcess.basicLoop, TrainingProcess.copyAndEdit, TrainingProcess.changesThatMeet,
            TrainingProcess.listOfEvents, TrainingProcess.orderOfEvents, TrainingProcess.whoTrains),
        Section(
            "Creating a callback", TrainingProcess.modelReset, TrainingProcess.pythonsTrap,
            TrainingProcess.stateOfTheLoop, TrainingProcess.watching, TrainingProcess.humanNumbers,
            TrainingProcess.whoEmptiesTheMemory, TrainingProcess.penaltiesByHand, TrainingProcess.regularizedNumbers,
            TrainingProcess.scheduled, TrainingProcess.clipped, TrainingProcess.mixedDigits,
            TrainingProcess.sharesOfMixup, TrainingProcess.halves, TrainingProcess.gradientsInHalves,
            TrainingProcess.mixedPrecision, TrainingProcess.activationStatistics),
        Section(
            "Callback ordering and exceptions", TrainingProcess.fiveCancels, TrainingProcess.drawnCancel,
            TrainingProcess.terminated, TrainingProcess.sortedCallbacks, TrainingProcess.cyclesOfCallbacks,
            TrainingProcess.failures, TrainingProcess.twoErrors),
        Section(
            "Conclusion", TrainingProcess.manyCallbacks, TrainingProcess.ablation, TrainingProcess.sameAsTheLearner,
            TrainingProcess.otherCallbacks, TrainingProcess.whatTheLearnerDoesDifferently,
            TrainingProcess.callbacksForTheLearner, TrainingProcess.eventsAndPhases, TrainingProcess.whatToRemember),
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
        let (seed, each) = (run.seed, run.size(quick: 20, usual: 400, full: 2000))
        source = try run.data(.mnist(), .mnistPNG(), standIn: "generated digits") {
            .generated(digits: Array(0...9), train: each, valid: each / 2, seed: seed)
        }
    }
}
