// # A table of the layers
//
// Section 13.6 · After this page you can print what each layer of a net makes of a batch and how much it has to learn,
// and have a Learner for the net.

import Figures
import Layers
import Notebook
import Tensors
import Training

// A net is easiest to understand as a table: what does each layer put out, and how many numbers does it learn? One only
// has to send a batch through, layer after layer, and take notes. `layerRows` does that; a layer that is itself a
// `Sequential`, as those of `halvingConv` are, is opened first:

/// One layer in the table of a net.
public struct LayerRow: Equatable, Sendable {
    public let type: String
    public let output: [Int]
    public let parameters: Int
    /// Whether they are learned, or frozen.
    public let isLearned: Bool
}

/// What each layer of a net makes of a batch, in order.
public func layerRows(_ net: Sequential, for batch: Tensor) -> [LayerRow] {
    var (x, rows) = (batch, [LayerRow]())
    for layer in net.layers {
        if let inner = layer as? Sequential {
            rows += layerRows(inner, for: x)
            x = layer(x)
        } else {
            x = layer(x)
            let isLearned = layer.parameters.allSatisfy(\.requiresGrad)
            rows.append(
                LayerRow(
                    type: "\(type(of: layer))", output: x.shape, parameters: layer.parameterCount,
                    isLearned: isLearned))
        }
    }
    return rows
}

extension ConvolutionalNets {
    func layersInATable() throws {
        var random = run.random
        let net = simpleCNN(using: &random)
        let rows = try noGrad { layerRows(net, for: try xb) }
        var table = TextTable(["layer", "output", "parameters", "learned"])
        for row in rows {
            let isLearned = row.parameters == 0 ? "" : row.isLearned ? "yes" : "no"
            table.add(row.type, "\(row.output)", row.parameters, isLearned)
        }
        table.add("all", "", rows.reduce(0) { $0 + $1.parameters }, "")
        show(
            table, "simpleCNN and the batch xb",
            predict: .count("The first layer has 4 kernels of 3 × 3 and a bias for each. How many parameters?", 40))

        // These are the book's numbers, layer by layer. Where they come from is the subject of section 13.7.
        let counts = rows.map(\.parameters).filter { $0 > 0 }
        for (number, book) in BookNumbers.parametersOfSimpleCNN.enumerated() {
            record("simple-cnn/parameters-of-layer-\(number + 1)", counts[number], book: book, on: sampleSource)
        }
        record("simple-cnn/parameters", net.parameterCount, book: 6722, on: sampleSource)

        // The engine has such a table, too, for models of any kind. It cannot know in which order a model calls its
        // parts. So it hangs a *hook* on each of them, a function that a layer calls with what went in and what came
        // out, calls the model once, and takes the hooks off again. Its rows are ours:
        let engines = net.summary(of: try xb).rows
        show(
            engines.map(\.output) == rows.map(\.output) && engines.map(\.parameters) == rows.map(\.parameters),
            "summary(of:) has the same shapes and counts")
    }
}

// Data, net, loss, optimizer and metric together are a `Learner` (chapter 4). `sampleLearner` makes one, from batches
// of 64, cross-entropy, Adam (an optimizer that gives each parameter a rate of its own, chapter 16) and the accuracy.
// The book's library prints all of that below its table. Here is the same for ours:

/// The table of a Learner's net, and what it is trained with. (The book's `learn.summary()`.)
public func learnerSummary(_ learner: Learner<Tensor, IntTensor>, loss: String) -> String {
    let first = learner.loaders.train.first!.0
    let callbacks = ["Recorder"] + learner.callbacks.map { "\(type(of: $0))" }
    return """
        Input: \(first.shape)
        \(learner.model.summary(of: first))
        Optimizer: \(type(of: learner.optimizer))
        Loss: \(loss)
        Metrics: \(learner.metrics.map(\.name).joined(separator: ", "))
        Callbacks: \(callbacks.joined(separator: ", "))
        """
}

extension ConvolutionalNets {
    func aLearnerForTheCNN() throws {
        var random = run.random
        let learner = try sampleLearner(simpleCNN(using: &random), using: &random)
        show(learnerSummary(learner, loss: "cross-entropy"), "the Learner of the first CNN")
        // The book's list of callbacks is longer: it has one that switches the net between training and validation, and
        // one that draws the progress bar. In our engine, the Learner does the first by itself, and the notebook the
        // second. The recorder, which keeps losses and metrics, is in both.
    }
}
