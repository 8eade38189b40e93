// # Numbers of half precision
//
// Section 16.8 · After this page you can round to half precision, and say which two things go wrong if a training does
// nothing else.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// A graphics card computes faster, often several times as fast, with numbers of 16 bits: *half precision*. Training
// with them is called *mixed precision*, because some of it has to stay in 32 bits (P. Micikevicius and others, "Mixed
// Precision Training", 2018). The book trains all nets of this chapter in this way (`to_fp16`), and asks you to find
// out what its callback does at which event. We have no such card, and nothing here will be faster. But what goes wrong
// with 16 bits can be seen on any processor: by rounding. Section 5.6 has done that with Swift's `Float16`. Here whole
// tensors are rounded, so that a callback can do it in any training.
//
// A half has 11 significant binary digits, a `Float` has 24. To get rid of the last 13, use the rounding that every
// operation does (G. Veltkamp, 1968). Think of a computer that keeps three decimal digits, and let x be 2.34, to be
// rounded to two digits. The product 11 · x is 25.74, and becomes 25.7. Now product - x is 23.36, and becomes 23.4: it
// is ten times as large as x, so that the last digit of x has been rounded away. And product - 23.4 is 2.3. In binary,
// 11 = 10 + 1 becomes 2¹³ + 1 = 8193, and 13 digits go.
//
// Below 2⁻¹⁴ halves stop getting finer: they are multiples of 2⁻²⁴. Adding 0.75 rounds to those, since the spacing of a
// `Float` there is 2⁻²⁴. And what is beyond 65,504 becomes infinite:

/// Every number rounded to the nearest one of half precision.
public func roundedToHalf(_ x: Tensor) -> Tensor {
    let x = x.clamped(min: -1e6, max: 1e6)
    let product = x * 8193
    let large = product - (product - x)
    let small = (x + 0.75) - 0.75
    let rounded = Tensor.where(x.abs() .< 0x1p-14, small, large)
    return Tensor.where(rounded.abs() .> 65_504, rounded.sign() * .infinity, rounded)
}

extension TrainingProcess {
    func halves() {
        let numbers: [Float] = [1, 0.1, 1.0004, 1.0006, 2049, 65_504, 70_000, 1e-5, 3e-8, 2e-8]
        var table = TextTable(["number", "as a half"])
        for (number, half) in zip(numbers, roundedToHalf(Tensor(numbers)).scalars) { table.add("\(number)", "\(half)") }
        show(table, "what becomes of numbers")

        // Two things in it ruin a training. First, a step that is much smaller than the weight is lost. Between 1 and 2
        // halves are about 0.001 apart, so a weight of 1 does not notice a step of 0.0003:
        let weight = Tensor([1])
        let stepped = (0..<1000).reduce(weight) { w, _ in roundedToHalf(w + 0.0003) }
        show(
            stepped.item, "after a thousand steps of 0.0003 in half precision",
            ask: "A weight is 1, and a thousand times 0.0003 is added, each time rounded to a half. What is it then?")
        show((0..<1000).reduce(weight) { w, _ in w + 0.0003 }.item, "in single precision")

        // Second, what is below 2⁻²⁵ vanishes. Some gradients are that small; let us count them.
    }
}

// To see how many, look at the gradients of the small net of section 16.7 at the end of a training, when the loss is
// low. For a factor, the *loss scale*, count the numbers that are lost: those that become 0 without being 0, and those
// that become infinite. If the loss is multiplied by 1024, so are all gradients:

/// The share of the nonzero numbers that a rounding to half precision makes 0, and of those that it makes infinite.
public func lostNumbers(_ numbers: Tensor, times scale: Float) -> (vanished: Float, overflowed: Float) {
    let numbers = numbers[numbers .!= 0]
    let rounded = roundedToHalf(numbers * scale)
    return (Tensor(rounded .== 0).mean().item, Tensor(rounded.abs() .> 65_504).mean().item)
}

extension TrainingProcess {
    func gradientsInHalves() throws {
        var random = run.random
        let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let loop = TrainingLoop(loaders, net, optimizer: { Adam($0, learningRate: $1) })
        try loop.fit(run.size(quick: 2, usual: 30), learningRate: 0.01)
        let (x, y) = loaders.train.first!
        crossEntropy(net(x), y).backward()
        let gradients = Tensor.cat(net.parameters.map { $0.grad!.flattened() })
        net.zeroGrad()

        let scales = stride(from: 0, through: 32, by: 2).map { Float(sign: .plus, exponent: $0, significand: 1) }
        let lost = scales.map { lostNumbers(gradients, times: $0) }
        show(
            Chart(
                "There is room for a loss scale", x: "loss scale", y: "share of the gradients that is lost",
                xScale: .logarithmic
            ) {
                Line(scales, lost.map(\.vanished), "become 0")
                Line(scales, lost.map(\.overflowed), "become infinite")
                Rule(x: 512, "512")
            }, "Gradients of a trained net, rounded to half precision")
        record("half/vanished-without-scale", lost[0].vanished)
        record("half/vanished-at-512", lostNumbers(gradients, times: 512).vanished)

        // Gradients need a wide range and little precision, and multiplying the loss moves them to where halves are. It
        // costs nothing: a power of two changes the exponent alone. Afterwards the gradients are divided by the same
        // number.
    }

    /// A small net, trained on digits.
    func trainedLoop(epochs: Int, _ callbacks: [LoopCallback]) throws -> TrainingLoop {
        var random = run.random
        let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let loop = TrainingLoop(loaders, net, callbacks: callbacks)
        try loop.fit(epochs, learningRate: 0.1)
        return loop
    }
}
