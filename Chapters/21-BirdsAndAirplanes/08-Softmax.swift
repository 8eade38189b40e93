// # Softmax
//
// Section 21.8 · After this page you can turn any scores into probabilities, and say what matters about scores.

import Figures
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// Wanted: from any scores to numbers between 0 and 1 that add up to 1, such that a higher score is a higher
// probability. Two steps do it. e to the power of a score is above 0, whatever the score. And whatever is divided by
// its sum has the sum 1:
//
//     softmax(x)ᵢ = eˣⁱ / (eˣ¹ + eˣ² + … + eˣⁿ)
//

/// First version: for one item, x [classes]. (The book's `softmax`.)
public func softmaxV1(_ x: Tensor) -> Tensor { x.exp() / x.exp().sum() }

extension BirdsAndAirplanes {
    func softmaxOfThree() {
        // The book's example has the scores 1, 2 and 3:
        let x = Tensor([1, 2, 3])
        let p = softmaxV1(x)
        show(x.exp(), "e to the scores")
        show(p, "divided by their sum", ask: "Softmax of the scores 1, 2 and 3: which three probabilities?")
        let rounded = "the book rounds to four decimals"
        record("softmax/of-1", p[0].item, book: 0.0900, differs: rounded)
        record("softmax/of-2", p[1].item, book: 0.2447, differs: rounded)
        record("softmax/of-3", p[2].item, book: 0.6652, differs: rounded)
        record("softmax/sum", p.sum().item, book: 1)

        // A higher score is a higher probability, so the order stays. Ratios do not: 1 is a half of 2, but its
        // probability is less than a half of the other. Divide eˣ¹ by eˣ² to see what it is: e to the *difference*.
        let ratio = (p[0] / p[1]).item
        record(
            "softmax/ratio-before", (x[0] / x[1]).item, book: 0.5)
        record(
            "softmax/ratio-after", ratio, book: 0.3678,
            differs: "the book divides rounded numbers; this is e⁻¹",
            ask: "What is the first probability, divided by the second?")
    }

    func scaleAndShift() {
        // So only differences between scores matter. Adding the same number to all of them changes nothing. Multiplying
        // them by a number does: small scores make probabilities that are nearly equal, large ones leave everything to
        // the largest.
        let x = Tensor([1, 2, 3])
        var table = TextTable(["scores", "first", "second", "third"], decimals: 4)
        for (name, scores) in [
            ("1, 2, 3", x), ("ten added", x + 10), ("a tenth of them", x / 10), ("ten times as large", x * 10),
        ] {
            table.rows.append([name] + softmaxV1(scores).scalars)
        }
        let isShiftFree = (softmaxV1(x + 10) - softmaxV1(x)).abs().max().item < 1e-6
        show(
            table, "Softmax of the same scores, shifted and scaled",
            predict: .choice(
                "Which of the two leaves the probabilities as they are?",
                ["adding 10 to all", "multiplying all by 10"],
                answer: isShiftFree ? "adding 10 to all" : "multiplying all by 10"))
    }

    func overflow() {
        // Scores of a thousand are too large for our formula. e¹⁰⁰⁰ has 435 digits, and a float ends at 39:
        let scores = Tensor([1000, 1001, 1002])
        let byFormula = softmaxV1(scores)
        show(
            byFormula, "softmax of 1000, 1001 and 1002, by the formula",
            predict: .yesNo(
                "By the formula, eˣ / Σ eˣ: does it give probabilities for the scores 1000, 1001 and 1002?",
                byFormula.scalars.allSatisfy(\.isFinite)))

        // But since only differences matter, the largest score may be subtracted from all. Then the largest exponent is
        // 0, and nothing can overflow:
        show(softmaxV1(scores - scores.max()), "with the largest score subtracted first")
    }
}
