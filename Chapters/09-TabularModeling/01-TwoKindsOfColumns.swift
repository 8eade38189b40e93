// # Two kinds of columns
//
// Section 9.1 · After this page you can tell columns to calculate with from columns of names, and know why an embedding
// serves the second kind.

import Figures
import Foundation
import Layers
import Notebook
import Tabular
import Tensors

// An age can be added to, and twice the age means something. Such a column is *continuous*. A postal code is a number
// as well, but the mean of two postal codes is not a place between them. Nor is film 12 twice as good as film 6.
// Columns of this kind are *categorical*: their values are names of things, also called *levels* or *categories*, and
// it does not matter whether somebody has written them as numbers.

extension TabularModeling {
    func twoKindsOfColumns() throws {
        // The table of this chapter has both. The same arithmetic, on a column of each kind (of machines whose year is
        // known; for the others the table says 1000, as section 9.4 will find out):
        let all = try sales
        let some = all[all["YearMade"] > 1900]
        var table = TextTable(["column", "mean", "different values", "means something"], decimals: 0)
        table.add("YearMade", some["YearMade"].mean, some["YearMade"].uniqueCount, "yes")
        table.add("ModelID", some["ModelID"].mean, some["ModelID"].uniqueCount, "no")
        show(table, "Two columns of whole numbers in \(dataName)")

        // Nothing in the file tells them apart. Nets do: what goes into a linear layer is multiplied and added, so a
        // model with the number 20,000 would count a thousand times as much as one with the number 20. A continuous
        // column can go in as it is; a categorical one cannot.
        //
        // What can go in is a *one-hot* vector (section 8.3). A linear layer (in many papers a *dense* layer, which is
        // the same) multiplies it by a matrix. Here for four levels and three outputs:
        var random = run.random
        let weights = Tensor.randn(4, 3, using: &random)
        let oneHot = Tensor([[0, 0, 1, 0]])
        show(weights, "the matrix")
        show(
            oneHot.matmul(weights), "one-hot times the matrix",
            predict: .choice(
                "A vector that is 1 at its third place, times the matrix above: what is that?",
                ["the sum of all rows", "the third row", "the third column"], answer: "the third row"))

        // As a picture (the book's figure 9-1 shows such a layer behind one-hot inputs). Of each column of the matrix,
        // only what is in the third row gets past the zeros:
        var picture = MatrixProduct([[0, 0, 1, 0]], (0..<4).map { weights[$0].scalars }, row: 1, column: 2)
        picture.title = "A one-hot vector picks a row"
        show(picture, "One-hot times a matrix")
    }

    func embeddingIsADenseLayer() throws {
        // An *embedding* looks the rows up, without products with 0 and without memory for the zeros. Section 8.3 has
        // built one for users and films. It can take any categorical column: outputs and gradients are the same to the
        // last bit, here for eight rows of a column with twenty levels:
        var random = run.random
        let start = Tensor.randn(20, 5, using: &random)
        let levels = [3, 19, 3, 0, 7, 7, 7, 12]
        let (embedding, dense) = (Embedding(start), Parameter(start))
        let found = embedding(IntTensor(levels))
        let oneHot = Tensor(levels.map { level in (0..<20).map { $0 == level ? 1 : 0 } })
        let product = oneHot.matmul(dense.value)
        show(found.scalars == product.scalars, "a look-up gives what the product gives")
        (found * found).sum().backward()
        (product * product).sum().backward()
        show(
            embedding.weight.grad!.scalars == dense.grad!.scalars, "the gradients are the same",
            predict: .yesNo(
                "Row 7 was looked up three times. Do both ways give its weights the same gradient?",
                embedding.weight.grad!.scalars == dense.grad!.scalars))

        // So an embedding is a linear layer behind a one-hot input, and learns as any layer does; it only costs less.
        // How much less, for the largest column of the book's table?
        let (rows, width) = (5281, 194)
        show(
            "\(rows * 4) bytes for a one-hot vector, 8 for a number", "a single value of a column of \(rows) levels")
        show(
            rows, "multiplications for each of \(width) outputs",
            predict: .count("One-hot, 5,281 levels: how many multiplications does each output take?", rows))

        // What is learned is some numbers for each level, *continuous* numbers: levels that act alike get rows that are
        // near each other. And such a row can be put beside the plain numbers of continuous columns, so that the first
        // linear layer sees both kinds side by side. This has been done at large scale, for example in the recommender
        // of Google's app shop (the last page of this section).
    }
}
