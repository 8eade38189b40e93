import Exercises17
import Practice
import Solutions17
import Tensors

let equations = Check(
    "17.13", answer("equation(_:)", Exercises17.equation(_:), Solutions17.equation(_:))
) { equation in
    for seed in [1713, 1714] as [UInt64] {
        var random = SplitMix64(seed: seed)
        func draw(_ shape: Int...) -> Tensor { .randn(shape, using: &random) }
        let (a, b, square, v, w) = (draw(2, 3), draw(3, 4), draw(3, 3), draw(2), draw(3))
        let (left, right, mix, images) = (draw(5, 2, 3), draw(5, 4, 3), draw(2, 3), draw(6, 3, 4, 5))
        let jobs: [(operands: [Tensor], result: Tensor)] = [
            ([a, b], a.matmul(b)), ([a], a.sum()), ([square], square.diagonal().sum()), ([a, v], a * v.unsqueezed(1)),
            ([left, right], left.matmul(right.mT)), ([v, a, w], (v.matmul(a) * w).sum()),
            ([mix, images], mix.matmul(images.reshaped(6, 3, 20)).reshaped(6, 2, 4, 5)),
        ]
        for (number, job) in jobs.enumerated() {
            let text = try equation(number + 1)
            try expect(text, "an arrow") { $0.contains("->") }
            let found = text.its("einsum of it on \(job.operands.map(\.shape))") { einsum($0, job.operands) }
            try expectClose(found, job.result)
        }
    }
}
