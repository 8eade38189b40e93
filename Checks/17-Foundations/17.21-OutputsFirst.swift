import Exercises17
import Practice
import Solutions17
import Tensors

private typealias Gradients = @Sendable (Tensor, Tensor, Tensor) throws -> (x: Tensor, w: Tensor, b: Tensor)

let outputsFirstGradient = Check(
    "17.21",
    answer(
        "outputsFirstGradient(x:w:outputGradient:)", Exercises17.outputsFirstGradient(x:w:outputGradient:) as Gradients,
        Solutions17.outputsFirstGradient(x:w:outputGradient:) as Gradients)
) { gradients in
    let found = try gradients(Tensor([[1, 2]]), Tensor([[3, 4], [5, 6], [7, 8]]), Tensor([[1, 0, 10]]))
    try expectClose(found.its("x", \.x), Tensor([[73, 84]]))
    try expectClose(found.its("w", \.w), Tensor([[1, 2], [0, 0], [10, 20]]))
    try expectClose(found.its("b", \.b), Tensor([1, 0, 10]))
    var random = SplitMix64(seed: 1721)
    // As many inputs as outputs, as many items as either: there a wrong transpose fits, too.
    for (n, inputs, outputs) in [(5, 4, 3), (3, 3, 3), (1, 2, 1), (6, 1, 2)] {
        let (x, w) = (Tensor.randn(n, inputs, using: &random), Tensor.randn(outputs, inputs, using: &random))
        let (b, G) = (Tensor.randn(outputs, using: &random), Tensor.randn(n, outputs, using: &random))
        let found = try gradients(x, w, G)
        try expectGradient(found.its("x", \.x), of: "x", at: x) { (($0.matmul(w.T) + b) * G).sum() }
        try expectGradient(found.its("w", \.w), of: "w", at: w) { ((x.matmul($0.T) + b) * G).sum() }
        try expectGradient(found.its("b", \.b), of: "b", at: b) { ((x.matmul(w.T) + $0) * G).sum() }
    }
}
