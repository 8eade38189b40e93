import Exercises13
import Layers
import Practice
import Solutions13
import Tensors

let classifier = Check(
    "13.10",
    answer(
        "classifier(of:channels:classes:firstFilters:using:)",
        changingLast(Exercises13.classifier(of:channels:classes:firstFilters:using:)),
        changingLast(Solutions13.classifier(of:channels:classes:firstFilters:using:)))
) { classifier in
    let random = Variable("random", SplitMix64(seed: 1310))
    for (size, channels, classes, first, filters) in [
        (Size2D(28), 1, 2, 4, [4, 8, 16, 32, 2]), (Size2D(32), 3, 10, 8, [8, 16, 32, 64, 10]),
        (Size2D(33), 3, 10, 1, [1, 2, 4, 8, 16, 10]), (Size2D(3, 20), 2, 5, 3, [3, 6, 12, 24, 5]),
        (Size2D(2), 1, 4, 9, [4]), (Size2D(1), 6, 3, 7, [3]), (Size2D(5, 2), 1, 2, 6, [6, 12, 2]),
    ] {
        let found = try classifier(size, channels, classes, first, random)
        let convolutions = found.value.namedModules.compactMap { $0.module as? Conv2d }
        try expectEqual(found.its("filters") { _ in convolutions.map { $0.weight.shape[0] } }, filters)
        try expectEqual(
            found.its("channels") { _ in convolutions.map { $0.weight.shape[1] } }, [channels] + filters.dropLast())
        let settings = convolutions.allSatisfy {
            $0.stride == 2 && $0.padding == 1 && Array($0.weight.shape[2...]) == [3, 3] && $0.bias != nil
        }
        try expectEqual(found.its("all 3 × 3 with stride 2, padding 1 and a bias") { _ in settings }, true)
        let kinds = Array(repeating: ["Conv2d", "ReLU"], count: filters.count - 1).joined() + ["Conv2d", "Flatten"]
        try expectEqual(found.its("layers, one after the other") { innermost($0) }, Array(kinds))
        let x = Tensor.randn([5, channels, size.height, size.width], using: &random.value)
        try expectEqual(found.its("shape of what comes out") { net in noGrad { net(x) }.shape }, [5, classes])
    }
}

/// The classes of the layers in a net, those inside its `Sequential`s in their place.
private func innermost(_ layer: any Layer<Tensor, Tensor>) -> [String] {
    (layer as? Sequential)?.layers.flatMap { innermost($0) } ?? ["\(type(of: layer))"]
}

/// A function whose last argument is changed.
private func changingLast<A, B, C, D, E, Output>(
    _ function: @escaping @Sendable (A, B, C, D, inout E) throws -> Output
) -> @Sendable (A, B, C, D, Variable<E>) throws -> Output {
    { try function($0, $1, $2, $3, &$4.value) }
}
