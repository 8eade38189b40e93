import Exercises04
import Practice
import Solutions04
import Tensors

let simpleNet = Check(
    "4.38", answer("simpleNet(_:_:)", Exercises04.simpleNet(_:_:), Solutions04.simpleNet(_:_:))
) { simpleNet in
    let small = [Tensor([[1, -1]]), Tensor([0, 0]), Tensor([[2], [3]]), Tensor([-5])]
    try expectClose(simpleNet(Tensor([[1]]), small), Tensor([[-3]]))
    try expectClose(simpleNet(Tensor([[-2]]), small), Tensor([[1]]))

    var random = SplitMix64(seed: 38)
    for widths in [[3, 1], [3, 4, 2], [4, 4, 4], [784, 30, 1], [5, 8, 8, 8, 3]] {
        let parameters = zip(widths, widths.dropFirst()).flatMap { inputs, outputs in
            [
                Tensor.randn(inputs, outputs, using: &random) / Float(inputs).squareRoot(),
                .randn(outputs, using: &random),
            ]
        }
        let name = "a net " + widths.map(String.init).joined(separator: "-")
        let x = Tensor.randn(6, widths[0], using: &random)
        let found = try simpleNet(x, parameters.map { $0.requiringGrad() }).noting(name)
        let expected = scores(x, parameters)
        try expectClose(found.its("scores") { $0.detached() }, expected, tolerance: 1e-4)
        try expect(
            found.its("requiresGrad for tracked parameters", \.requiresGrad), "true: the net has to learn"
        ) { $0 }
    }
}

/// The same net, number by number.
private func scores(_ x: Tensor, _ parameters: [Tensor]) -> Tensor {
    var rows = (0..<x.shape[0]).map { x[$0].scalars }
    for k in stride(from: 0, to: parameters.count, by: 2) {
        let (w, b) = (parameters[k].scalars, parameters[k + 1].scalars)
        rows = rows.map { row in
            b.indices.map { j in
                let score = b[j] + row.indices.reduce(0) { $0 + row[$1] * w[$1 * b.count + j] }
                return k + 2 < parameters.count ? max(score, 0) : score
            }
        }
    }
    return Tensor(shape: [rows.count, rows[0].count], rows.flatMap(\.self))
}
