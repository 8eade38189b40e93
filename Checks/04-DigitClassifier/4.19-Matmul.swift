import Exercises04
import Practice
import Solutions04

let matmul = Check("4.19", answer("matmul(_:_:)", Exercises04.matmul(_:_:), Solutions04.matmul(_:_:))) { matmul in
    let products: [([[Float]], [[Float]], [[Float]])] = [
        ([[1, 2], [3, 4]], [[5, 6], [7, 8]], [[19, 22], [43, 50]]),
        ([[5, 6], [7, 8]], [[1, 0], [0, 1]], [[5, 6], [7, 8]]),
        ([[1, 2, 3]], [[4], [5], [6]], [[32]]), ([[1], [2], [3]], [[4, 5]], [[4, 5], [8, 10], [12, 15]]),
        (
            [[1, 0, 2], [0, 3, -1]], [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]],
            [[19, 22, 25, 28], [6, 8, 10, 12]]
        ),
    ]
    for (a, b, expected) in products {
        let found = try matmul(a, b)
        try expectEqual(found.its("rows", \.count), expected.count)
        for i in expected.indices { try expectClose(found.its("row \(i)") { $0[i] }, expected[i]) }
    }
}
