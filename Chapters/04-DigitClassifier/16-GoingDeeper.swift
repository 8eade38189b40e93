// # Going deeper
//
// Section 4.16 · After this page you know why nets have many layers even though one nonlinearity would
// do.

import Figures
import Layers
import Notebook
import Tensors
import Training

extension DigitClassifier {
    // One hidden layer can do anything, if it is wide enough. In practice several narrow layers do
    // better than one wide layer: they get by with fewer parameters, so they train faster and need less
    // memory. To compare the two, we need nets of any depth:

    /// Linear layers of the given widths with a ReLU between every two.
    func deepNet(_ widths: [Int], using random: inout SplitMix64) -> Sequential {
        var layers: [any Layer<Tensor, Tensor>] = []
        for (inputs, outputs) in zip(widths, widths.dropFirst()) {
            if !layers.isEmpty { layers.append(ReLU()) }
            layers.append(Linear(inputs, outputs, using: &random))
        }
        return Sequential(layers)
    }

    func goingDeeper() throws {
        // The same data, two nets:
        let epochs = run.size(quick: 1, usual: 10, full: 40)
        var table = TextTable(["net", "parameters", "epochs", "accuracy"], decimals: 4)
        for widths in [[784, 200, 1], [784, 50, 30, 20, 1]] {
            var random = run.random
            let net = deepNet(widths, using: &random)
            let batches = try DataLoader(trainSet, batchSize: 256, shuffledUsing: &random)
            let valid = try DataLoader(validSet, batchSize: 256)
            let accuracies = trainModel(
                batches, valid: valid, net, SGD(net.parameters, learningRate: 0.3), epochs: epochs)
            table.add(widths.map(String.init).joined(separator: "-"), net.parameterCount, epochs, accuracies.last!)
        }
        show(table, "one wide hidden layer and three narrow ones, on \(dataName)")

        // Deeper also means harder to train, and much of this book is about making that easier. The
        // book's own comparison here is a net with 18 layers, which needs convolutions: it comes in
        // chapters 13 and 14.
    }
}
