import Exercises04
import Practice
import Solutions04
import Tensors

let collapsed = Check(
    "4.39", answer("collapsed(_:)", Exercises04.collapsed(_:), Solutions04.collapsed(_:))
) { collapsed in
    let small = try collapsed([(w: Tensor([[2]]), b: Tensor([1])), (w: Tensor([[3]]), b: Tensor([4]))])
    try expectClose(small.its("w", \.w), Tensor([[6]]))
    try expectClose(small.its("b", \.b), Tensor([7]))

    // Square matrices, too: for them, the wrong order of the product has the right shape.
    var random = SplitMix64(seed: 22)
    for widths in [[3, 2], [3, 3, 3], [4, 3, 2], [2, 50, 1], [3, 3, 3, 3], [5, 4, 3, 2, 1]] {
        let layers = zip(widths, widths.dropFirst()).map { inputs, outputs in
            (w: Tensor.randn(inputs, outputs, using: &random), b: Tensor.randn(outputs, using: &random))
        }
        func all(_ x: Tensor) -> Tensor { layers.reduce(x) { $0.matmul($1.w) + $1.b } }

        let found = try collapsed(layers).noting("layers " + widths.map(String.init).joined(separator: "-"))
        try expectEqual(found.its("shape of w", \.w.shape), [widths.first!, widths.last!])
        try expectEqual(found.its("shape of b", \.b.shape), [widths.last!])
        // At x = 0 only the biases count.
        let b = found.its("b, which is what all layers make of x = 0", \.b)
        try expectClose(b, all(.zeros(1, widths[0]))[0], tolerance: 1e-4)
        let x = Tensor.randn(5, widths[0], using: &random)
        try expectClose(found.its("x·w + b for five random x") { x.matmul($0.w) + $0.b }, all(x), tolerance: 1e-4)
    }
}
