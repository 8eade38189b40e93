// # Broadcasting
//
// Section 17.4 · After this page you can combine tensors of different shapes: a table with a number, or with a row.

import Figures
import Notebook
import Tensors

// Elementwise arithmetic wants two tensors of one shape. *Broadcasting* relaxes that. The word comes from NumPy, and
// means a set of rules: which shapes go together, and how the smaller tensor is treated as if it had the shape of the
// larger one. The simplest case is a single number.

extension Foundations {
    func aNumberAndATable() {
        let a = Tensor([10, 6, -4])
        show(a .> 0, "a > 0, in the book [True, True, False]")

        // The 0 is compared with each of the three, as if it were [0, 0, 0]. That tensor does not exist anywhere, as
        // the next page shows. This is how data is normalized: the mean is subtracted, and the result divided by the
        // standard deviation. Both are numbers, and the data is a table:
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        show(
            (m - 5) / 2.73, "(m - 5) / 2.73",
            predict: .number("m has the rows 1 2 3, 4 5 6, 7 8 9. What is its last number in (m − 5) / 2.73?", 1.4652))

        record("broadcasting/last-of-normalized", ((m - 5) / 2.73)[2, 2].item, book: 1.4652, on: example)

        // The 5 is the mean of the numbers 1 to 9, and the 2.73 is nearly their standard deviation:
        let squares = (m - 5) * (m - 5)
        show((squares.sum().item / 8).squareRoot(), "root of the mean squared distance from 5, over n − 1")
    }

    func aRowAndATable() {
        // A vector of three numbers and a table with three columns:
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        let c = Tensor([10, 20, 30])
        show(
            m + c, "m + c, as in the book",
            ask: "m has the rows 1 2 3, 4 5 6, 7 8 9, and c is 10 20 30. Which nine numbers are m + c?")

        // Is c added to each row or to each column? Look at the first row, which has become 11, 22, 33: all of c was
        // added to it, and to the two others as well. By hand, that is a loop over the rows:
        var byHand = Tensor.zeros(3, 3)
        for i in 0..<3 { byHand[i] = elementwise(+, m[i], c) }
        show(largestDifference(byHand, m + c), "difference from a loop over the rows")

        // It makes no difference which of the two comes first. What decides is not the order of the operands. Shapes
        // are compared beginning with the last axis, so a vector has one number for each column, and is added to every
        // row:
        show((c + m .== m + c).all, "c + m equals m + c")

        // The table need not be square. Two rows of three will do, and a million would:
        let two = Tensor([[1, 2, 3], [4, 5, 6]])
        show(c + two, "c + [[1, 2, 3], [4, 5, 6]], as in the book")

        // But it has to have as many columns as the vector has numbers:
        show(
            ShapeAlignment("two", [2, 3], "c", [2], title: "Two numbers for three columns"),
            "A vector of two numbers and a table [2, 3]",
            predict: .yesNo("Can a vector of 2 numbers be added to a table with 2 rows and 3 columns?", false))

        // In the book the message is that 2 must match 3 at dimension 1; ours says
        //
        //     [2] + [2, 3]: axis -1 is 2 on the left and 3 on the right
        //
        // There are two rows, and one could think of a number for each of them. That can be done, too, but you have to
        // say so. The third page of this section shows how.
    }
}
