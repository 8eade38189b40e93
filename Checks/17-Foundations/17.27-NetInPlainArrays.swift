import Exercises17
import Practice
import Solutions17
import Tensors

let netInPlainArrays = Check(
    "17.27",
    answer(
        "netInPlainArrays(x:y:weights:biases:)", Exercises17.netInPlainArrays(x:y:weights:biases:),
        Solutions17.netInPlainArrays(x:y:weights:biases:))
) { netInPlainArrays in
    let small = try netInPlainArrays([[2, 3]], [1], [[[1], [1]]], [[0]])
    try expectClose(small.its("loss", \.loss), 16)
    try expectClose(small.its("gradient of the weight") { $0.weights[0].flatMap(\.self) }, [16, 24])
    try expectClose(small.its("gradient of the bias") { $0.biases[0] }, [8])

    var random = SplitMix64(seed: 1727)
    for widths in [[3, 1], [2, 5, 1], [4, 3, 6, 1], [1, 2, 2, 2, 1]] {
        let (x, y) = (Tensor.randn(5, widths[0], using: &random), Tensor.randn(5, using: &random))
        let layers = zip(widths, widths.dropFirst()).map {
            (w: Tensor.randn($0, $1, using: &random), b: Tensor.randn($1, using: &random))
        }
        let found = try netInPlainArrays(rows(x), y.scalars, layers.map { rows($0.w) }, layers.map(\.b.scalars))
            .noting("layers \(widths)")

        let leaves = layers.map { (w: $0.w.requiringGrad(), b: $0.b.requiringGrad()) }
        var output = x
        for (number, layer) in leaves.enumerated() {
            output = (number == 0 ? output : output.relu()).matmul(layer.w) + layer.b
        }
        let loss = (output.squeezed(-1) - y).squared().mean()
        loss.backward()
        try expectClose(found.its("loss", \.loss), loss.item, tolerance: 1e-4)
        try expectEqual(found.its("weights", \.weights.count), layers.count)
        try expectEqual(found.its("biases", \.biases.count), layers.count)
        for (number, layer) in leaves.enumerated() {
            let place = "layer \(number), gradient of the"
            try expectEqual(found.its("\(place) weight, rows") { $0.weights[number].count }, layer.w.shape[0])
            try expectClose(
                found.its("\(place) weight") { $0.weights[number].flatMap(\.self) }, layer.w.grad!.scalars,
                tolerance: 1e-4)
            try expectClose(
                found.its("\(place) bias") { $0.biases[number] }, layer.b.grad!.scalars, tolerance: 1e-4)
        }
    }
}

private func rows(_ x: Tensor) -> [[Float]] { (0..<x.shape[0]).map { x[$0].scalars } }
