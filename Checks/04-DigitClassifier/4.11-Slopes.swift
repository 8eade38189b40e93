import Exercises04
import Practice
import Solutions04
import Tensors

private typealias Slopes = @Sendable (@escaping (Tensor) -> Tensor, Tensor) throws -> Tensor

let slopes = Check(
    "4.11",
    answer(
        "slopes(of:at:)", naming(Exercises04.slopes(of:at:) as Slopes), naming(Solutions04.slopes(of:at:) as Slopes))
) { slopes in
    let functions: [(String, at: Tensor, (Tensor) -> Tensor)] = [
        ("{ x₀ · x₁ }", Tensor([3, 5]), { $0[0] * $0[1] }),
        ("{ sum of the squares }", Tensor([3, 4, 10]), { $0.squared().sum() }),
        ("{ 10 times the mean of the sigmoids }", Tensor([[-2, -1, 0], [0.5, 1, 3]]), { 10 * $0.sigmoid().mean() }),
        // Many small numbers: an answer that does not put back what it nudged is off by half the slope at the end.
        ("{ square of the sum }", .full(0.02, [50]), { $0.sum().squared() }),
        ("{ x² }", Tensor(-1.5), { $0.squared() }),
    ]
    for (name, x, f) in functions {
        let leaf = x.requiringGrad()
        f(leaf).backward()
        try expectClose(slopes(Named(name, f), x), leaf.grad!, tolerance: 0.02)
    }
    // Whoever leaves it to `backward` has to track x.
    var tracked = 0
    let watched = Named<(Tensor) -> Tensor>("{ $0.sum() }") { x in
        tracked += x.requiresGrad ? 1 : 0
        return x.sum()
    }
    let found = try slopes(watched, Tensor([1, 2]))
    try expectEqual(found.its("calls of f with a tracked tensor (it goes without `backward`)") { _ in tracked }, 0)
}
