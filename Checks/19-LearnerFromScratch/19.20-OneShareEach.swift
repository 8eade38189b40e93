import Exercises19
import Practice
import Solutions19
import Tensors

let oneShareEach = Check(
    "19.20",
    answer(
        "mixedUp(_:_:classes:shares:partners:)", Exercises19.mixedUp(_:_:classes:shares:partners:),
        Solutions19.mixedUp(_:_:classes:shares:partners:))
) { mixedUp in
    let small = try mixedUp(Tensor([[0], [10]]), [0, 2], 3, [0.75, 0.4], [1, 0])
    try expectClose(small.its("x", \.x), Tensor([[2.5], [6]]))
    try expectClose(small.its("targets", \.targets), Tensor([[0.75, 0, 0.25], [0.4, 0, 0.6]]))
    let same = try mixedUp(Tensor([[0], [10]]), [1, 1], 2, [0, 1], [1, 1])
    try expectClose(same.its("x", \.x), Tensor([[0], [10]]))
    try expectClose(same.its("targets", \.targets), Tensor([[0, 1], [0, 1]]))

    var random = SplitMix64(seed: 1920)
    for shape in [[3], [4, 2], [5, 2, 3, 3]] {
        let n = shape[0]
        let (x, labels) = (Tensor.randn(shape, using: &random), (0..<n).map { _ in Int(random.uniform() * 4) })
        let (shares, partners) = (Tensor.rand(n, using: &random).scalars, random.permutation(n))
        let found = try mixedUp(x, labels, 4, shares, partners)
        try expectEqual(found.its("shape of x", \.x.shape), shape)
        try expectClose(found.its("targets, sum of each row") { $0.targets.sum(axis: 1) }, .ones(n))
        for item in 0..<n {
            let own = max(shares[item], 1 - shares[item])
            let expected = own * x[item] + (1 - own) * x[partners[item]]
            try expectClose(found.its("item \(item)") { $0.x[item] }, expected)
            var target: [Float] = [0, 0, 0, 0]
            target[labels[item]] += own
            target[labels[partners[item]]] += 1 - own
            try expectClose(found.its("target of item \(item)") { $0.targets[item] }, Tensor(target))
        }
    }
}
