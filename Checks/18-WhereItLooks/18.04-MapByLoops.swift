import Exercises18
import Practice
import Solutions18
import Tensors

let mapByLoops = Check(
    "18.4",
    answer(
        "mapByLoops(weight:activations:kind:)", Exercises18.mapByLoops(weight:activations:kind:),
        Solutions18.mapByLoops(weight:activations:kind:))
) { mapByLoops in
    let found = try mapByLoops([[1, 2], [3, -1]], [[[1, 0, 2]], [[5, 1, 0]]], 1)
    try expectEqual(found, [[-2, -1, 6]])
    try expectEqual(try mapByLoops([[1, 2], [3, -1]], [[[1, 0, 2]], [[5, 1, 0]]], 0), [[11, 2, 2]])
    try expectEqual(try mapByLoops([[1, 2, 3]], [[[1]], [[5]]], 0), nil)
    try expectEqual(try mapByLoops([[1]], [[[1]], [[5]]], 0), nil)

    var random = SplitMix64(seed: 1804)
    for (classes, channels, height, width) in [(1, 1, 1, 1), (3, 5, 4, 2), (2, 4, 3, 7)] {
        let weight = Tensor.randn(classes, channels, using: &random)
        let activations = Tensor.randn(channels, height, width, using: &random)
        let rows = (0..<classes).map { weight[$0].scalars }
        let maps = (0..<channels).map { k in (0..<height).map { activations[k, $0].scalars } }
        for kind in 0..<classes {
            let found = try mapByLoops(rows, maps, kind)
            let expected = einsum("ck,kij->cij", weight, activations)[kind].scalars
            try expectClose(found.its("numbers") { ($0 ?? []).flatMap { $0 } }, expected, tolerance: 1e-4)
            try expectEqual(found.its("number of rows") { $0?.count }, height)
        }
    }
}
