// # Backpropagation through time by hand
//
// Section 12.4 · After this page you can write the backward pass of a recurrent net, step by step.

import Layers
import Notebook
import Tensors
import Training

// There is no magic in BPTT, and to be sure of that, we write it once without `backward()`. Forward, step t adds the
// word's row to the state, multiplies, and cuts off what is negative:
//
//     aₜ = hₜ₋₁ + eₜ        zₜ = aₜ·wᵀ + b        hₜ = relu(zₜ)
//
// Backward, it gets the gradient of hₜ and has to make of it those of w, b, eₜ and hₜ₋₁:
//
//     dzₜ = dhₜ where zₜ > 0, else 0
//     dw += dzₜᵀ·aₜ        db += Σ dzₜ (over the batch)
//     daₜ = dzₜ·w          deₜ = daₜ        dhₜ₋₁ = daₜ
//
// The last equation is the loop: what comes out is what the step before gets. And `+=` is the sum of the last page.
// `backThroughTime` goes forward, keeps aₜ and zₜ of every step, and then goes back. What it finds is in
// `TimeGradients`:

/// Gradients of a recurrent net.
public struct TimeGradients {
    /// One for each step: [batch, hidden]
    public var inputs: [Tensor]
    public var weight, bias: Tensor
}

/// Backpropagation through time (BPTT): the last state of h = relu((h + e)·wᵀ + b), and all gradients, from that of the
/// last state.
///
/// inputs: [batch, hidden] for each step · weight [hidden, hidden] · bias [hidden]
public func backThroughTime(
    _ inputs: [Tensor], weight: Tensor, bias: Tensor, gradient: (_ last: Tensor) -> Tensor
) -> (last: Tensor, gradients: TimeGradients) {
    var h = Tensor.zeros(inputs[0].shape)
    var sums: [Tensor] = [], products: [Tensor] = []
    for e in inputs {
        sums.append(h + e)
        products.append(sums.last!.matmul(weight.T) + bias)
        h = products.last!.relu()
    }
    let last = h
    var found = TimeGradients(inputs: [], weight: .zeros(weight.shape), bias: .zeros(bias.shape))
    var dh = gradient(last)
    for t in inputs.indices.reversed() {
        let dz = Tensor.where(products[t] .> 0, dh, 0)
        found.weight = found.weight + dz.T.matmul(sums[t])
        found.bias = found.bias + dz.sum(axis: 0)
        dh = dz.matmul(weight)
        found.inputs.insert(dh, at: 0)
    }
    return (last, found)
}

extension LanguageModel {
    func byHand() throws {
        // Let it compute what `backward()` computes, for a batch of the text:
        var random = run.random
        let model = LoopedModel(vocabulary: 30, hidden: 64, using: &random)
        let (x, y) = try threeWordBatches.train.first!
        crossEntropy(model(x), y).backward()

        let layer = model.hiddenToHidden
        let rows = (0..<3).map { model.inputToHidden.weight.value.detached().rows(x[0..., $0].scalars) }
        let byHand = backThroughTime(rows, weight: layer.weight.value.detached(), bias: layer.bias!.value.detached()) {
            // The gradient of the last state comes from the output layer and the loss, as in any net.
            let last = $0.requiringGrad()
            crossEntropy(last.linear(model.hiddenToOutput.weight.value, model.hiddenToOutput.bias!.value), y).backward()
            return last.grad!
        }.gradients
        show(
            (byHand.weight - layer.weight.grad!).abs().max().item < 1e-6,
            "the gradient of the shared weights is the same")
        show((byHand.bias - layer.bias!.grad!).abs().max().item < 1e-6, "that of the bias")

        // The gradient of the embedding: every row gets what has arrived at the places where its word stood.
        var table = [[Float]](repeating: [Float](repeating: 0, count: 64), count: 30)
        for (step, gradient) in byHand.inputs.enumerated() {
            let (words, numbers) = (x[0..., step].scalars, gradient.scalars)
            for (item, word) in words.enumerated() {
                for k in 0..<64 { table[word][k] += numbers[item * 64 + k] }
            }
        }
        show((Tensor(table) - model.inputToHidden.weight.grad!).abs().max().item < 1e-6, "and that of the embedding")

        // So BPTT is the chain rule, applied to a loop from its end to its beginning. What it costs can be read off,
        // too: aₜ and zₜ of *every* step have to be kept until the way back. For ten thousand words these are ten
        // thousand pairs of tables.
    }
}
