// # Callbacks: why nobody should copy a training loop
//
// Section 16.7 · After this page you can name the four steps of a training loop, and say what happens to loops that are
// changed by copying them.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The optimizer of sections 16.2 to 16.6 is a small part of training. Around it is the loop, and the loop of one epoch
// has four steps: predict and compute the loss, go backward, take a step, clear the gradients
// (`zeroGrad`, the book's `zero_grad`).

/// One epoch of training, in four steps. (The book's basic training loop.)
public func basicEpoch(
    _ batches: DataLoader<(Tensor, IntTensor)>, _ model: any Layer<Tensor, Tensor>, _ optimizer: any Optimizer
) {
    for (x, y) in batches {
        let loss = crossEntropy(model(x), y)
        loss.backward()
        optimizer.step()
        optimizer.zeroGrad()
    }
}

// `shareOfRight` says how good a net is: which share of the validation images it gets right.

extension TrainingProcess {
    /// The share of the validation images that a net gets right.
    func shareOfRight(_ net: any Layer<Tensor, Tensor>) throws -> Float {
        let valid = try fewValidDigits
        return noGrad { Tensor(net(valid.inputs).argmax(axis: 1) .== valid.targets).mean().item }
    }

    func basicLoop() throws {
        show(
            FlowChart(
                ["begin", "predict, loss", "backward", "step", "clear gradients", "end"],
                title: "The basic loop", repeating: "clear gradients", to: "predict, loss", label: "next batch"),
            "One epoch of training")

        // It trains anything. Here is a small net that learns digits from a few images of each (`fewDigits`: batches of
        // 50; `smallNet`: 784 pixels, 32 features, 10 scores):
        var random = run.random
        let (batches, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let optimizer = SGD(net.parameters, learningRate: 0.1)
        let before = try shareOfRight(net)
        for _ in 0..<run.size(quick: 2, usual: 10) { basicEpoch(batches.train, net, optimizer) }
        record("basic-loop/accuracy-before", before)
        record("basic-loop/accuracy", try shareOfRight(net))
    }
}

// And then you want a little more: a learning rate that changes, a gradient that is clipped, a bar that shows how far
// training is, mixed images, numbers of half precision, a model that is reset before each epoch, a report when the loss
// becomes NaN. The usual way to get it is to copy the loop and to add some lines. Nearly all code that you find is made
// like this, and for one change it is fine. How many different loops do n changes make, each of which is in or out?
// Every change doubles their number:

/// How many different loops n changes make, each of which is in or out. More than 62 do not fit into an `Int`.
public func loops(withChanges n: Int) -> Int {
    require(0...62 ~= n, "loops(withChanges: \(n))", "the number of loops does not fit into an Int")
    return 1 << n
}

// And it is not enough to know which changes are in. Some of them work on the same thing, and then it matters which
// comes first. That gives up to n! orders:

/// In how many orders n changes can come.
public func orders(ofChanges n: Int) -> Double { (1...max(1, n)).reduce(1) { $0 * Double($1) } }

extension TrainingProcess {
    func copyAndEdit() {
        show(loops(withChanges: 10), "ten changes", ask: "Ten changes, each in or out. How many loops is that?")

        // The book speaks of hundreds of changes, and of billions of combinations. So many changes are not even needed.
        // Look for the first numbers that give more than a billion:
        let billion = 1_000_000_000
        let byChoice = (0...62).first { loops(withChanges: $0) > billion }!
        let byOrder = (1...62).first { orders(ofChanges: $0) > Double(billion) }!
        var table = TextTable(["changes", "in or out", "in any order"], decimals: 0)
        for n in [1, 2, 3, 5, 10, byOrder, byChoice] {
            table.add(n, Double(loops(withChanges: n)), orders(ofChanges: n))
        }
        show(table, "how many loops there are")
        show(
            "\(byChoice) changes that are in or out, or the orders of \(byOrder)", "more than a billion",
            predict: .count(
                "Each change doubles the number of loops. How many changes make more than a billion?", byChoice))

        // Drawn, with one more line: how many pieces of code there are if every change is written once, so that it can
        // be put into any loop.
        let counts = Array(1...byChoice)
        show(
            Chart(
                "Copies of a loop, or pieces for one loop", x: "changes", y: "what has to be written",
                yLimits: 1...1e10, yScale: .logarithmic
            ) {
                Line(
                    counts.prefix(byOrder), counts.prefix(byOrder).map { orders(ofChanges: $0) }, "copies: in any order"
                )
                Line(counts, counts.map { Double(loops(withChanges: $0)) }, "copies: each in or out")
                Line(counts, counts, "pieces, each written once")
            }, "Why copies do not scale")
    }

    func changesThatMeet() {
        // Two changes that meet in one line. The first multiplies the loss by 1024, so that small gradients survive
        // numbers of half precision, and divides the gradient by 1024 afterwards (section 16.8 says why). The other
        // cuts a gradient that is longer than 1 down to that length (`clipGradients` of the engine). Somebody has
        // pasted both below `backward()`. Take the gradient [3, 4], whose length is 5:
        func pasted(_ first: (Parameter) -> Void, _ second: (Parameter) -> Void) -> Float {
            let weight = Parameter(Tensor([0, 0]))
            (weight.value * Tensor([3, 4]) * 1024).sum().backward()
            first(weight)
            second(weight)
            return gradientNorm([weight])
        }
        let unscale = { (weight: Parameter) in weight.grad = weight.grad! / 1024 }
        let clip = { (weight: Parameter) in _ = clipGradients([weight], toNorm: 1) }
        let right = pasted(unscale, clip)
        let wrong = pasted(clip, unscale)
        show(
            right, "length of the gradient, divided first",
            ask: "Divide by 1024, then cut to length 1. How long is the gradient?")
        show(
            significant(wrong, 4), "length of the gradient, cut first",
            predict: .change(
                "Now it is cut first. How long is the gradient, compared with before?", from: right, to: wrong))

        // Nothing fails: the loss falls, a thousand times too slowly. Each change was right in the loop that it was
        // written for. What is needed is one loop, with places where changes are put in, and a word in each change on
        // what it has to come before or after.
    }
}
