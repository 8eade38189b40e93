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
        let hidden = leaves[0].linear(leaves[1].T, leaves[2]).relu()
        let loss = mseLoss(hidden.linear(leaves[3].T, leaves[4]).squeezed(-1), net.y)
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
        let worst = versions.flatMap { $0.largestDifferences(from: engine) }.max()!
        let largest = engine.named.map { $0.gradient.abs().max().item }.max()!
        show(
            table, "Largest difference of each gradient to the engine's",
            predict: .yesNo(
                "Seven versions, five gradients each: do they agree within a millionth of the largest number?",
                worst < 1e-6 * largest))
        record("ladder/largest-difference", worst)
        record("ladder/largest-gradient", largest)

        // What is left is rounding: the same sums, added in another order. So what has changed from rung to rung?
        var costs = TextTable(["version", "lines", "builds on", "keeps for the way back", "knows the order"])
        for rung in ladder { costs.add(rung.name, rung.lines, rung.buildsOn, rung.keeps, rung.order) }
        show(costs, "What each version needs, and what it spares you")

        // (The functions are those of sections 17.8 and 17.9.) The lines do not get fewer from each rung to the next.
        // What gets less is what *you* have to keep in mind: first the index arithmetic goes, then the two lists that
        // must match, then the notes, then the order, and at last the list of parameters.
    }

    func whatIsKept() {
        // What is kept decides how much memory a training step needs. A layer of section 17.10 keeps both ends of
        // everything; an autograd function saves what its formula needs. For the little net, tensor by tensor:
        let net = LittleNet(seed: run.seed)
        let hidden = linear(net.x, net.w1, net.b1)
        let output = linear(relu(hidden), net.w2, net.b2)
        let tensors: [(name: String, count: Int, isKept: Bool, isNeeded: Bool)] = [
            ("x", net.x.count, true, true), ("hidden, before ReLU", hidden.count, true, false),
            ("active, after ReLU", hidden.count, true, true), ("output", output.count, true, false),
            ("target", net.y.count, true, false), ("output - target", net.y.count, false, true),
        ]
        var table = TextTable(["tensor", "layers keep", "formulas need"])
        for one in tensors { table.add(one.name, one.isKept ? one.count : 0, one.isNeeded ? one.count : 0) }
        let kept = tensors.reduce(0) { $0 + ($1.isKept ? $1.count : 0) }
        let needed = tensors.reduce(0) { $0 + ($1.isNeeded ? $1.count : 0) }
        table.add("all", kept, needed)
        show(table, "Numbers that wait for the backward pass")

        // ReLU has to know where its operand was above 0, and its result tells that just as well. The linear layer
        // behind it keeps that result in any case. So the tensor before ReLU need not wait, a quarter of all numbers
        // here; in a deep net of equal widths it is about half. (`MyReLU` saves its operand, as the book's does.
        // Exercise 17.28 does better.)
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
        name: "plain arrays", lines: 46, buildsOn: "nothing", keeps: "what has a name", order: "you",
        gradients: WithPlainArrays.gradients),
    Rung(
        name: "functions", lines: 32, buildsOn: "tensors", keeps: "what has a name", order: "you",
        gradients: WithFunctions.gradients),
    Rung(
        name: "classes", lines: 71, buildsOn: "six functions", keeps: "input and output of each layer",
        order: "a list of layers", gradients: WithClasses.Model.gradients),
    Rung(
        name: "LayerFunction", lines: 60, buildsOn: "three functions", keeps: "input and output of each layer",
        order: "a list of layers", gradients: WithLayerFunction.Model.gradients),
    Rung(
        name: "AutogradFunction", lines: 50, buildsOn: "two functions", keeps: "what forward saves",
        order: "the graph", gradients: WithAutogradFunctions.gradients),
    Rung(
        name: "Module, Sequential", lines: 45, buildsOn: "MyReLU and mse", keeps: "what each operation saves",
        order: "the graph", gradients: WithModules.gradients),
    Rung(
        name: "engine", lines: 11, buildsOn: "the engine", keeps: "what each operation saves",
        order: "the graph", gradients: WithTheEngine.gradients),
]
