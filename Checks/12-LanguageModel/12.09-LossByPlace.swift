import Chapter12
import Exercises12
import Practice
import Solutions12
import Tensors
import Training

let lossByPlace = Check(
    "12.9", answer("lossByPlace(_:_:)", Exercises12.lossByPlace(_:_:), Solutions12.lossByPlace(_:_:))
) { lossByPlace in
    try expectClose(
        lossByPlace(.zeros(3, 2, 4), IntTensor([[0, 1], [2, 3], [1, 1]])), Tensor([1.3862944, 1.3862944]))
    let extreme = Tensor([[[1000, -1000], [0, 0]], [[1000, -1000], [-1000, 1000]]])
    try expectClose(lossByPlace(extreme, IntTensor([[0, 0], [1, 1]])), Tensor([1000, 0.3465736]))

    var random = SplitMix64(seed: 1209)
    for (batch, words, vocabulary) in [(1, 1, 2), (4, 3, 5), (2, 16, 30)] {
        let scores = Tensor.randn(batch, words, vocabulary, using: &random).requiringGrad()
        let next = IntTensor(shape: [batch, words], (0..<batch * words).map { $0 * 7 % vocabulary })
        let found = try lossByPlace(scores, next)
        let expected = (0..<words).map { crossEntropy(scores[0..., $0], next[0..., $0]).item }
        try expectClose(found, Tensor(expected))
        found.value.mean().backward()
        let other = scores.detached().requiringGrad()
        flattenedCrossEntropy(other, next).backward()
        try expectClose(
            found.its("gradient of the mean") { _ in scores.grad ?? .zeros(0) }, other.grad!, tolerance: 1e-5)
    }
}
