// # A baseline
//
// Section 16.1 · After this page you have a baseline: a first result, which other optimizers have to beat.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Chance decides with which weights a net starts and in which order it sees the images. So one training says little. We
// train from several seeds, and every optimizer gets the same seeds, hence the same weights and the same batches.
// `trainings` does that, and keeps a `TrainingRun` of each: its losses, learning rates and accuracies. `adamRuns`, the
// first of them, is the baseline:

extension TrainingProcess {
    /// Trains new nets, one for each seed; usually there are five.
    func trainings(
        _ optimizer: @escaping OptimizerMaker, seeds: Int = 5, _ fit: (DigitLearner) throws -> Void
    ) throws -> [TrainingRun] {
        try run.overSeeds(run.size(quick: 1, usual: seeds, full: 10)) { random in
            let learner = try learner(optimizer, using: &random)
            try EpochReporting.silently { try fit(learner) }
            return TrainingRun(learner)
        }
    }

    /// The baseline: Adam, and one cycle up to a rate of 0.003.
    var adamRuns: [TrainingRun] {
        get throws {
            try run.once {
                try trainings({ AdamW($0, learningRate: $1) }) { try $0.fitOneCycle(epochCount, learningRate: 0.003) }
            }
        }
    }

    func adamsBaseline() throws {
        // First the most trivial model, which knows nothing but the most frequent digit. Then the book's baseline: the
        // library's default optimizer, three epochs, one cycle of the learning rate (the library's `fit_one_cycle`;
        // section 16.3 shows the cycle).
        record("baseline/majority", try majorityShare)
        let runs = try adamRuns
        show(
            besideTheBook(runs, BookNumbers.adam), "Adam, one cycle up to 0.003, on \(source.name); the book on photos")
        record("adam/accuracy", over: runs.map(\.accuracy), book: 0.594904, differs: otherTask)
        record("adam/valid-loss", over: runs.map(\.validLoss), book: 1.374908, differs: otherTask)

        // A digit is easier to recognize than a photo of a church, and our net has a tiny part of the parameters.
        // So there is no point in comparing our accuracies with the book's. What can be compared is one optimizer with
        // another on the same task, and then the order that comes out here with the order there. (The train_loss is a
        // running mean in which older batches fade; the other two numbers come from the validation images.)
    }
}
