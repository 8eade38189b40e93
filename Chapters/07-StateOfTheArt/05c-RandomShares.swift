// # Drawing a share
//
// Section 7.5 · After this page you can draw from a Beta distribution, and choose how much is mixed.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// The pseudocode draws shares evenly from a half to 1. The paper draws them from *Beta(α, α)*, and so does the book's
// library, with α = 0.4. It is a family of distributions on 0...1, and α is the dial: at 1, all shares are equally
// likely; below, those near the ends; above, those near a half.
//
// Python's libraries have it ready. Here it is made of what there is: uniform and normal numbers. The way leads over
// another family, *Gamma(a)*, whose numbers are above 0, with a mean of a and a variance of a. If x and y are two draws
// from Gamma(α), then x / (x + y) is one from Beta(α, α). And a draw from Gamma is a normal number, bent a little by a
// third power, and now and then refused (G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma
// Variables", 2000). `gammaDraw` and `betaDraw` do it:

/// A draw from Gamma(a), for an a above 0.
public func gammaDraw(_ a: Double, using random: inout SplitMix64) -> Double {
    // For an a below 1: one for a + 1, made smaller by a random power.
    if a < 1 { return gammaDraw(a + 1, using: &random) * pow(1 - random.uniform(), 1 / a) }
    let d = a - 1.0 / 3
    let c = 1 / sqrt(9 * d)
    while true {
        let x = Double(Tensor.randn(1, using: &random).item)
        let v = pow(1 + c * x, 3)
        if v > 0, log(1 - random.uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
}

/// A share from Beta(α, α).
public func betaDraw(_ alpha: Double, using random: inout SplitMix64) -> Double {
    let (x, y) = (gammaDraw(alpha, using: &random), gammaDraw(alpha, using: &random))
    return x / (x + y)
}

extension StateOfTheArt {
    func isItBeta() {
        // Is it what it should be? Beta(α, α) has a mean of a half, and a variance of 1 / (4 (2α + 1)):
        var random = run.random
        let count = run.size(quick: 300, usual: 4000)
        var table = TextTable(["α", "mean", "variance", "it should be", "the engine's draws: variance"], decimals: 3)
        for alpha in [0.1, 0.4, 1, 4] {
            let shares = (0..<count).map { _ in betaDraw(alpha, using: &random) }
            let engine = (0..<count).map { _ in random.beta(alpha, alpha) }
            table.add(
                fixedAlpha(alpha), mean(shares), variance(shares), 1 / (4 * (2 * alpha + 1)), variance(engine))
        }
        show(
            table, "\(count) draws for each α",
            predict: .choice(
                "Which α gives the largest variance?", ["0.1", "0.4", "1", "4"], answer: "0.1"))
    }

    func threeDials() {
        // This is how they look:
        var random = run.random
        let count = run.size(quick: 300, usual: 4000)
        let charts = [0.1, 0.4, 1, 4].map { alpha in
            let shares = (0..<count).map { _ in betaDraw(alpha, using: &random) }
            return Chart("α = \(fixedAlpha(alpha))", x: "share of the first image", y: "draws") {
                Histogram(shares, bins: 20, range: 0...1)
            }
        }
        show(
            ChartGrid(charts, columns: 2, title: "A small α mixes most photos hardly at all", sharedYLimits: false),
            "\(count) draws from Beta(α, α)")
    }

    func theLargerPart() {
        // One detail more. A batch is mixed with itself, in another order. It may happen that photo A gets 0.2 of
        // itself and 0.8 of photo B, while B gets 0.8 of itself and 0.2 of A: the same mixture twice. So the library
        // takes max(λ, 1 − λ): the photo itself is always the larger part.
        var random = run.random
        let shares = (0..<run.size(quick: 1000, usual: 10_000)).map { _ in betaDraw(0.4, using: &random) }
        let larger = shares.map { max($0, 1 - $0) }
        show(larger.min()! >= 0.5, "none is below a half")
        record("mixup/mean-share", mean(larger))
        let hardly = Double(larger.count { $0 > 0.9 }) / Double(larger.count)
        record(
            "mixup/hardly-mixed", hardly,
            predict: .share(
                "α is 0.4. Which share of the photos gets less than a tenth of another one, about?", hardly,
                within: .plusMinus(0.1)))

        // So at the book's α about half of the photos stay nearly what they are. Someone who wants more mixing takes a
        // larger α; the paper has good results from 0.1 to 0.4 on ImageNet, and says that too much makes the net learn
        // too little.
    }
}

// MARK: Helpers

private func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

private func variance(_ numbers: [Double]) -> Double {
    let middle = mean(numbers)
    return mean(numbers.map { ($0 - middle) * ($0 - middle) })
}

private func fixedAlpha(_ alpha: Double) -> String { alpha == alpha.rounded() ? "\(Int(alpha))" : "\(alpha)" }
