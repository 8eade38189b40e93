// # Hearing by looking
//
// Section 1.7 · After this page you have trained a net for photos to understand spoken digits.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Now these pictures are treated like photos of pets. The same four questions have to be answered: where are the items,
// what is on them, which ones are for validation, and how do they become equally large? There is one difference. A
// photo may be mirrored, and a cat remains a cat; a mirrored spectrogram is a word said backwards. So nothing is
// changed at random here. The pictures are squeezed to squares, whatever their length.

extension FirstModels {
    /// The recordings as pictures.
    var spokenDigits: [DrawnPicture] {
        get throws {
            try run.once {
                try recordings.map { spoken in
                    DrawnPicture(
                        photo: Photo(picture(ofSpectrogram: spectrogram(spoken.sound.samples))),
                        label: digitWords[spoken.digit], group: spoken.speaker)
                }
            }
        }
    }

    /// For how many epochs everything learns. Real voices differ more than those that were made up.
    var digitEpochs: Int { run.size(quick: 1, usual: data.sounds.folder == nil ? 5 : 8, full: 15) }

    /// A learner of spoken digits, fine-tuned once.
    var digitLearner: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                var random = run.random
                let pictures = try spokenDigits
                let block = DataBlock(
                    target: CategoryBlock(), items: { _ in pictures }, splitter: .random(share: 0.2, seed: 42),
                    getX: { $0.photo }, getY: { $0.label },
                    item: Resize(Size2D(try smallPretrained.size), .squish))
                let data = try block.loaders(of: pictures, batchSize: run.size(quick: 4, usual: 16), using: &random)
                let learner = VisionLearner(
                    data, body: try smallPretrained.body(), head: HeadPlan(hidden: [], dropout: 0.1),
                    metrics: [.accuracy], using: &random)
                try EpochReporting.silently { try learner.fineTune(digitEpochs, rate: 1e-2, divisor: 10) }
                return learner
            }
        }
    }

    /// The accuracy of that training and of some more, each with a split of its own.
    var digitAccuracies: [Double] {
        get throws {
            try run.once {
                let first = Double(try digitLearner.learner.recorder["accuracy"].last!)
                return try [first]
                    + drawnAccuracies(
                        try spokenDigits, seeds: run.size(quick: 1, usual: 2, full: 4), epochs: digitEpochs
                    ) { .random(share: 0.2, seed: $0) }
            }
        }
    }
}

// Trained once, the net can be looked at; trained several times, with another fifth of the recordings kept back each
// time, it says how much of the result is luck:

extension FirstModels {
    func understandDigits() throws {
        let learner = try digitLearner
        show(
            epochTable(of: learner.learner.recorder, named: ["accuracy"]),
            "Fine-tuning a net for pictures on \(data.sounds.name)")
        show(try learner.showResults(count: 8, columns: 4), "What it says of recordings that it has not seen")
        let accuracies = try digitAccuracies
        record("sounds/guessing", 0.1)
        record(
            "sounds/accuracy", over: accuracies,
            predict: .choice(
                "Ten digits, so guessing gets one of ten right. What share does the net get right?",
                ["below a half", "from a half to 0.85", "above 0.85"],
                answer: bracket(Spread(accuracies).mean, 0.5, 0.85)))

        // The body of this net has learned from drawn scenes before, with trees and boats, and has never heard of
        // spectrograms. Edges, stripes and spots are there in both.
        //
        // A student of the book's course, Ethan Sutin, did just that with 8,732 sounds of a city, among them dogs,
        // drills and sirens, and got a better accuracy than had been published for these data. Nobody had told the
        // net anything about sound.
        //
        // One thing may be too good here. The validation recordings were drawn at random, so the net has learned from
        // other recordings of the same people. How it does with somebody whom it has never heard is another question;
        // section 1.10 asks it.
    }
}

// MARK: Helpers

/// Which of three shares a number belongs to, in the words of the options.
func bracket(_ share: Double, _ low: Double, _ high: Double) -> String {
    func text(_ number: Double) -> String { number == 0.5 ? "a half" : "\(number)" }
    return share < low
        ? "below \(text(low))" : share > high ? "above \(text(high))" : "from \(text(low)) to \(text(high))"
}

/// The epochs that a recorder has seen, with their losses and metrics.
func epochTable(of recorder: Recorder, named metrics: [String]) -> TextTable {
    var table = TextTable(["epoch", "train_loss", "valid_loss"] + metrics, decimals: 4)
    for row in recorder.rows {
        table.rows.append([row.epoch, row.trainLoss, row.validLoss] + row.metrics.map { $0 as any TableCell })
    }
    return table
}
