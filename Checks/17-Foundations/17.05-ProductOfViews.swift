import Exercises17
import Practice
import Solutions17
import Tensors

let productOfViews = Check(
    "17.5",
    answer(
        "productOfViews(_:_:_:_:rows:inner:columns:)", Exercises17.productOfViews(_:_:_:_:rows:inner:columns:),
        Solutions17.productOfViews(_:_:_:_:rows:inner:columns:))
) { product in
    let (a, b): ([Float], [Float]) = ([1, 2, 3, 4], [5, 6, 7, 8])
    try expectClose(product(a, [2, 1], b, [2, 1], 2, 2, 2), [19, 22, 43, 50])
    try expectClose(product(a, [2, 1], b, [1, 2], 2, 2, 2), [17, 23, 39, 53])
    try expectClose(product(a, [2, 1], b, [2, 1], 2, 0, 2), [0, 0, 0, 0])
    var random = SplitMix64(seed: 175)
    let (x, y) = (Tensor.randn(3, 4, using: &random), Tensor.randn(4, 5, using: &random))
    let (turnedX, turnedY) = (Tensor.randn(4, 3, using: &random).T, Tensor.randn(5, 4, using: &random).T)
    let (row, column) = (Tensor.randn(4, using: &random), Tensor.randn(4, using: &random).unsqueezed(1))
    // All rows of the left operand the same, and all columns of the right one.
    let lefts = [x, turnedX, row.expanded(to: [3, 4])]
    let rights = [y, turnedY, column.expanded(to: [4, 5])]
    for left in lefts {
        for right in rights {
            let found = try product(left.storage, left.strides, right.storage, right.strides, 3, 4, 5)
            try expectClose(found, left.matmul(right).scalars)
        }
    }
}
