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

        // Counted is one thing, measured another. The engine knows how many bytes its tensors hold. Before the forward
        // pass, and after it, when everything is remembered:
        let sizes = run.size(quick: [2, 4, 8], usual: [4, 8, 16, 32])
        var (measured, table) = (
            [Double](), TextTable(["photos in a batch", "MiB by the count", "MiB measured"], decimals: 1)
        )
        var random = run.random
        learner.net.train()
        for size in sizes {
            let x = Tensor.randn(size, 3, practiceSize, practiceSize, using: &random)
            let before = Memory.bytesInUse
            let scores = learner.net(x)
            measured.append(Double(Memory.bytesInUse - before) / 1_048_576)
            table.add(size, Double(4 * perPhoto * size) / 1_048_576, measured.last!)
            crossEntropy(scores, IntTensor(Array(repeating: 0, count: size))).backward()
            learner.net.zeroGrad()
        }
        let (few, many) = (measured[sizes.count - 2], measured.last!)
        show(
            table, "Memory of the activations of \(try body.title)",
            predict: .number(
                "The batch is doubled. By which factor does the memory of its activations grow?", many / few,
                within: .percent(10))
        )
        record("memory/factor-for-a-doubled-batch", many / few)
        record("memory/measured-by-count", many / (Double(4 * perPhoto * sizes.last!) / 1_048_576))
        show(
            Chart("Activations grow with the batch, parameters do not", x: "photos in a batch", y: "MiB") {
                Line(sizes, measured, "activations, measured", colour: .blue)
                Points(sizes, measured, colour: .blue)
                Line(
                    sizes, sizes.map { Double(4 * perPhoto * $0) / 1_048_576 }, "activations, counted", colour: .blue,
                    dashed: true)
                Line(
                    sizes, sizes.map { _ in Double(4 * learner.net.parameterCount) / 1_048_576 }, "parameters",
                    colour: .vermilion)
            }, "Memory by batch size")

        // Count and measurement differ by a factor. Some operations need not remember what they gave, others keep more
        // than that (a norm its normalized input, for example). But both are lines through the origin. So if memory is
        // short, halve the batch. Then there are twice as many steps, each with a noisier gradient, and the learning
        // rate has to be looked for again. Other remedies are smaller photos (half of the side is a quarter of the
        // activations), a frozen body, whose activations nobody needs, or numbers of 16 bits.
    }

    func memoryOfAFrozenBody() throws {
        let learner = try unfrozenLearner()
        var random = run.random
        let x = Tensor.randn(8, 3, practiceSize, practiceSize, using: &random)
        func bytes() -> Double {
            let before = Memory.bytesInUse
            let scores = learner.net(x)
            return withExtendedLifetime(scores) { Double(Memory.bytesInUse - before) / 1_048_576 }
        }
        let all = bytes()
        learner.freeze()
        let headAlone = bytes()
        show(all, "MiB for 8 photos, everything learns")
        show(
            headAlone, "MiB for 8 photos, the head learns",
            predict: .change("The body is frozen. How much memory do the activations take?", from: all, to: headAlone))
        record("memory/frozen-by-unfrozen", headAlone / all)
    }
}
