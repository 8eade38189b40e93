// # One column for each class
//
// Section 5.4 · After this page you can say why a sigmoid in each column makes no probabilities, and what it is that a
// pair of activations says.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// How do 37 probabilities come about that add up to 1? Chapter 4 had two classes, threes and sevens, and one number for
// each picture. The sigmoid bent it into the range from 0 to 1 (section 4.11), and that was the probability of a three:

extension ImageClassification {
    func sigmoidOnce() {
        show(
            Chart("Sigmoid bends any number into the range from 0 to 1", x: "activation", y: "sigmoid") {
                Line.function(-4...4) { 1 / (1 + exp(-$0)) }
                Rule(y: 0.5, "a half, at 0")
            }, "The sigmoid once more")
    }
}

// For a second class, the probability was what is left of 1. For a third class nothing is left. So there has to be an
// activation for each class: a column of its own. Try it with two columns first, where we know what must come out. Six
// pictures, and for each a pair of activations, drawn at random from a normal distribution with deviation 2. These are
// the book's draws, as it prints them, `bookActivations`, and its labels, `bookTargets`:

/// The book's activations of six pictures [6, 2]: column 0 is for a three, column 1 for a seven. (The book's `acts`.)
public var bookActivations: Tensor {
    Tensor([
        [0.6734, 0.2576], [0.4689, 0.4607], [-2.2457, -0.3727], [4.4164, -1.2760], [0.9233, 0.5347], [1.0698, 1.6187],
    ])
}

/// What the book says of its pictures: 0 for a three, 1 for a seven. (The book's `targ`.)
public var bookTargets: IntTensor { IntTensor([0, 1, 0, 1, 1, 0]) }

extension ImageClassification {
    func sigmoidOfEachColumn() {
        // The obvious idea is a sigmoid in each cell. Here it is, with the sum of each row:
        let p = bookActivations.sigmoid()
        let book: [[Float]] = [
            [0.6623, 0.5641], [0.6151, 0.6132], [0.0957, 0.4079], [0.9881, 0.2182], [0.7157, 0.6306], [0.7446, 0.8346],
        ]
        let sums = p.sum(axis: 1)
        var table = TextTable(["picture", "three", "seven", "the book's three", "seven", "sum"], decimals: 4)
        for row in 0..<6 { table.add(row, p[row, 0].item, p[row, 1].item, book[row][0], book[row][1], sums[row].item) }
        show(
            table, "A sigmoid in each cell",
            predict: .yesNo(
                "A sigmoid in both columns: do the two numbers of each picture add up to 1?",
                sums.scalars.allSatisfy { abs($0 - 1) < 0.01 }))
        let printed = "from the book's activations as printed, to four decimals"
        record("sigmoid/picture-0-three", p[0, 0].item, book: 0.6623, differs: printed)
        record("sigmoid/picture-0-seven", p[0, 1].item, book: 0.5641, differs: printed)
        record("sigmoid/picture-2-three", p[2, 0].item, book: 0.0957, differs: printed)

        // Each cell is a probability by itself, but together they are none. To the first picture, 0.66 and 0.56 say "a
        // three, and also a seven". To the third they say that it is neither: 0.10 and 0.41. And a picture is always
        // exactly one of the two.
    }

    func onlyTheLead() {
        // Which numbers in a pair matter? No one has told the net how high an activation has to be. What it can learn
        // is to make one higher than the other. So the level of a pair says nothing, only the lead that one of them
        // has: which is higher, and by how much.
        let x = bookActivations
        show(
            Chart("Six pairs of activations: it is the lead that counts", x: "activation", y: "picture") {
                for row in 0..<6 {
                    Line([x[row, 0].item, x[row, 1].item], [Float(row), Float(row)], nil, colour: .grey)
                }
                Points(x[0..., 0].scalars, 0..<6, "three", colour: .blue)
                Points(x[0..., 1].scalars, 0..<6, "seven", colour: .orange)
            }, "Activations of six pictures")

        // The lead of the three is one number, as in chapter 4, and there the sigmoid is right: it gives the
        // probability of a three, and what is left belongs to the seven.
        let lead = x[0..., 0] - x[0..., 1]
        let p = lead.sigmoid()
        let book: [Float] = [0.6025, 0.5021, 0.1332, 0.9966, 0.5959, 0.3661]
        var table = TextTable(
            ["picture", "lead of the three", "its sigmoid", "the book's", "what is left"], decimals: 4)
        for row in 0..<6 { table.add(row, lead[row].item, p[row].item, book[row], 1 - p[row].item) }
        show(
            table, "The sigmoid of the lead",
            predict: .count(
                "A three, where the lead is above 0: how many of the six pictures?", lead.scalars.count { $0 > 0 }))
        record(
            "sigmoid/lead-of-picture-0", p[0].item, book: 0.6025,
            differs: "from the book's activations as printed, to four decimals")

        // The second picture is the closest: 0.4689 against 0.4607, a lead of nearly nothing, and so nearly a half for
        // each. Add 3 to both numbers of a pair, and the lead is the same; the sigmoids of the cells are not:
        let raised = x + 3
        show(raised.sigmoid()[0], "the first pair, 3 higher, a sigmoid in each cell")
        show(
            significant((raised[0..., 0] - raised[0..., 1]).sigmoid()[0].item, 4),
            "the sigmoid of its lead",
            ask: "Both numbers of the first pair grow by 3. The sigmoid of the lead was 0.6025. What is it now?")
    }
}
