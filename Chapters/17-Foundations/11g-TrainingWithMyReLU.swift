// # Training with an operation of our own
//
// Section 17.11 · After this page you have trained a net with `MyReLU` in it, and know that it learns exactly what the
// engine's learns.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The chapter has trained no net on images so far. The book leaves that to the reader: write ReLU as an autograd
// function, and train a model with it. `MyReLU` is such a function. The data are images of the ten digits, [n, 1, 28,
// 28], and the model is a linear layer to 50 features, a ReLU, and a linear layer to 10 scores. `Lambda` makes a layer
// of any function. `accuracies` trains a model and measures after each epoch, by `accuracy`, how many validation images
// it gets right:

extension Foundations {
    /// 784 pixels → 50 features → 10 scores
    private func net(using random: inout SplitMix64, activation: @escaping (Tensor) -> Tensor) -> Sequential {
        Sequential(
            Lambda { $0.flattened(from: 1) }, LinearLayer(28 * 28, 50, using: &random), Lambda(activation),
            LinearLayer(50, 10, using: &random))
    }

    /// The share of the validation images that a model gets right.
    func accuracy(of model: any Layer<Tensor, Tensor>) throws -> Float {
        let right = DataLoader(try validDigits, batchSize: 500).map { images, labels in
            noGrad { (model(images).argmax(axis: 1) .== labels).trueCount }
        }
        return Float(right.reduce(0, +)) / Float(try validDigits.count)
    }

    /// Trains a model by plain gradient descent on shuffled batches of 64. Returns the share of the validation images
    /// that it gets right after each epoch.
    func accuracies(
        of model: any Layer<Tensor, Tensor>, epochs: Int, learningRate: Float, using random: inout SplitMix64
    ) throws -> [Float] {
        let batches = DataLoader(try trainDigits, batchSize: 64, shuffledUsing: &random)
        let optimizer = SGD(model.parameters, learningRate: learningRate)
        return try (0..<epochs).map { _ in
            for (images, labels) in batches {
                crossEntropy(model(images), labels).backward()
                optimizer.step()
                optimizer.zeroGrad()
            }
            return try accuracy(of: model)
        }
    }

    func trainingWithMyReLU() throws {
        // (The loss for ten classes is cross-entropy, the subject of chapter 5.) From each seed, `train` two nets that
        // start with the same numbers and see the same batches. One has our function, the other the engine's:
        let (seeds, epochs) = (run.size(quick: 2, usual: 5, full: 5), run.size(quick: 2, usual: 8))
        func train(_ activation: @escaping (Tensor) -> Tensor) throws -> [(net: Sequential, accuracies: [Float])] {
            try run.overSeeds(seeds) { random in
                let net = net(using: &random, activation: activation)
                return (net, try accuracies(of: net, epochs: epochs, learningRate: 0.1, using: &random))
            }
        }
        let myReLU = MyReLU()
        let (ours, engines) = (try train { myReLU($0) }, try train { $0.relu() })
        let majority = try majorityShare
        let lowest = Double(ours[0].accuracies.min()!)
        show(
            Chart(
                "MyReLU and the engine's relu learn the same", x: "epoch", y: "accuracy on validation images",
                yLimits: min(0.8, lowest)...1
            ) {
                Line(1...epochs, engines[0].accuracies, "784-50-10 with the engine's relu", colour: .sky)
                Line(1...epochs, ours[0].accuracies, "784-50-10 with MyReLU", colour: .black, dashed: true)
            }, "Training on \(dataName), from the first seed; always the most frequent digit gets \(fixed(majority, 2))"
        )
        record("my-relu/accuracy", over: ours.map { $0.accuracies.last! })
        record("my-relu/majority", majority)

        // How far apart are the two nets, after hundreds of steps?
        let differences = zip(ours, engines).map { mine, its in
            zip(mine.net.parameters, its.net.parameters).map { largestDifference($0.value, $1.value) }.max()!
        }
        show(
            differences.max()!, "largest difference between any two parameters, over all seeds",
            ask: "The two nets start alike and see the same batches. How far apart are their weights in the end?")
        show(
            zip(ours, engines).allSatisfy { $0.accuracies == $1.accuracies },
            "both nets have the same accuracies in every epoch")

        // The two nets do not differ in a single bit, although the two functions do not compute the same way. On the
        // way back, the engine's relu looks at its *result*, and ours looks at its operand. But y > 0 exactly where
        // x > 0, so both let the same numbers pass and put 0 in place of the others.
    }
}
