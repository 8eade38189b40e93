// # What a batch costs in memory
//
// Section 5.6 · After this page you can estimate how much memory a training needs, and know what to do if there is not
// enough.

import Figures
import Kernels
import Layers
import Notebook
import Tensors
import Training
import Vision

// "Out of memory" is a message of graphics cards, which have less memory than the computer that they are in. But the
// reason is the same everywhere. To compute gradients, every layer must remember what went into it, until the backward
// pass comes by. These *activations* are usually far more numbers than the parameters, and there are as many for each
// photo of the batch. So their memory grows with the batch size (`bs` in the book), and that of the parameters does
// not.

/// How many numbers the layers of a net give for one photo, all together.
public func activationsOfAPhoto(_ net: some Layer<Tensor, Tensor>, size: Int) -> Int {
    let parts = Set(["TransferNet", "Sequential", "ConvolutionChain", "InvertedResidual"])
    let rows = net.summary(of: .zeros(1, 3, size, size)).rows
    return rows.filter { !parts.contains($0.type) }.compactMap(\.output).reduce(0) { $0 + $1.reduce(1, *) }
}

extension ImageClassification {
    func memoryByBatchSize() throws {
        let learner = try unfrozenLearner()
        let perPhoto = activationsOfAPhoto(learner.net, size: practiceSize)
        show(learner.net.parameterCount, "parameters of the net")
        show(perPhoto, "activations of one photo of \(practiceSize) × \(practiceSize) pixels")

        // Counted is one thing, measured another. The engine knows how many bytes its tensors hold, so they can be read
        // before the forward pass, and after it, when everything is remembered. (A quick run only counts.)
        let sizes = run.size(quick: [2, 4, 8], usual: [4, 8, 16, 32])
        let counted = sizes.map { Double(4 * perPhoto * $0) / 1_048_576 }
        let measured = run.size == .quick ? [] : sizes.map { bytesOfABatch($0, learner.net) }
        var table = TextTable(["photos in a batch", "MiB by the count", "MiB measured"], decimals: 1)
        for k in sizes.indices { table.add(sizes[k], counted[k], k < measured.count ? measured[k] : nil) }
        show(
            table, "Memory of the activations of \(try body.title)",
            predict: .number(
                "The batch is doubled. By which factor does the memory of its activations grow?",
                counted.last! / counted[counted.count - 2]))
        show(
            Chart("Activations grow with the batch, parameters do not", x: "photos in a batch", y: "MiB") {
                Line(sizes, measured.isEmpty ? counted : measured, "activations", colour: .blue)
                Points(sizes, measured.isEmpty ? counted : measured, colour: .blue)
                Line(
                    sizes, sizes.map { _ in Double(4 * learner.net.parameterCount) / 1_048_576 }, "parameters",
                    colour: .vermilion)
            }, "Memory by batch size")
        record("memory/activations-of-a-photo", perPhoto)

        // Count and measurement need not be the same. Some operations do not have to remember what they gave, others
        // keep more than that (a norm its normalized input, for example). But both are lines through the origin. So if
        // memory is short, halve the batch. Then there are twice as many steps, each with a noisier gradient, and the
        // learning rate has to be looked for again. Other remedies are smaller photos (half of the side is a quarter of
        // the activations), a frozen body, or numbers of 16 bits.
    }

    func memoryOfAFrozenBody() throws {
        // Of a frozen body, nobody needs the activations: no gradient goes back into it. What is left are those of the
        // head.
        let learner = try unfrozenLearner()
        let all = activationsOfAPhoto(learner.net, size: practiceSize)
        let body = activationsOfAPhoto(learner.net.body, size: practiceSize)
        show(all, "activations of a photo, everything learns")
        show(
            all - body, "of the head alone",
            predict: .change(
                "The body is frozen. How many activations have to be kept?", from: Double(all), to: Double(all - body)))
        record("memory/share-of-the-head", Double(all - body) / Double(all))
    }
}

// MARK: Helpers

extension ImageClassification {
    /// How many MiB more there are after a forward pass than before.
    private func bytesOfABatch(_ count: Int, _ net: TransferNet) -> Double {
        var random = run.random
        net.train()
        let x = Tensor.randn(count, 3, practiceSize, practiceSize, using: &random)
        let before = Memory.bytesInUse
        let scores = net(x)
        return withExtendedLifetime(scores) { Double(Memory.bytesInUse - before) / 1_048_576 }
    }
}
