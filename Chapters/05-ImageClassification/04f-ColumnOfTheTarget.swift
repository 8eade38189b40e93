// # The column of the right class
//
// Section 5.4 · After this page you can pick each item's probability of its own class, from any number of columns, and
// know why that one is enough.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// Probabilities are there; now a loss. The one of chapter 4 had two cases. The prediction was the probability of a
// three, and where the picture was a three, the loss was what the prediction lacked to 1; where it was a seven, the
// loss was the prediction itself:

/// Sigmoid, then the distance to the answer, on average. scores [n] · isThree [n], 1 or 0. (The book's `mnist_loss`.)
public func mnistLoss(_ scores: Tensor, _ isThree: Tensor) -> Tensor {
    let p = scores.sigmoid()
    return Tensor.where(isThree .== 1, 1 - p, p).mean()
}

// `where` chooses between two alternatives (the book's `torch.where`), and a third class would have nowhere to go. But
// look at it in another way. With a column for each class, the loss of chapter 4 looks at one column for a three and at
// the other for a seven. The label is the number of the column! So pick from each row the column that its label says.
// In the book's library, `sm_acts[idx, targ]` does it, with two lists, of rows and of columns. Here it is `gathered`.
// Its list of numbers is a column itself, [n, 1], and so is what comes out:

/// For each row the number in the column of its target. p [n, classes] · targets [n] → [n]
public func pickedColumn(_ p: Tensor, _ targets: IntTensor) -> Tensor {
    p.gathered(axis: 1, targets.unsqueezed(1)).squeezed(1)
}

extension ImageClassification {
    func chooseOrPick() {
        // Here are the six pictures, with labels as the book gives them, 0 for column 0, which belongs to the threes:
        let (p, targets) = (softmax(bookActivations), bookTargets)
        let rows = Array(0..<6)
        let picked = pickedColumn(p, targets)
        let book: [Float] = [0.6025, 0.4979, 0.1332, 0.0034, 0.4041, 0.3661]
        var table = TextTable(["3", "7", "targ", "idx", "picked", "the book's"], decimals: 4)
        for row in rows {
            table.add(
                p[row, 0].item, p[row, 1].item, Int(targets[row].item), row, picked[row].item, book[row])
        }
        show(
            table, "From row `idx`, the column `targ`",
            predict: .number(
                "In row 3, the columns have 0.9966 and 0.0034, and the label is 1. What is picked?", picked[3].item))
        record(
            "picked/picture-3", picked[3].item, book: 0.0034,
            differs: "from the book's activations as printed, to four decimals")

        // (The book calls the last column "loss", but it is a probability, and a high one is good. And its columns
        // stand in the order three, seven, so that the label of a three is 0 here; in chapter 4 it was 1.)
    }
}

extension ImageClassification {
    func anyNumberOfColumns() {
        // Nothing in this knows how many columns there are. Three bears in five photos, and then 37 breeds:
        var random = run.random
        let bears = softmax(Tensor.randn(5, 3, using: &random))
        let kinds = IntTensor([2, 0, 1, 1, 2])
        var table = TextTable(["teddy", "grizzly", "brown", "label", "picked"], decimals: 3)
        for row in 0..<5 {
            table.rows.append(
                bears[row].scalars + [Int(kinds[row].item), pickedColumn(bears, kinds)[row].item])
        }
        show(table, "Five photos of bears, with activations drawn at random")
        let breeds = softmax(Tensor.randn(64, 37, using: &random))
        let labels = IntTensor((0..<64).map { $0 % 37 })
        show(
            pickedColumn(breeds, labels).shape, "what is picked of [64, 37]",
            ask: "64 photos, 37 columns: what is the shape of what is picked?")

        // And what about the other columns? They need not be looked at. A row adds up to 1, so whatever raises the
        // right one lowers the rest:
        let p = Tensor([[0.2, 0.5, 0.3]])
        let raised = softmax(p.log() + Tensor([1, 0, 0]))
        show(raised[0], "0.2, 0.5 and 0.3, after the first activation has grown by 1")
    }

    func minusIsNoLogarithm() {
        // A loss should be small where things are good, so the sign is turned. That is all that the book's `nll_loss`
        // does. Its name is short for "negative log likelihood", and there is no logarithm in it:
        let p = softmax(bookActivations)
        let losses = nllLoss(p, bookTargets, reduction: .none)
        show(losses, "nllLoss of probabilities")
        show(
            (losses + pickedColumn(p, bookTargets)).abs().max().item == 0, "it is what was picked, with a minus",
            ask: "Is a column picked and the sign changed, and nothing else?")

        // So is this a loss? On two classes it is the one of chapter 4, less 1: `mnistLoss` of the leads.
        let x = bookActivations
        let lead = x[0..., 0] - x[0..., 1]
        let old = mnistLoss(lead, Tensor([1, 0, 1, 0, 0, 1]))
        show([old.item, losses.mean().item + 1], "the loss of chapter 4, and the mean from above plus 1")

        // It can be used, and section 4.10 did. But something is missing, and it is in the name already.
    }
}
