// # Where the transpose comes from
//
// Section 17.1 · After this page you can say why the weights of a layer are transposed, and why that costs nothing.

import Figures
import Notebook
import Tensors

// Written out with indices, the layer of the page before computes
//
//     y[i, j] = Σₖ x[i, k] · w[j, k] + b[j]
//
// Row i of the items meets *row* j of the weights. The product of two matrices, as mathematics defines it, is almost
// the same sum:
//
//     (m·n)[i, j] = Σₖ m[i, k] · n[k, j]
//
// Row i of m meets *column* j of n. So to write the layer as a product, rows of w have to become columns. The table
// with rows and columns swapped is called the *transpose*, wᵀ, and the layer is y = x·wᵀ + b. There is no deeper
// reason: we keep one neuron in each row, and the product wants one in each column.
//
// For lists, transposing means building a new table. Number (k, j) of the new one is number (j, k) of the old one:

/// The same table with rows as columns.
public func transposed(_ rows: [[Float]]) -> [[Float]] {
    let columns = rows.first?.count ?? 0
    require(rows.allSatisfy { $0.count == columns }, "transposing a table", "its rows differ in length")
    return (0..<columns).map { column in rows.map { $0[column] } }
}

extension Foundations {
    func swapRowsAndColumns() {
        show(transposed([[1, 2, 3], [4, 5, 6]]), "two rows of three become three rows of two")
        show(transposed(transposed([[1, 2, 3], [4, 5, 6]])), "transposed twice")

        // A tensor gets away without building anything. Its numbers lie in memory in one long row, its *storage*, and
        // its *strides* say how far one step along each axis goes in that row. (The book's `storage()` and `stride()`.)
        let w = Tensor([[1, 2, 3], [4, 5, 6]])
        show(w.storage, "the storage")
        show(w.strides, "the strides: 3 on to the next row, 1 to the next column")
    }
}

// To find a number, multiply each index by its stride and add. A part of a tensor may begin further on; how far is its
// *offset*. This is all that the brackets of a tensor do, once they have checked that the index is inside:

/// The number at an index, read from the storage. (What `x[i, j]` does.)
public func element(_ x: Tensor, at index: [Int]) -> Float {
    let isInside = index.count == x.rank && zip(index, x.shape).allSatisfy { (0..<$1).contains($0) }
    require(isInside, "element \(index) of \(x.shape)", "there is no such element")
    return x.storage[x.offset + zip(index, x.strides).map(*).reduce(0, +)]
}

extension Foundations {
    func theTransposeIsAView() {
        let w = Tensor([[1, 2, 3], [4, 5, 6]])
        show(
            element(w, at: [1, 2]), "number 0 + 1·3 + 2·1 = 5 of the storage",
            ask: "w has the rows 1 2 3 and 4 5 6. Which number is at [1, 2]?")
        show(w[1, 2].item, "the same with brackets")

        // To transpose, swap shape and strides, and leave the storage alone. Such a second look at the same numbers is
        // called a *view*. The book writes `w.t()`; here it is `w.T`:
        show(
            w.T.strides, "strides of the transpose",
            ask: "w is [2, 3] with the strides [3, 1]. What are the strides of its transpose?")
        show(
            StorageMap([("w", w), ("w.T", w.T)], title: "One storage, two ways to walk through it"),
            "A matrix and its transpose")

        // However large w is, transposing takes no longer. A row and a column are views of the same storage as well.
        // (`w[1]` is row 1, counted from 0. `w[0..., 1]` is column 1: `0...` stands for a whole axis.)
        var table = TextTable(["view", "shape", "strides", "offset", "numbers", "storage"])
        for (name, view) in [("w", w), ("w.T", w.T), ("w[1]", w[1]), ("w[0..., 1]", w[0..., 1])] {
            table.add(
                name, "\(view.shape)", "\(view.strides)", view.offset, list(view.scalars), list(view.storage))
        }
        show(table, "Four views of six numbers")

        // Reading any number of any of them with our `element` gives what the brackets give:
        let indices = [0, 1, 2].flatMap { i in [0, 1].map { [i, $0] } }
        show(
            indices.allSatisfy { element(w.T, at: $0) == w.T[$0[0], $0[1]].item }, "element and brackets agree on w.T")
    }

    func writingThroughAView() {
        // What happens when you write to a view? In PyTorch, w changes too, since both are the same memory. Here a
        // tensor is a value, as a number is: before a write, the memory is copied if anybody else looks at it.
        let w = Tensor([[1, 2, 3], [4, 5, 6]])
        var turned = w.T
        turned[0, 0] = Tensor(100)
        show(
            w[0, 0].item, "w[0, 0] after writing 100 into its transpose",
            predict: .choice(
                "w[0, 0] is 1. Then 100 is written into a variable that holds w.T. What is w[0, 0] here?",
                ["still 1", "100, as in PyTorch"], answer: "still 1"))
        show(turned.storage, "the copy that was written to")

        // We have the transpose. What is missing for y = x·wᵀ + b is the product, which section 17.2 begins with, and a
        // way to add one bias to every row, which is in section 17.4. There the layer becomes a single line.
    }

    // MARK: Helpers

    private func list(_ numbers: [Float]) -> String { numbers.map { "\(Int($0))" }.joined(separator: " ") }
}
