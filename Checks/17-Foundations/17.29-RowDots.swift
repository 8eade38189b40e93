import Exercises17
import Practice
import Solutions17
import Tensors

let rowDots = Check(
    "17.29", answer("rowDots(_:_:)", Exercises17.rowDots(_:_:), Solutions17.rowDots(_:_:))
) { rowDots in
    func judge(_ a: Tensor, _ b: Tensor, dy: Tensor) throws {
        let (tracked, twins) = ([a, b].map { $0.requiringGrad() }, [a, b].map { $0.requiringGrad() })
        let found = try rowDots(tracked[0], tracked[1])
        try expectOwnOperation(found)
        let expected = (twins[0] * twins[1]).sum(axis: 1)
        try expectClose(found, expected.detached(), tolerance: 1e-4)
        found.value.backward(gradient: dy)
        expected.backward(gradient: dy)
        for (name, number) in [("a", 0), ("b", 1)] {
            try expectClose(
                found.its("gradient of \(name)") { _ in tracked[number].grad! }, twins[number].grad!, tolerance: 1e-4)
        }
    }
    try judge(Tensor([[1, 2], [3, 4]]), Tensor([10, 1]), dy: Tensor([1, 1]))
    var random = SplitMix64(seed: 1729)
    for (n, k) in [(3, 4), (1, 2), (5, 1)] {
        let (a, dy) = (Tensor.randn(n, k, using: &random), Tensor.randn(n, using: &random))
        try judge(a, .randn(n, k, using: &random), dy: dy)
        try judge(a, .randn(k, using: &random), dy: dy)
    }

    // Only one of the two is tracked, and both are the same.
    let (a, b) = (Tensor([[1, 2]]), Tensor([[5, 7]]).requiringGrad())
    let one = try rowDots(a, b)
    one.value.sum().backward()
    try expectClose(one.its("gradient of b alone") { _ in b.grad! }, a)
    let both = b.detached().requiringGrad()
    let square = try rowDots(both, both)
    square.value.sum().backward()
    try expectClose(square.its("gradient of x in rowDots(x, x)") { _ in both.grad! }, Tensor([[10, 14]]))
}
