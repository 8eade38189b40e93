import Exercises16
import Practice
import Solutions16
import Tensors

private typealias Stored = [String: Tensor]
private typealias Step = @Sendable (Tensor, Tensor, Stored, Float, Float, Float) throws -> (p: Tensor, stored: Stored)

/// What is stored is shown by a name.
private func named(
    _ step: @escaping Step
) -> @Sendable (Tensor, Tensor, Named<Stored>, Float, Float, Float) throws -> (p: Tensor, stored: Stored) {
    { try step($0, $1, $2.value, $3, $4, $5) }
}

/// PyTorch 2.13, RMSprop(lr=0.1, alpha=…, eps=…, centered=True) from [0.5, −1.25, 2].
private let gradients: [[Float]] = [[0.3, -0.2, 0.1], [0.1, 0.4, -0.3], [-0.2, 0.05, 0.6], [1e-4, -2, 0.25]]
private let pyTorch: [(alpha: Float, epsilon: Float, weights: [[Float]])] = [
    (
        0.99, 1e-8,
        [
            [-0.505037546, -0.244962573, 0.994963169], [-0.8252545, -1.14120185, 1.94604588],
            [-0.28635776, -1.25315106, 1.05877972], [-0.286628574, -0.273440242, 0.709607482],
        ]
    ),
    (
        0.9, 1e-3,
        [
            [0.17032969, -0.922131121, 1.6774193], [0.0578767657, -1.20936239, 1.98273993],
            [0.238701493, -1.24711692, 1.69551587], [0.238606304, -0.925110459, 1.57529175],
        ]
    ),
]

let centredRMSProp = Check(
    "16.4",
    answer(
        "centredRMSPropStep(_:_:_:learningRate:squareMomentum:epsilon:)",
        named(Exercises16.centredRMSPropStep(_:_:_:learningRate:squareMomentum:epsilon:)),
        named(Solutions16.centredRMSPropStep(_:_:_:learningRate:squareMomentum:epsilon:)))
) { step in
    let example = try step(Tensor([1]), Tensor([2]), remembered([:], after: 0), 0.1, 0.5, 0)
    try expectClose(example.its("p", \.p), Tensor([0.8]))
    try expectClose(example.its("square") { $0.stored["square"] ?? Tensor(.nan) }, Tensor([2]))
    try expectClose(example.its("average") { $0.stored["average"] ?? Tensor(.nan) }, Tensor([1]))

    for (alpha, epsilon, expected) in pyTorch {
        var (p, stored) = (Tensor([0.5, -1.25, 2]), Stored())
        for (number, gradient) in gradients.enumerated() {
            let found = try step(p, Tensor(gradient), remembered(stored, after: number), 0.1, alpha, epsilon)
            try expectClose(found.its("p", \.p), Tensor(expected[number]), tolerance: 1e-4)
            (p, stored) = found.value
        }
    }

    // A mean square that is a little less than the square of the mean, as rounding may make it.
    let rounded = Named("square [0.9999], average [1]", ["square": Tensor([0.9999]), "average": Tensor([1])])
    try expectClose(step(Tensor([1]), Tensor([1]), rounded, 0.1, 0.9, 0.5).its("p", \.p), Tensor([0.8]))
    // A steady gradient: the variance goes to 0, and sometimes below.
    var (p, stored) = (Tensor([0]), Stored())
    for number in 0..<200 {
        let found = try step(p, Tensor([0.1]), remembered(stored, after: number), 1e-4, 0.9, 1e-3)
        try expect(found.its("p", \.p), "a finite number, lower than before") {
            $0.item.isFinite && $0.item < p.item
        }
        (p, stored) = found.value
    }
}
