// # Numbers of 16 bits
//
// Section 5.6 · After this page you know what half precision can hold, and the two ways in which a training in it goes
// wrong.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The book's deep net does not fit into the memory of its graphics card: "Cuda runtime error: out of memory". One
// remedy is a smaller batch. The other is to compute with numbers of 16 bits in place of 32, in *half precision*, where
// that is possible, and to stay with 32 where it is not: *mixed precision*. One call does it, `to_fp16()`. It needs
// half of the memory for whatever is kept in half precision, and the cards of that time have units made for it (tensor
// cores), with which it was two to three times as fast.
//
// An ordinary processor has no such units. Nothing on these pages is faster than before, and we claim no speed. What
// can be shown on any machine is what 16 bits hold, what goes wrong with them, and how that is mended. Swift's
// `Float16` is such a number: one bit for the sign, 5 for the exponent, 10 for the digits.

extension ImageClassification {
    func whatAHalfHolds() {
        var table = TextTable(["number", "as a half", "distance to the next half"])
        for x in [0.1, 1, 1.0004, 100, 2048, 2049, 65_504, 70_000, 1e-5, 5.97e-8, 2e-8] as [Float] {
            let value = half(x)
            table.add("\(x)", "\(value)", value.isFinite ? "\(spacingOfHalves(at: value))" : "")
        }
        show(
            table, "Numbers in half precision",
            predict: .number("Above 2048, halves are 2 apart. What becomes of 2049?", Double(half(2049))))
        record("half/largest", half(65_504))
        record("half/smallest-above-0", half(5.97e-8))

        // There are about three significant decimal digits, and the range ends at 65,504. On the small side, halves are
        // evenly spaced below 2⁻¹⁴ = 0.00006, and what is below 3 · 10⁻⁸ is 0. As a gain, every number takes 2 bytes:
        let numbers = (try? body.body().layers.parameterCount) ?? 0
        show(
            "\(numbers) parameters: \(4 * numbers / 1024) KiB in single precision, \(2 * numbers / 1024) KiB in half",
            "the pretrained body")
    }

    func lostSteps() {
        // The first thing that goes wrong: an update is usually much smaller than its weight. Let a weight be 1 and add
        // 0.0001 to it ten thousand times, rounding every time:
        let inHalves = (0..<10_000).reduce(Float(1)) { w, _ in half(w + 0.0001) }
        let inFloats = (0..<10_000).reduce(Float(1)) { w, _ in w + 0.0001 }
        show(inFloats, "in single precision")
        show(
            inHalves, "in half precision",
            ask: "A weight of 1, and 0.0001 is added ten thousand times, in half precision. What is the weight then?")

        // Between 1 and 2, halves are 0.001 apart. A tenth of that is rounded away, every time. So weights stay in
        // single precision: these are the *master weights*. For each batch they are rounded to halves, with which the
        // net computes, and the step is made on the masters.
    }

    func vanishingGradients() throws {
        // The second thing: gradients are small. The loss is a mean over the photos of a batch, so each photo has a
        // share of it, which is then spread over thousands of pixels of maps. Here are the gradients in front of the
        // last group of the body, for one batch and the net whose head has been trained: how large are they, in powers
        // of two?
        let gradients = try gradientsInTheBody.filter { $0 != 0 }
        let powers = gradients.map { Foundation.log2(Double(abs($0))) }
        show(
            Chart("Gradients of activations, and where halves end", x: "size, as a power of two", y: "how many") {
                Histogram(powers, "gradients", bins: 40, colour: .blue)
                Rule(x: -24, "smallest half")
                Rule(x: 16, "largest half", colour: .vermilion)
            }, "\(gradients.count) gradients in the middle of \(try body.title)")
        let lost = Double(gradients.count { half($0) == 0 }) / Double(gradients.count)
        let scaled = Double(gradients.count { half($0 * 1024) == 0 }) / Double(gradients.count)
        record("half/gradients-that-vanish", lost)
        record(
            "half/gradients-that-vanish-times-1024", scaled,
            predict: .change(
                "All gradients are multiplied by 1024 before they are rounded. What happens to the share that becomes 0?",
                from: lost, to: scaled))

        // Whatever is left of -25 becomes 0 in half precision, and a photo whose gradient is 0 teaches nothing. But
        // there is much room on the other side. So the loss is multiplied by 1024, say, before the backward pass. Then
        // all gradients are 1024 times as large, and what is rounded is further to the right. Before the step, they are
        // divided by 1024 again, in single precision. This is *loss scaling*. (P. Micikevicius and others, "Mixed
        // Precision Training", 2018.)
    }
}

// MARK: Helpers

extension ImageClassification {
    /// Gradients of what comes out of the third last group, for one batch.
    private var gradientsInTheBody: [Float] {
        get throws {
            let learner = try unfrozenLearner()
            let (x, y) = try learner.data.oneBatch()
            let groups = learner.net.groups
            let layers = groups.dropLast(2).flatMap { $0 }.count
            learner.net.eval()
            let before = noGrad { Array(learner.net.body.layers[..<layers]).reduce(x) { $1($0) } }.requiringGrad()
            let features = Array(learner.net.body.layers[layers...]).reduce(before) { $1($0) }
            crossEntropy(learner.net.head(features), y).backward()
            let all = before.grad!.flattened().scalars
            learner.net.zeroGrad()
            return stride(from: 0, to: all.count, by: max(1, all.count / 40_000)).map { all[$0] }
        }
    }
}
