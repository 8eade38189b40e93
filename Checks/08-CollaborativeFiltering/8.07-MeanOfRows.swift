import Exercises08
import Practice
import Solutions08
import Tensors

let meanOfRows = Check(
    "8.7",
    answer(
        "meansOfRows(_:of:)", Exercises08.meansOfRows(_:of:), Solutions08.meansOfRows(_:of:))
) { meansOfRows in
    let table = Tensor([[1, 2], [3, 4], [5, 6]])
    let examples: [(lists: [[Int]], means: [[Float]])] = [
        ([[0, 2], [1]], [[3, 4], [3, 4]]), ([[2]], [[5, 6]]), ([[0, 0, 2]], [[7.0 / 3, 10.0 / 3]]),
        ([[], [1, 0]], [[0, 0], [2, 3]]), ([[0, 1, 2], [2, 1, 0], []], [[3, 4], [3, 4], [0, 0]]),
    ]
    for (lists, means) in examples { try expectClose(meansOfRows(lists, table), Tensor(means)) }
    let tracked = table.requiringGrad()
    let found = try meansOfRows([[0, 2], [2], []], tracked)
    try expect(found.its("requiresGrad") { $0.requiresGrad }, "true: gradients flow into the table") { $0 }
    (found.value * Tensor([[1, 1], [10, 10], [100, 100]])).sum().backward()
    try expectClose(
        Found("gradient of the table, for lists [[0, 2], [2], []] and dy 1, 10, 100", tracked.grad!),
        Tensor([[0.5, 0.5], [0, 0], [10.5, 10.5]]))
}
