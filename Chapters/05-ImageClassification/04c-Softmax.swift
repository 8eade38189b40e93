// # Softmax
//
// Section 5.4 · After this page you can turn activations of any number of classes into probabilities, by hand if you
// must.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// A lead needs two. With three classes, who leads whom? *Softmax* is the sigmoid of the lead for any number of classes.
// It takes two steps. First, e to the power of each activation. e is 2.718…, and eˣ (`exp` in code) is never 0 or less,
// and grows fast. It is the inverse of the natural logarithm. Second, divide by the sum of the row:
//
//     softmax(x)ᵢ = eˣⁱ / (eˣ¹ + eˣ² + … + eˣⁿ)
//

/// First version: eˣ, divided by its sum over each row. x [n, classes] → the same shape. (The book's `softmax`.)
public func simpleSoftmax(_ x: Tensor) -> Tensor { x.exp() / x.exp().sum(axis: 1, keepingAxes: true) }

// (`keepingAxes` leaves the sums as a column [n, 1], so that the division goes row by row.)

extension ImageClassification {
    func softmaxOfSixPictures() {
        // With two columns it has to give what the sigmoid of the lead gives. It does, since eᵃ / (eᵃ + eᵇ) is
        // 1 / (1 + e⁻⁽ᵃ⁻ᵇ⁾): divide above and below by eᵃ.
        let x = bookActivations
        let p = simpleSoftmax(x)
        let lead = x[0..., 0] - x[0..., 1]
        let book: [[Float]] = [
            [0.6025, 0.3975], [0.5021, 0.4979], [0.1332, 0.8668], [0.9966, 0.0034], [0.5959, 0.4041], [0.3661, 0.6339],
        ]
        var table = TextTable(
            ["picture", "three", "seven", "the book's three", "seven", "sigmoid of the lead", "sum"], decimals: 4)
        for row in 0..<6 {
            let sum = p[row].sum().item
            table.add(
                row, p[row, 0].item, p[row, 1].item, book[row][0], book[row][1], lead[row].sigmoid().item, sum)
        }
        show(table, "Softmax of six pairs")
        let printed = "from the book's activations as printed, to four decimals"
        record("softmax/picture-1-three", p[1, 0].item, book: 0.502065, differs: printed)
        record("softmax/picture-3-three", p[3, 0].item, book: 0.99664, differs: printed)
        show(
            fixed(p[0, 0].item, 4), "the first picture is a three, with the probability",
            predict: .number("0.6734 for a three, 0.2576 for a seven: the probability of a three?", p[0, 0].item))
    }

    func threeBears() {
        // And now three columns. The book has a picture of a bear, and a net that knows teddy bears, grizzlies and
        // brown bears. Its activations are 0.02, -2.49 and 1.25. Every column of the table is made of the one before
        // it:
        let kinds = ["teddy", "grizzly", "brown"]
        let x = Tensor([0.02, -2.49, 1.25])
        let powers = x.exp()
        let p = powers / powers.sum()
        var table = TextTable(["bear", "activation", "e to its power", "softmax"], decimals: 2)
        for (row, kind) in kinds.enumerated() {
            table.add(kind, x[row].item, powers[row].item, p[row].item)
        }
        table.add("sum", x.sum().item, powers.sum().item, p.sum().item)
        show(
            table, "Figure 5-3 of the book, computed",
            predict: .numbers("Activations 0.02, -2.49 and 1.25: e to their powers?", powers.scalars))
        for (row, book) in [(0, 0.22), (1, 0.02), (2, 0.76)] {
            record("bears/\(kinds[row])", p[row].item, book: book, differs: "the book rounds to two decimals")
        }
        show(
            ChartGrid(
                [
                    Chart("Activations", x: "bear", y: "activation", yLimits: -3...2) { Bars(kinds, x.scalars) },
                    Chart("e to their powers", x: "bear", y: "power of e") {
                        Bars(kinds, powers.scalars, colour: .orange)
                    },
                    Chart("Softmax", x: "bear", y: "probability", yLimits: 0...1) {
                        Bars(kinds, p.scalars, colour: .green)
                    },
                ], columns: 3, title: "From activations to probabilities", sharedYLimits: false), "Three bears")

        // The power makes everything positive, also the -2.49; the division makes the sum 1. The order stays: the
        // highest activation has the highest probability.
    }

    func leadsOfBears() {
        // And pairs still have their leads. Forget the teddy, and ask how the other two compare: p(brown) / p(grizzly)
        // is e to the power of the lead of the brown one, whatever the teddy's activation is.
        let x = Tensor([[0.02, -2.49, 1.25], [9, -2.49, 1.25]])
        let p = simpleSoftmax(x)
        var table = TextTable(
            ["teddy's activation", "teddy", "grizzly", "brown", "brown / (brown + grizzly)"], decimals: 4)
        for row in 0..<2 {
            let pair = p[row, 2].item / (p[row, 1].item + p[row, 2].item)
            table.add(fixed(x[row, 0].item, 2), p[row, 0].item, p[row, 1].item, p[row, 2].item, pair)
        }
        show(
            table, "Two bears compared, with two teddies beside them",
            predict: .yesNo(
                "The teddy's activation goes up to 9. Does the share of the brown bear among the two others change?",
                abs(p[0, 2].item / (p[0, 1].item + p[0, 2].item) - p[1, 2].item / (p[1, 1].item + p[1, 2].item))
                    > 1e-4))

        // So softmax is to be used wherever there are more than two classes and each item has exactly one, and also for
        // two, so that all nets look alike.
    }
}
