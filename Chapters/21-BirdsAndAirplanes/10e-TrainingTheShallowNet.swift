// # Training the shallow net
//
// Section 21.10 · After this page you will have trained the first net of this chapter, and know how good it is.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The book's second training takes batches of 64 in a new order each epoch, at the rate 0.01, for 100 epochs. The
// function `train` does that, for any net and loss. After each epoch it notes in a `TrainingCurve` the loss of the last
// batch, which is what the book prints, and the accuracy on the validation pictures:

/// What a training has measured after each epoch.
public struct TrainingCurve: Sendable {
    public var lastLosses: [Float] = []
    public var trainAccuracies: [Float] = []
    public var validAccuracies: [Float] = []
}

/// Trains a net in shuffled batches of 64, by plain gradient descent.
/// - Parameter checksTraining: whether the accuracy on the training pictures is measured after each epoch as well.
public func train(
    _ net: any Layer<Tensor, Tensor>, on set: FlatPictures, checkedWith valid: FlatPictures, epochs: Int,
    rate: Float = 0.01, checksTraining: Bool = false, using random: inout some RandomNumberGenerator,
    loss: (_ outputs: Tensor, _ labels: IntTensor) -> Tensor
) -> TrainingCurve {
    let loader = DataLoader(set, batchSize: 64, shuffledUsing: &random)
    let optimizer = SGD(net.parameters, learningRate: rate)
    var curve = TrainingCurve()
    progress("Training", epochs * loader.count) { bar in
        for _ in 0..<epochs {
            var last: Float = 0
            for (x, labels) in loader {
                last = learn(x, labels, net, optimizer, loss: loss)
                bar.advance()
            }
            curve.lastLosses.append(last)
            if checksTraining { curve.trainAccuracies.append(accuracy(net, set)) }
            curve.validAccuracies.append(accuracy(net, valid))
        }
    }
    return curve
}

// The nets of this section share the number of epochs, `epochsHere`, and `shallowTrainings` keeps the trained nets for
// this page and for section 21.11:

extension BirdsAndAirplanes {
    /// How many epochs the nets of this section learn: the book's 100 in a full run.
    var epochsHere: Int { run.size(quick: 1, usual: 6, full: 100) }

    /// The shallow net after its training, for the run's seed and others.
    var shallowTrainings: [(net: Sequential, curve: TrainingCurve)] {
        get throws {
            try run.once {
                let (learned, checked) = (try flatTrain, try flatValid)
                return run.overSeeds(run.size(quick: 1, usual: 3)) { random in
                    let net = logNet(shallowNet(using: &random))
                    let curve = train(
                        net, on: learned, checkedWith: checked, epochs: epochsHere, using: &random, loss: nllLoss)
                    return (net, curve)
                }
            }
        }
    }

    func trainTheShallowNet() throws {
        // A run without `--full` stops after a few epochs. For the accuracy on new pictures that is nearly enough. The
        // losses of the last batches, beside the book's:
        let trainings = try shallowTrainings
        let losses = trainings[0].curve.lastLosses
        var table = TextTable(["epoch", dataName, "the book"], decimals: 6)
        for (epoch, loss) in losses.enumerated() where epoch < 6 || epoch >= 96 {
            table.add("\(epoch)", loss, BookNumbers.lastLosses[epoch])
        }
        show(table, "Loss of the last batch of each epoch, shallow net")
        for (epoch, name) in [(0, "first"), (1, "second"), (2, "third"), (3, "fourth"), (96, "97th"), (99, "last")]
        where epoch < losses.count {
            record(
                "shallow/loss-of-\(name)-epoch", over: trainings.map { $0.curve.lastLosses[epoch] },
                book: BookNumbers.lastLosses[epoch], differs: "other random numbers; one batch decides", on: pairOrigin)
        }

        // They jump, since each is the loss of one batch, and the last one has only the pictures that are left over.
        // What counts is the accuracy on pictures that the net has not seen:
        let accuracies = trainings.map { $0.curve.validAccuracies.last! }
        record(
            "shallow/accuracy", over: accuracies, book: 0.794,
            differs: epochsHere < 100 ? "\(counted(epochsHere, "epoch")); the book has 100" : "other random numbers",
            on: pairOrigin,
            predict: .share(
                "What share of the validation pictures does the shallow net get right?", Spread(accuracies).mean))
        let majority = try majorityShare
        record("shallow/majority", majority)

        // (The book prints 0.794000. The line in its text gives `print` the text and the number as two arguments, so it
        // would print the pattern `%f` and not fill it.)
        show(
            Chart("The shallow net on \(dataName)", x: "epoch", y: "accuracy") {
                for (seed, training) in trainings.enumerated() {
                    Line(
                        training.curve.validAccuracies.indices.map { $0 + 1 }, training.curve.validAccuracies,
                        "seed \(seed + 1)")
                }
                Rule(y: majority, "always the more frequent class", colour: .black)
            },
            "Accuracy on validation pictures, after each epoch"
        )
    }
}
