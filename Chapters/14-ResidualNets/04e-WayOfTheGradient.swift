// # The way of the gradient
//
// Section 14.4 · After this page you can say what arrives at the first layer of a deep net, and what γ = 0 is good for.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// y = x + f(x), so the gradient of x is that of y, plus what comes through f. Whatever f does, a copy of the gradient
// goes past it. To see what that means over many layers, look at the gradient of the loss with respect to the output of
// each layer of the body, before any training. `onBackward` lets us listen: it attaches a hook (section 13.10) for the
// way back, a function that is called whenever a gradient arrives at a layer. Ours notes the gradient's length.
// (Chapter 18 is about what else can be done with hooks.)

/// The norm of the gradient that each layer between the first two and the last three of a net gets, in their order.
public func gradientNorms(in net: Sequential, _ x: Tensor, _ labels: IntTensor) -> [Float] {
    var norms: [Float] = []
    let hooks = net.layers.dropFirst(2).dropLast(3).map { layer in
        layer.onBackward { gradient in norms.append(gradient.norm().item) }
    }
    hooks.during { crossEntropy(net(x), labels).backward() }
    net.zeroGrad()
    return norms.reversed()
}

// A batch of a few dozen pictures will do, `fewPictures`:

extension ResidualNets {
    /// The first 64 of the small training pictures.
    var fewPictures: (inputs: Tensor, labels: IntTensor) {
        get throws {
            let pictures = try smallTrain
            return pictures.batch(Array(0..<min(64, pictures.count)))
        }
    }

    func theWayOfTheGradient() throws {
        let (classes, depth) = (try classNames.count, depths.deep)
        let (x, labels) = try fewPictures
        let norms = run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            [
                plainDeepNet(layers: depth, classes: classes, using: &random),
                skippingDeepNet(layers: depth, classes: classes, using: &random),
                skippingDeepNet(layers: depth, classes: classes, gamma: 0, using: &random),
            ].map { gradientNorms(in: $0, x, labels) }
        }
        let (plain, one, zero) = (norms[0][0], norms[0][1], norms[0][2])
        let blocks = one.indices.map { 2 * ($0 + 1) }
        show(
            Chart(
                "γ = 0 hands the gradient on unchanged", x: "layer of the body", y: "norm of the gradient",
                yScale: .logarithmic
            ) {
                Line(1...plain.count, plain, "plain", colour: .vermilion)
                Line(blocks, one, "skipping, γ = 1", colour: .orange, dashed: true)
                Line(blocks, zero, "skipping, γ = 0", colour: .blue)
            }, "What arrives at each layer of \(depth) before training")
        // By what factor is the gradient at the first layer longer than that at the last? From several starts:
        func ratios(_ kind: Int) -> [Float] { norms.map { $0[kind][0] / $0[kind].last! } }
        record("gradient/first-to-last-plain", over: ratios(0))
        record("gradient/first-to-last-skipping-at-one", over: ratios(1))
        record(
            "gradient/first-to-last-skipping-at-zero", zero[0] / zero.last!,
            ask: "All blocks start with γ = 0. The gradient at the first block, divided by that at the last, is …")

        // With γ = 0 there is nothing to amplify or to weaken it: every block gets the same gradient. With γ = 1 each
        // block adds to what passes by what comes through f, so it grows a little from block to block. In a plain net
        // nothing passes by. Each layer multiplies the gradient by something, and dozens of factors make a power of
        // them. Even if each is close to 1, the first layer gets a gradient that has little to do with that of the
        // last:
        let perLayer = pow(Spread(ratios(0)).mean, 1 / Double(plain.count - 1))
        show(fixed(perLayer, 2), "the factor of one plain layer, if all \(plain.count - 1) have the same")
    }

    func startAtZeroOrOne() throws {
        // The paper of 2015 starts γ at 1 everywhere. That the last γ of each block may start at 0 was found later (P.
        // Goyal and others, "Accurate, Large Minibatch SGD", 2017). The book says that it allows higher learning rates.
        // Ask the shallow net, at the usual rate and at ten times that rate. `losses` trains it from several starts:
        let (depth, classes) = (depths.shallow, try classNames.count)
        func losses(_ gamma: Float, _ rate: Float) throws -> [Float] {
            try run.overSeeds(run.size(quick: 1, usual: 5)) { random in
                let net = skippingDeepNet(layers: depth, classes: classes, gamma: gamma, using: &random)
                return try trainDeep(net, learningRate: rate, using: &random).losses.last!
            }
        }
        let ones = (usual: try skippingDeep.shallow.lastLosses, high: try losses(1, 0.03))
        let zeros = (usual: try losses(0, 0.003), high: try losses(0, 0.03))
        var table = TextTable(["highest rate", "γ starts at 1", "γ starts at 0"], decimals: 3)
        table.add("0.003", Spread(ones.usual), Spread(zeros.usual))
        table.add("0.03", Spread(ones.high), Spread(zeros.high))
        show(table, "training loss after the last epoch of \(depth) layers with skip connections, on \(dataName)")
        record("gamma/one-train-loss-at-0.03", over: ones.high)
        record("gamma/zero-train-loss-at-0.03", over: zeros.high)
        let changes = [(ones.usual, ones.high), (zeros.usual, zeros.high)].map { Spread($1).mean - Spread($0).mean }
        let texts = changes.map { signed($0, 3) }
        if changes[1] < changes[0] {
            show(
                "Ten times the rate changes the loss by \(texts[0]) where γ starts at 1, and by \(texts[1]) where it "
                    + "starts at 0: nets that begin as the identity bear a high rate better, as the book says.")
        } else {
            show("Ten times the rate changes the loss by \(texts[0]) where γ starts at 1, and by \(texts[1]) at 0.")
        }
        if Spread(ones.high).mean < Spread(zeros.high).mean {
            show("But at the high rate, too, the nets that start with γ = 1 have the lower loss after so few steps.")
        }
        if Spread(ones.usual).mean < min(Spread(zeros.usual).mean, Spread(zeros.high).mean) {
            show(
                "The lowest loss of all is that of γ = 1 at the usual rate: blocks that begin as nothing must grow "
                    + "first, and there are few steps to do it in.")
        }

        // The advice comes from trainings on ImageNet that are a thousand times as long, with batches of thousands of
        // pictures. What γ = 0 does for certain is what you saw: the block begins as the identity.
    }
}
