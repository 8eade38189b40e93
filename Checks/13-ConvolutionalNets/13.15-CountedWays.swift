import Exercises13
import Practice
import Solutions13
import Tensors

let waysToACell = Check(
    "13.15",
    answer(
        "waysToACell(kernel:strides:)", Exercises13.waysToACell(kernel:strides:),
        Solutions13.waysToACell(kernel:strides:))
) { waysToACell in
    try expectEqual(try waysToACell(3, [2]), [1, 1, 1])
    try expectEqual(try waysToACell(3, [2, 2]), [1, 1, 2, 1, 2, 1, 1])
    try expectEqual(try waysToACell(5, []), [1])
    // Stride 1 twice: the middle is seen by all three.
    try expectEqual(try waysToACell(3, [1, 1]), [1, 2, 3, 2, 1])
    // A stride that is larger than the kernel leaves gaps.
    try expectEqual(try waysToACell(1, [2, 3]), [1])
    try expectEqual(try waysToACell(2, [3, 1]), [1, 1, 0, 1, 1])
    // Large counts: 9 ways from each number to the next layer, nine times. A Float cannot hold them all.
    let many = try waysToACell(9, Array(repeating: 1, count: 9))
    try expectEqual(many.its("sum") { $0.reduce(0, +) }, 387_420_489)
    for (kernel, strides) in [
        (3, [2, 1, 2]), (3, [1, 2]), (5, [2, 2]), (2, [2, 2, 2]), (4, [1, 3, 1]), (3, [2, 2, 2]),
        (3, [2, 1, 2, 1, 1]), (2, [1, 2, 1, 1, 2, 1]),
    ] {
        // The gradient through kernels of ones counts ways, too.
        let x = Tensor.zeros(1, 1, 200).requiringGrad()
        let y = strides.reduce(x) { $0.conv1d(.ones(1, 1, kernel), stride: $1) }
        y[0, 0, y.shape[2] / 2].backward()
        let counts = x.grad!.scalars.map { Int($0) }
        let (first, last) = (counts.firstIndex { $0 > 0 }!, counts.lastIndex { $0 > 0 }!)
        try expectEqual(try waysToACell(kernel, strides), Array(counts[first...last]))
    }
}
