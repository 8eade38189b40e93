// # Jargon recap
//
// Section 4.17 · After this page you know the words that a deep learning paper takes for granted.

import Figures
import Layers
import Notebook
import Tensors

extension DigitClassifier {
    func jargon() throws {
        // A neural net holds two kinds of numbers, and only two. *Activations* are calculated, by linear and
        // nonlinear layers in turn. *Parameters* are what they are calculated from: first set at random, then
        // learned. Look at both, plot them, test them: a practitioner spends much time with that.
        //
        // Here are all numbers of the net of section 4.15, fresh, with four images in it. First its parameters:
        var random = run.random
        let net = Sequential(Linear(784, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
        var parameters = TextTable(["parameter", "shape", "numbers", "smallest", "largest"], decimals: 3)
        for (name, parameter) in net.namedParameters {
            let value = parameter.value
            parameters.add(name, "\(parameter.shape)", parameter.count, value.min().item, value.max().item)
        }
        parameters.add("all", "", net.parameters.reduce(0) { $0 + $1.count })
        show(
            parameters, "Parameters: the same for every image",
            predict: .count(
                "784 pixels, 30 features, 1 score: how many numbers are the weights of the first layer?", 784 * 30))

        // Then its activations. Layer by layer, each one is computed from the one before:
        var activations = TextTable(["computed by", "shape", "numbers", "smallest", "largest"], decimals: 3)
        var x = try train.threes[0..<4].reshaped(-1, 784)
        for layer in net.layers {
            x = layer(x)
            activations.add("\(type(of: layer))", "\(x.shape)", x.count, x.min().item, x.max().item)
        }
        show(activations, "Activations: new for every batch")

        // ReLU leaves nothing below 0. Sometimes a linear layer and its nonlinearity are called one layer together.
        //
        // All these numbers live in *tensors*, regular arrays. A tensor has *axes* (or dimensions); the number of
        // axes is its *rank*:
        let examples = [("scalar", Tensor(3)), ("vector", Tensor([1, 2, 3])), ("matrix", Tensor([[1, 2], [3, 4]]))]
        var ranks = TextTable(["name", "rank", "shape"])
        for (name, tensor) in examples { ranks.add(name, tensor.rank, "\(tensor.shape)") }
        show(ranks, "Tensors of low rank", predict: .count("What is the rank of a single number?", Tensor(3).rank))

        // And these are the other eight words (table 4-1 of the book):
        var table = TextTable(["term", "meaning"])
        for (term, meaning) in glossary { table.add(term, meaning) }
        show(table, "The words of this chapter")

        // Choose your own adventure: if you skipped chapters 2 and 3 to look under the hood first, this is the
        // place to go back to them. If not, go on to chapter 5.
    }

    // MARK: Helpers

    /// The chapter's eight terms.
    var glossary: [(term: String, meaning: String)] {
        [
            ("ReLU", "negative numbers become 0, others stay"),
            ("mini-batch", "a few inputs and their labels in two tensors; one step is taken per batch, not per epoch"),
            ("forward pass", "applying the model to inputs, to get predictions"),
            ("loss", "a number that says how wrong the model is"),
            ("gradient", "how the loss changes when a parameter does"),
            ("backward pass", "computing the gradients of all parameters"),
            ("gradient descent", "a step against the gradient, to make the parameters a little better"),
            ("learning rate", "how large that step is"),
        ]
    }
}
