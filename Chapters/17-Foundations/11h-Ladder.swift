// # The ladder
//
// Section 17.11 · After this page you can lay seven versions of one net side by side, and say what each of them keeps,
// and what it spares you.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// You have climbed a ladder. At its foot are arrays of numbers, at its top the engine, and on every rung stands the
// same net: linear, ReLU, linear, mean squared error. For the last time, here is the top, written as one would write
// it:

/// The little net as a user of the engine would write it.
public enum WithTheEngine {
    public static func gradients(of net: LittleNet) -> LittleNetGradients {
        let leaves = [net.x, net.w1, net.b1, net.w2, net.b2].map { $0.requiringGrad() }
        let l2 = leaves[0].linear(leaves[1].T, leaves[2]).relu()
        let loss = mseLoss(l2.linear(leaves[3].T, leaves[4]).squeezed(-1), net.y)
        loss.backward()
        let grads = leaves.map { $0.grad! }
        return LittleNetGradients(
            loss: loss.detached(), x: grads[0], w1: grads[1], b1: grads[2], w2: grads[3], b2: grads[4])
    }
}

// Below, `ladder` lists all seven. Each `Rung` says how many lines of code the version has (without comments and empty
// lines), what these lines build on, what is kept for the backward pass, and who knows in which order to go back.

extension Foundations {
    func ladderOfVersions() {
        // All of them get the same numbers. The table shows how far each of the five gradients is from the engine's, at
        // most:
        let net = LittleNet(seed: run.seed)
        let engine = WithTheEngine.gradients(of: net)
        let versions = ladder.map { $0.gradients(net) }
        var table = TextTable(["version", "x", "w1", "b1", "w2", "b2"], decimals: 1)
        for (rung, version) in zip(ladder, versions) {
            table.rows.append([rung.name] + version.largestDifferences(from: engine))
        }
        let differences = versions.flatMap { $0.largestDifferences(from: engine) }
        let largest = engine.named.map { $0.gradient.abs().max().item }.max()!
        show(
            table, "Largest difference of each gradient to the engine's",
            predict: .yesNo(
                "Seven versions, five gradients each: do they agree within a millionth of the largest number?",
                differences.allSatisfy { $0 < 1e-6 * largest }))
        record("ladder/largest-difference", differences.max()!)
        record("ladder/largest-gradient", largest)

        // What is left is rounding: the same sums, added in another order. So what has changed from rung to rung?
        var costs = TextTable(["version", "lines", "builds on", "keeps for the way back", "knows the order"])
        for rung in ladder { costs.add(rung.name, rung.lines, rung.buildsOn, rung.keeps, rung.order) }
        show(costs, "What each version needs, and what it spares you")

        // (In plain arrays and in functions, every intermediate value is a constant of the function, so it is kept
        // until the function ends. The classes build on the six functions of the row above: linear, relu and mse, each
        // with its gradient.) The lines do not get fewer from each rung to the next. What gets less is what *you* have
        // to keep in mind: first the index arithmetic goes, then the two lists that must match, then the notes, then
        // the order, and at last the list of parameters.
    }

    func ladderByNudging() {
        // And is the engine right? Central differences know none of its rules. As in section 17.9, all numbers of w1
        // move at once, each by its own random amount dᵢ, times a small h, in the net of doubles. The slope of the loss
        // should be Σ gᵢ · dᵢ, with the gradient g of any version:
        let net = LittleNet(seed: run.seed)
        let inDouble = NetInDouble(x: net.x, y: net.y, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
        var random = run.random
        let amounts = Tensor.randn(net.w1.count, using: &random).scalars.map { Double($0) }
        let slope = centralDifference(at: 0, h: 1e-6) { step in
            var moved = inDouble
            for (number, amount) in amounts.enumerated() { moved.w1[number] += step * amount }
            return moved.loss
        }
        var table = TextTable(["version", "Σ g · d for w1"], decimals: 4)
        for rung in ladder {
            table.add(rung.name, zip(rung.gradients(net).w1.scalars, amounts).reduce(0) { $0 + Double($1.0) * $1.1 })
        }
        table.add("central difference", slope)
        show(table, "Every version against two losses")
    }

    func whatIsKept() {
        // What is kept decides how much memory a training step needs. A layer of section 17.10 keeps both ends of
        // everything; an autograd function saves what its formula needs. For the little net, tensor by tensor:
        let net = LittleNet(seed: run.seed)
        let l1 = linear(net.x, net.w1, net.b1)
        let output = linear(relu(l1), net.w2, net.b2)
        let tensors: [(name: String, count: Int, isKept: Bool, isNeeded: Bool)] = [
            ("x", net.x.count, true, true), ("l1, before ReLU", l1.count, true, false),
            ("l2, after ReLU", l1.count, true, true), ("output", output.count, true, false),
            ("target", net.y.count, true, false), ("output - target", net.y.count, false, true),
        ]
        var table = TextTable(["tensor", "layers keep", "formulas need"])
        for one in tensors { table.add(one.name, one.isKept ? one.count : 0, one.isNeeded ? one.count : 0) }
        let kept = tensors.reduce(0) { $0 + ($1.isKept ? $1.count : 0) }
        let needed = tensors.reduce(0) { $0 + ($1.isNeeded ? $1.count : 0) }
        table.add("all", kept, needed)
        show(table, "Numbers that wait for the backward pass")

        // As section 17.9 has said, ReLU can go back by its result, and the linear layer behind it keeps that in any
        // case. So the tensor before ReLU need not wait, a quarter of all numbers here; in a deep net of equal widths
        // it is about half. (`MyReLU` saves its operand, as the book's does. Exercise 17.28 does better.)
    }
}

// MARK: Helpers

/// One version of the little net.
public struct Rung: Sendable {
    public let name: String
    /// Counted by a test, which knows where they are.
    public let lines: Int
    public let buildsOn, keeps, order: String
    public let gradients: @Sendable (LittleNet) -> LittleNetGradients
}

/// All versions, in the order of what they build on.
public let ladder = [
    Rung(
        name: "plain arrays", lines: 46, buildsOn: "nothing", keeps: "every intermediate value", order: "you",
        gradients: WithPlainArrays.gradients),
    Rung(
        name: "functions", lines: 32, buildsOn: "tensors", keeps: "every intermediate value", order: "you",
        gradients: WithFunctions.gradients),
    Rung(
        name: "classes", lines: 71, buildsOn: "the functions", keeps: "input and output of each layer",
        order: "a list of layers", gradients: WithClasses.Model.gradients),
    Rung(
        name: "LayerFunction", lines: 60, buildsOn: "linear, relu, mse", keeps: "input and output of each layer",
        order: "a list of layers", gradients: WithLayerFunction.Model.gradients),
    Rung(
        name: "AutogradFunction", lines: 50, buildsOn: "linear and mse", keeps: "what forward saves",
        order: "the graph", gradients: WithAutogradFunctions.gradients),
    Rung(
        name: "Module, Sequential", lines: 45, buildsOn: "MyReLU and mse", keeps: "what each operation saves",
        order: "the graph", gradients: WithModules.gradients),
    Rung(
        name: "engine", lines: 11, buildsOn: "the engine", keeps: "what each operation saves",
        order: "the graph", gradients: WithTheEngine.gradients),
]
