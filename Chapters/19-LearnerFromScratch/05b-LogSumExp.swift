// # The same without overflow
//
// Section 19.5 · After this page you can say for which scores the two formulas fail, and write the one that does not.

import Common
import Figures
import Notebook
import Tensors

// The largest number that fits into a `Float` is about 3.4 · 10³⁸, which is e to the power of 88.7. Everything beyond
// is infinite. Nothing limits the scores of a net. One that learns with too high a rate soon has scores of a hundred or
// a thousand. What do the two formulas make of those?

extension LearnerFromScratch {
    func scoresThatOverflow() {
        let scores = Tensor([1000, 1001, 1002])
        show(scores.exp(), "e to the power of 1000, 1001 and 1002")
        show(
            differenceOfLogs(scores), "x − ln Σ eˣ",
            predict: .choice(
                "Σ eˣ is infinite. What does x − ln Σ eˣ say for 1000, 1001 and 1002?",
                ["-∞ for all three", "0 for the largest", "not a number"], answer: "-∞ for all three"))
        show(logOfSoftmax(scores), "ln(eˣ / Σ eˣ), an infinity divided by an infinity")

        // The right answer is not even large: -2.41, -1.41 and -0.41. What is large is only what comes in between.
    }
}

// The way around it is to take the largest score out before raising e to anything. With a the largest x,
//
//     Σ eˣ = Σ eᵃ · eˣ⁻ᵃ = eᵃ · Σ eˣ⁻ᵃ     and so     ln Σ eˣ = a + ln Σ eˣ⁻ᵃ
//
// Now every exponent is at most 0, so nothing overflows; and one of them is exactly 0, so the sum is at least 1, and
// its logarithm is harmless too. This is called the *LogSumExp trick*. What it adds up to does not depend on
// a, so its slope in a is 0; no gradient has to flow through a, which is detached:

/// ln Σ eˣ along the last axis: a + ln Σ eˣ⁻ᵃ, a being the largest x. (The book's `logsumexp`.)
/// x [..., n] → [...]
public func logSumExp(_ x: Tensor) -> Tensor {
    let largest = x.detached().max(axes: [-1], keepingAxes: true)
    return (x - largest).exp().sum(axis: -1).log() + largest.squeezed(-1)
}

extension LearnerFromScratch {
    func logSumExpOfLargeNumbers() {
        let above = significant(logSumExp(Tensor([1000, 1001, 1002])).item - 1000, 4)
        show(
            above, "by how much logSumExp of 1000, 1001 and 1002 is above 1000",
            predict: .number(
                "ln(e⁻² + e⁻¹ + 1) is 0.408. By how much is logSumExp of 1000, 1001 and 1002 above 1000?",
                above, within: .plusMinus(0.05)))
    }

    func equalOrAlmost() {
        // Where nothing overflows, both ways must agree. The book tries it on five random numbers, with `==`, and gets
        // True. That was luck. Floats are rounded at every step, and the two ways take different steps. In a thousand
        // draws of five numbers between 0 and 1,
        var random = run.random
        let pairs = (0..<run.size(quick: 100, usual: 1000)).map { _ -> (plain: Float, stable: Float) in
            let x = Tensor.rand(5, using: &random)
            return (x.exp().sum().log().item, logSumExp(x).item)
        }
        let equal = Double(pairs.count { $0.plain == $0.stable }) / Double(pairs.count)
        record(
            "log-sum-exp/share-of-draws-that-are-equal", equal, book: 1, differs: "many draws; the book has one",
            predict: .yesNo("Are the two results exactly equal in every draw?", equal == 1))
        show(pairs.map { abs($0.plain - $0.stable) }.max()!, "largest difference")

        // (So a test that compares floats gives them some room. All tests of this project do.)
    }
}

// With it, log-softmax in its third version:

/// ln(eˣ / Σ eˣ) along the last axis, without overflow. (The book's third `log_softmax`.)
/// x [..., classes] → of the same shape
public func logSoftmax(_ x: Tensor) -> Tensor { x - logSumExp(x).unsqueezed(-1) }

extension LearnerFromScratch {
    func threeVersions() throws {
        // On the scores of the untrained nets all three agree:
        let (scores, differs) = (try untrainedScores, try whatDiffers)
        record("log-sum-exp/first-row", over: scores.map { logSumExp($0)[0].item }, book: 3.9784, differs: differs)
        record("log-softmax/stable", over: scores.map { logSoftmax($0)[0, 0].item }, book: -1.2790, differs: differs)

        // And here is where they part. Each row has three scores, and the log-probability of the first of them:
        let rows: [[Float]] = [
            [0, 1, 2], [86, 87, 88], [87, 88, 89], [1000, 1001, 1002], [-1000, -999, -998], [-110, 0, 0],
            [1_000_000, 1_000_001, 1_000_002],
        ]
        var table = TextTable(["scores", "ln(eˣ / Σ eˣ)", "x − ln Σ eˣ", "x − logSumExp", "the engine's"], decimals: 4)
        for row in rows {
            let x = Tensor(row)
            table.add(
                row.map { "\(Int($0))" }.joined(separator: ", "), logOfSoftmax(x)[0].item, differenceOfLogs(x)[0].item,
                logSoftmax(x)[0].item, x.logSoftmax()[0].item)
        }
        show(
            table, "The log-probability of the first of three scores",
            predict: .choice(
                "Scores of -1000, -999 and -998: what happens to eˣ?",
                ["it overflows", "it becomes 0", "nothing special"], answer: "it becomes 0"))

        // Between 88 and 89 the first two give up. On the other side they fail as well: e to the power of -1000 is 0 in
        // a `Float`, and the logarithm of 0 is -∞. One row is a difference between the two. For -110 next to two zeros
        // the definition finds a probability of 0, and -∞; the difference of logarithms never computes that
        // probability.
        //
        // The last row is a surprise. The third version does not overflow, but near a million neighbouring floats are
        // 1/16 apart, so logSumExp is rounded to that, and its error stays when x is subtracted. The engine's
        // `logSoftmax` takes the largest score off first, and subtracts the small numbers from each other:
        // (x − a) − ln Σ eˣ⁻ᵃ. For scores as they occur in practice, both are exact to the last digit or two.
    }
}
