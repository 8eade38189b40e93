// # A row times a column
//
// Section 17.3 · After this page you can cut rows, columns and blocks out of a tensor, and leave out the innermost loop
// of a matrix product.

import Notebook
import Tensors

// The innermost loop of section 17.2 walks along a row of a and a column of b, multiplies, and adds up. Multiplying two
// vectors is elementwise arithmetic, and adding up is a sum. We only have to get hold of the row and the column.

extension Foundations {
    func slices() {
        // A number in brackets picks one entry of an axis, and `0...` takes the whole axis, as the lone colon does in
        // Python. Nothing is copied, as section 17.1 has shown:
        let m = Tensor([[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13, 14, 15, 16, 17, 18]])
        show(m[1, 0...], "m[1,:], row 1")
        show(m[0..., 2], "m[:,2], column 2", ask: "m has the rows 1…6, 7…12 and 13…18. Which numbers are in column 2?")

        // Trailing axes that are kept whole need not be written:
        show(m[1], "m[1], row 1 again")

        // A range takes a part. Like Python's 1:5, the range `1..<5` begins at 1 and ends before 5:
        show(
            m[0..., 1..<5].shape, "m[:,1:5]",
            ask: "m is [3, 6]. What is the shape of m[0..., 1..<5], all rows and the columns from 1 to before 5?")
        show(m[0..., 1..<5], "columns 1, 2, 3 and 4")
    }

    func shapesThatDiffer() {
        // Elementwise arithmetic needs a partner for every number. A [3, 3] and a [2, 3] do not fit. In the book, m * n
        // then says: "The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0". Here
        // the program ends with
        //
        //     [3, 3] * [2, 3]: axis -2 is 3 on the left and 2 on the right
        //
        // (Axis −2 of two axes is the book's dimension 0; we count from the end, because that is how shapes meet, as
        // section 17.5 explains.) The message comes with a picture:
        show(BroadcastAlignment([3, 3], [2, 3]), "which axis does not fit")
    }
}

// Back to the product. The innermost loop becomes one expression, and two loops are left:

/// A matrix product by two loops, a row times a column each. (The book's second `matmul`.)
public enum RowTimesColumn {
    /// c[i, j] = Σ row i of a · column j of b: a [ar, ac] · b [ac, bc] → [ar, bc]
    public static func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
        let (ar, _, bc) = productSizes(a, b)
        var c = Tensor.zeros(ar, bc)
        for i in 0..<ar {
            for j in 0..<bc { c[i, j] = (a[i] * b[0..., j]).sum() }
        }
        return c
    }
}

extension Foundations {
    func rowTimesColumn() {
        let (m1, m2) = testMatrices
        show(
            largestDifference(RowTimesColumn.matmul(m1, m2), m1.matmul(m2)),
            "largest difference from the engine's product")
        let time = Timing(loops: run.size(quick: 1, usual: 20)) { RowTimesColumn.matmul(m1, m2) }
        show(time, "in the book 1.7 ms ± 88.1 µs")
        show(
            "\(shortened(byThreeLoops.milliseconds / time.best)) times (milliseconds divided by milliseconds)",
            "faster than three loops through brackets, in the book about 700",
            predict: .choice(
                "One loop fewer, and 50 sums of 784 products each. How many times faster?",
                ["less than 10", "10 to 100", "100 to 1000", "more than 1000"],
                answer: gain(byThreeLoops.milliseconds / time.best)))

        // What has changed? Before, a tensor was asked for a number 39,200 times three. Now it is asked for a row or a
        // column 100 times: one of each for each of the 50 numbers. The additions and multiplications are all still
        // there. They are done in the engine's loops, which are compiled, check nothing, and take several numbers at
        // once.
    }

    // MARK: Helpers

    private func gain(_ factor: Double) -> String {
        factor < 10 ? "less than 10" : factor < 100 ? "10 to 100" : factor <= 1000 ? "100 to 1000" : "more than 1000"
    }
}
