// # The derivative of looking up
//
// Section 8.3 · After this page you know what a look-up hands back to the table when gradients flow, and what it saves.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// So a look-up is a matrix product, with a derivative that is known: for y = h · w, the gradient of w is hᵀ · dy. With
// one-hot rows h, this does the opposite of looking up. Row 0 of dy is added to the row of w that was looked up first,
// row 1 to the one that was looked up next, and so on. Rows that nobody looked up get zeros.

extension CollaborativeFiltering {
    func gradientOfALookUp() {
        // A table of 4 rows, from which rows 3, 1 and 3 are looked up. The gradients that come back are (1, 1), (2, 2)
        // and (5, 5):
        let dy = Tensor([[1, 1], [2, 2], [5, 5]])
        let table = Tensor([[1, 2], [3, 4], [5, 6], [7, 8]])
        let (multiplied, lookedUp) = (table.requiringGrad(), table.requiringGrad())
        (oneHotRows([3, 1, 3], 4).matmul(multiplied) * dy).sum().backward()
        (lookedUp.embedded(IntTensor([3, 1, 3])) * dy).sum().backward()
        show(
            multiplied.grad!, "gradient of the table",
            predict: .numbers(
                "Row 3 was looked up twice, with the gradients (1, 1) and (5, 5). What is its gradient, two numbers?",
                multiplied.grad![3].scalars))
        show(lookedUp.grad!.scalars == multiplied.grad!.scalars, "the look-up has the same gradient")

        // Row 3 had a part in two results, so it is responsible for both: its gradients are added up. A program that
        // writes the gradients into the rows in place of adding them would forget the first. That is the classic
        // mistake in this function.
    }

    func whatALookUpSaves() throws {
        // Why not simply use the product, then? Because nearly everything that it does is to multiply by 0. Here are 64
        // users, as in a batch, and 50 factors for each user there is; once as a product, once as a look-up. Both do
        // the whole round, there and back:
        let count = try loaders.users.count
        var random = run.random
        let table = Tensor.randn(count, 50, using: &random).requiringGrad()
        let users = (0..<64).map { _ in Int(random.uniform() * Double(count)) }
        let product = milliseconds(runs: 10) { oneHotRows(users, count).matmul(table).sum().backward() }
        let lookUp = milliseconds(runs: 10) { table.embedded(IntTensor(users)).sum().backward() }
        let bytes = (oneHot: 64 * count * 4, numbers: 64 * 8)
        var rows = TextTable(["way", "milliseconds", "bytes for the 64 users"], decimals: 4)
        rows.add("one-hot rows and a product", product, bytes.oneHot)
        rows.add("look-up", lookUp, bytes.numbers)
        show(
            rows, "64 users of \(count), forwards and backwards: milliseconds on this machine, the fastest of ten runs",
            predict: .count(
                "64 one-hot rows of \(count) numbers, with 4 bytes each: how many bytes?", bytes.oneHot))
        // For a set as small as this, that is bearable. MovieLens has a set with more than 160,000 users, and then a
        // single batch of one-hot rows takes
        show("\(64 * 162_541 * 4 / 1_000_000) million bytes", "one batch of one-hot rows of 162,541 users")

        // So libraries have a layer that looks up, and whose gradient is exactly that of the product: the *embedding*.
    }
}
