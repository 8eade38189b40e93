// # Softmax
//
// Section 21.8 · After this page you can turn any scores into probabilities, along any axis and without overflow.

import Figures
import Layers
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// Wanted: from any scores to numbers between 0 and 1 that add up to 1, such that a higher score is a higher
// probability. Two steps do it. e to the power of a score is never negative. And whatever is divided by its sum has the
// sum 1:
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
        show(
            table, "Softmax of the same scores, shifted and scaled",
            predict: .choice(
                "Which of the two leaves the probabilities as they are?",
                ["adding 10 to all", "multiplying all by 10"],
                answer: "adding 10 to all"))
    }

    func overflow() {
        // Scores of a thousand are too large for our formula. e¹⁰⁰⁰ has 435 digits, and a float ends at 39:
        let scores = Tensor([1000, 1001, 1002])
        show(
            softmaxV1(scores), "softmax of 1000, 1001 and 1002, by the formula",
            predict: .yesNo(
                "By the formula, eˣ / Σ eˣ: does it give the right probabilities for the scores 1000, 1001 and 1002?",
                false))

        // But since only differences matter, the largest score may be subtracted from all. Then the largest exponent is
        // 0, and nothing can overflow:
        show(softmaxV1(scores - scores.max()), "with the largest score subtracted first")
    }
}

// A net gives scores for a whole batch, [n, classes]. Each item has its own sum, so one has to say along which axis to
// sum. Axis 0 is the batch, axis 1 holds the classes. (`keepingAxes` leaves the sums as a column [n, 1], which
// broadcasting then divides the rows by. `detached` says that the shift is a constant: it changes nothing, so no
// gradient need go through it.)

/// eˣ / Σ eˣ along an axis, without overflow. x [n, classes] → the same shape
public func softmax(_ x: Tensor, axis: Int) -> Tensor {
    let powers = (x - x.detached().max(axes: [axis], keepingAxes: true)).exp()
    return powers / powers.sum(axis: axis, keepingAxes: true)
}

extension BirdsAndAirplanes {
    func softmaxOfABatch() {
        // The book's batch has the same scores twice. Along axis 1 both rows become what they were before:
        let x = Tensor([[1, 2, 3], [1, 2, 3]])
        let rows = softmax(x, axis: 1)
        show(rows, "along axis 1")
        for (row, column, book) in [(0, 0, 0.09), (0, 2, 0.6652), (1, 1, 0.2447)] {
            record(
                "softmax/row-\(row)-column-\(column)", rows[row, column].item, book: book,
                differs: "the book rounds to four decimals")
        }
        let columns = softmax(x, axis: 0)
        show(
            columns, "along axis 0",
            predict: .number("And along axis 0, the batch: what is each of the six numbers?", columns[0, 0].item))

        // Along axis 0 each item's probability would depend on who else is in the batch. Nothing complains, so look at
        // the sums.
        show(
            (rows - x.softmax(axis: 1)).abs().max().item < 1e-6
                && (rows - Softmax(axis: 1)(x)).abs().max().item < 1e-6,
            "the engine's function and its layer `Softmax(axis: 1)` give the same (the book's `Softmax(dim=1)`)")
    }
}
