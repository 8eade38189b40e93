import Exercises12
import Practice
import Solutions12
import Tensors

let evenChunks = Check(
    "12.15", answer("evenChunks(_:_:axis:)", Exercises12.evenChunks(_:_:axis:), Solutions12.evenChunks(_:_:axis:))
) { evenChunks in
    for (n, count, lengths) in [
        (10, 4, [3, 3, 2, 2]), (10, 6, [2, 2, 2, 2, 1, 1]), (2, 3, [1, 1, 0]), (9, 3, [3, 3, 3]), (5, 1, [5]),
        (0, 2, [0, 0]),
    ] {
        let found = try evenChunks(.arange(n), count, 0)
        try expectEqual(found.its("lengths") { $0.map(\.count) }, lengths)
        try expectClose(found.its("all numbers in order") { $0.flatMap(\.scalars) }, (0..<n).map { Float($0) })
    }
    let x = Tensor.arange(2 * 5 * 3).reshaped(2, 5, 3)
    for (axis, count, shapes) in [
        (1, 2, [[2, 3, 3], [2, 2, 3]]), (-1, 2, [[2, 5, 2], [2, 5, 1]]), (-2, 3, [[2, 2, 3], [2, 2, 3], [2, 1, 3]]),
        (0, 3, [[1, 5, 3], [1, 5, 3], [0, 5, 3]]),
    ] {
        let found = try evenChunks(x, count, axis)
        try expectEqual(found.its("shapes") { $0.map(\.shape) }, shapes)
        try expectClose(found.its("joined again") { .cat($0, axis: axis) }, x)
    }
}
