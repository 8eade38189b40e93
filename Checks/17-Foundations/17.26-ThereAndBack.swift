import Exercises17
import Practice
import Solutions17
import Tensors

private typealias ThereAndBack =
    @Sendable (
        [(forward: (Tensor) -> Tensor, backward: (Tensor, Tensor) -> Tensor)], Tensor, (Tensor) -> Tensor
    ) throws -> (y: Tensor, dx: Tensor)

/// Squares, sines and a matrix product, with a count of how often each function was called.
private final class CountedLayers {
    var calls: [String: Int] = [:]
    let w: Tensor

    init(_ w: Tensor) { self.w = w }

    func layers(_ names: [String]) -> [(forward: (Tensor) -> Tensor, backward: (Tensor, Tensor) -> Tensor)] {
        names.enumerated().map { number, name in
            (
                forward: { x in
                    self.calls["forward of layer \(number)", default: 0] += 1
                    return name == "square" ? x * x : name == "sine" ? x.sin() : x.matmul(self.w)
                },
                backward: { dy, x in
                    self.calls["backward of layer \(number)", default: 0] += 1
                    return name == "square" ? 2 * x * dy : name == "sine" ? x.cos() * dy : dy.matmul(self.w.T)
                }
            )
        }
    }
}

let thereAndBack = Check(
    "17.26",
    Answer(
        Exercises17.thereAndBack(_:from:gradient:) as ThereAndBack,
        Solutions17.thereAndBack(_:from:gradient:) as ThereAndBack)
) { thereAndBack in
    var random = SplitMix64(seed: 1726)
    for names in [[], ["square"], ["product", "sine"], ["sine", "product", "square", "sine"]] {
        let counted = CountedLayers(.randn(3, 3, using: &random))
        let (x, c) = (Tensor.randn(2, 3, using: &random), Tensor.randn(2, 3, using: &random))
        let call = "thereAndBack(\(names), from: x) { y in y * c }"
        let found = Found(
            call, try asking(call) { try thereAndBack(counted.layers(names), x, { y in y * c }) })
        for (name, count) in counted.calls.sorted(by: { $0.key < $1.key }) {
            try expectEqual(found.its("calls of \(name)") { _ in count }, 1)
        }
        try expectEqual(found.its("functions called") { _ in counted.calls.count }, 2 * names.count)

        // The gradient of the sum of y² · c / 2 is y · c.
        let leaf = x.requiringGrad()
        let y = counted.layers(names).reduce(leaf) { $1.forward($0) }
        (y * y * c * 0.5).sum().backward()
        try expectClose(found.its("y", \.y), y.detached(), tolerance: 1e-4)
        try expectClose(found.its("dx", \.dx), leaf.grad!, tolerance: 1e-4)
    }
}
