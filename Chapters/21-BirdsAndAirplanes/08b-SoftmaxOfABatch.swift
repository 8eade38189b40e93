// # Softmax of a batch
//
// Section 21.8 · After this page you can turn the scores of a batch into probabilities, along the right axis.

import Figures
import Layers
import Notebook
import Tensors

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
