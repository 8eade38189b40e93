// # What matters in activations
//
// Section 5.4 · After this page you can say what softmax makes of shifted, stretched and very large activations, why it
// is made with e, and what a temperature does.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// Other functions have positive values, too, and can be divided by their sum. Why e to the power? Because of the lead.
// The level of all activations says nothing, so a number added to all of them must change nothing:

/// Four ways to probabilities that are positive and add up to 1.
public let waysToProbabilities: [(name: String, of: @Sendable (Tensor) -> Tensor)] = [
    ("eˣ", { $0.exp() / $0.exp().sum() }),
    ("2ˣ", { ($0 * log(2)).exp() / ($0 * log(2)).exp().sum() }),
    ("x²", { $0.squared() / $0.squared().sum() }),
    ("ln (1 + eˣ)", { $0.softplus() / $0.softplus().sum() }),
]

extension ImageClassification {
    func whyE() {
        // The bears again, and the same bears with 2 added to each activation:
        let x = Tensor([0.02, -2.49, 1.25])
        var table = TextTable(
            ["made of", "teddy", "grizzly", "brown", "2 higher: teddy", "grizzly", "brown"], decimals: 2)
        var unchanged: [String] = []
        for (name, way) in waysToProbabilities {
            let (p, raised) = (way(x), way(x + 2))
            table.rows.append([name] + p.scalars + raised.scalars)
            if (p - raised).abs().max().item < 1e-5 { unchanged.append(name) }
        }
        show(
            table, "Four ways to make probabilities of three activations",
            predict: .count(
                "Four ways, and 2 is added to all activations: with how many does nothing change?", unchanged.count))

        // Powers only: eᵃ⁺² is eᵃ · e², and the factor e² is above and below. The squares take the grizzly's -2.49 for
        // the best of all. ln (1 + eˣ) keeps the order, but has another opinion at every level. And e or 2? Powers of 2
        // are powers of e whose activations are multiplied by ln 2, about 0.69; a net can learn that factor. With e,
        // two classes give the sigmoid exactly, and slopes get no factors that nobody wants.
    }

    func smallLeads() {
        // Powers turn leads into ratios: a lead of 1 makes a class 2.7 times as probable as another, a lead of 3 makes
        // it 20 times as probable. Say that one class leads all others by the same number:
        show(
            Chart(
                "A small lead is enough to take nearly everything", x: "lead over all other classes",
                y: "probability of the leader", yLimits: 0...1
            ) {
                for classes in [2, 3, 10, 37] {
                    Line.function(0...10, "\(classes) classes") { 1 / (1 + Double(classes - 1) * exp(-$0)) }
                }
            }, "Softmax really wants to choose one class")
        let p = simpleSoftmax(Tensor([[5] + [Float](repeating: 0, count: 36)]))[0, 0].item
        show(
            fixed(p, 4), "one of 37 leads by 5",
            predict: .number("One activation is 5, the other 36 are 0. The probability of the first?", p))

        // That is what one wants in training: each photo has one definite label, and softmax pushes the others down
        // when it pushes that one up.
    }

    func temperature() {
        // The size of the activations decides how sure softmax is. Divide them by a *temperature* T. A low one makes
        // the highest activation take everything, a high one makes all classes equal; the order never changes.
        let x = Tensor([[0.02, -2.49, 1.25]])
        let temperatures: [Float] = [0.25, 0.5, 1, 2, 4, 100]
        var table = TextTable(["temperature", "teddy", "grizzly", "brown"], decimals: 3)
        for T in temperatures { table.rows.append([T.formatted()] + simpleSoftmax(x / T).scalars) }
        let hot = simpleSoftmax(x / 100).scalars.max()!
        show(
            table, "Three bears at six temperatures",
            predict: .number("At temperature 100, the probability of the brown bear: about?", hot, within: .percent(5)))
    }

    func overflowOfPowers() {
        // Activations of a thousand are unusual, but they occur while a net goes astray. e¹⁰⁰⁰ has 435 digits, and a
        // `Float` ends at 39. At the other end, e⁻¹⁰⁰⁰ is 0, and the sum with it:
        for x in [Tensor([[1000, 1001, 999]]), Tensor([[-1000, -999, -1001]])] {
            show(simpleSoftmax(x)[0], "\(x[0].scalars.map { Int($0) }), by the formula")
        }

        // The way out is the freedom to shift. Only leads matter, so the highest activation of each row may be
        // subtracted from all. Then the largest power is e⁰ = 1, the sum is at least 1, and what is far behind becomes
        // 0, which is as close as a `Float` gets.
    }
}

/// eˣ / Σ eˣ along an axis, for activations of any size. x [n, classes] → the same shape
public func softmax(_ x: Tensor, axis: Int = 1) -> Tensor {
    let powers = (x - x.detached().max(axes: [axis], keepingAxes: true)).exp()
    return powers / powers.sum(axis: axis, keepingAxes: true)
}

extension ImageClassification {
    func stableSoftmax() {
        // (`detached` says that the shift is a constant. It changes nothing, so no gradient has to go through it.)
        let x = Tensor([[1000, 1001, 999], [-1000, -999, -1001], [0, 1, -1]])
        let p = softmax(x)
        show(p, "softmax of three rows with the same leads")
        show(
            (p[0] - p[2]).abs().max().item < 1e-6 && (p[1] - p[2]).abs().max().item < 1e-6,
            "all three rows are the same",
            ask: "1000, 1001, 999; then -1000, -999, -1001; then 0, 1, -1. Is softmax the same for all three?")
        let usual = bookActivations
        show(
            (softmax(usual) - simpleSoftmax(usual)).abs().max().item < 1e-6
                && (softmax(usual) - usual.softmax(axis: 1)).abs().max().item < 1e-6,
            "on the six pairs, it equals the first version and the engine's `softmax(axis: 1)`")
    }
}
