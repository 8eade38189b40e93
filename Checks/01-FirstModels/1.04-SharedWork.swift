import Exercises01
import Practice
import Solutions01
import Tensors

let sharedWork = Check(
    "1.4",
    answer(
        "productRows(_:_:_:inner:columns:)", Exercises01.productRows(_:_:_:inner:columns:),
        Solutions01.productRows(_:_:_:inner:columns:))
) { productRows in
    let (a, b) = ([1.0, 2, 3, 4, 5, 6], [1.0, 0, -1, 2, 3, 10])
    try expectClose(productRows(0..<2, a, b, 3, 2), [8, 34, 17, 70])
    try expectClose(productRows(1..<2, a, b, 3, 2), [17, 70])
    try expectClose(productRows(0..<1, a, b, 3, 2), [8, 34])
    try expectClose(productRows(2..<2, a, b, 3, 2), [])
    try expectClose(productRows(0..<2, [], [], 0, 3), [0, 0, 0, 0, 0, 0])
    // Rows that nobody needs, and that nobody may look at.
    try expectClose(productRows(1..<3, [.nan, 2, 3, .nan], [5, 7], 1, 2), [10, 14, 15, 21])
    // Put together from parts of any size, the rows are those of the whole.
    var random = SplitMix64(seed: 14)
    let (x, y) = (Tensor.randn(7, 5, using: &random), Tensor.randn(5, 3, using: &random))
    let (left, right) = (x.scalars.map(Double.init), y.scalars.map(Double.init))
    for (first, last) in [(0, 7), (0, 3), (3, 4), (4, 7)] {
        try expectClose(
            productRows(first..<last, left, right, 5, 3), x[first..<last].matmul(y).scalars.map(Double.init),
            tolerance: 1e-4)
    }
}
