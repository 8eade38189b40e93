import TestSupport
import Testing

@testable import Tensors

private let elementwise: [@Sendable (Tensor) -> Tensor] = [
    { $0 + $0 }, { $0 - 1 }, { 2 * $0 }, { $0 / $0 }, { -$0 }, { $0.abs() }, { $0.squared() }, { $0.sqrt() },
    { $0.pow(3) },
    { $0.exp() }, { $0.log() }, { $0.sin() }, { $0.cos() }, { $0.tanh() }, { $0.sigmoid() }, { $0.relu() },
    { $0.floor() },
    { $0.rounded() }, { $0.clamped(min: 0) }, { $0.maximum($0) }, { $0.minimum(1) }, { Tensor.where($0 .> 0, $0, $0) },
    { $0.leakyReLU() }, { $0.gelu() }, { $0.softplus() }, { $0.erf() }, { $0.pow($0) }, { $0.sign() },
    { $0.cumsum(axis: 0) }, { $0.cumsum(axis: -1) }, { $0.sorted().values }, { $0.sorted(axis: 0).values },
    { $0.topK(0).values },
    { $0.cumprod(axis: 0) }, { $0.cumprod(axis: -1) }, { $0.unsqueezed(0).tril() }, { $0.unsqueezed(0).triu() },
    { $0.normalized(axis: 0) }, { Tensor([$0.norm().item]) + $0.norm() }, { $0.norm(3) + $0.norm(1) },
    { $0.softmax() }, { $0.logSoftmax(axis: 0) }, { Tensor.cat([$0, $0]).matmul(.zeros($0.shape.last!, 3)) },
]

@Suite struct `An empty tensor` {
    @Test(arguments: elementwise.indices, [[0], [2, 0], [0, 3], [2, 0, 3]])
    func `goes through every operation, forward and backward`(_ number: Int, _ shape: [Int]) {
        let x = Tensor.zeros(shape).requiringGrad()
        let y = elementwise[number](x).sum() + x.sum()
        y.backward()
        #expect(y.item == 0 && x.grad?.shape == shape)
    }

    @Test func `sums to zero and has no mean`() {
        #expect(Tensor.zeros(0).sum().item == 0 && Tensor.zeros(0).mean().item.isNaN)
        #expect(Tensor.zeros(2, 0).sum(axis: 1).scalars == [0, 0])
        #expect(Tensor.zeros(2, 0).sum(axis: 0).shape == [0] && Tensor.zeros(0, 2).sum(axis: 0).scalars == [0, 0])
        #expect(Tensor.zeros(3, 0, 2).sum(axes: 0, 2).shape == [0])
    }

    @Test func `has a largest number only where there is something to find`() {
        #expect(Tensor.zeros(0, 3).argmax(axis: 1).shape == [0])
        #expect(Tensor.zeros(0, 3).max(axis: 1).values.shape == [0])
    }

    // Of no classes and no rows, 4,096 was once divided by the number of classes.
    @Test(arguments: [[0, 0], [0, 3]]) func `has no losses`(_ shape: [Int]) {
        let x = Tensor.zeros(shape).requiringGrad()
        let losses = x.softmaxCrossEntropy(IntTensor(shape: [0], []))
        losses.sum().backward()
        #expect(losses.shape == [0] && x.grad?.shape == shape)
    }

    @Test func `times anything is zero`() {
        #expect(Tensor.zeros(2, 0).matmul(.zeros(0, 3)).scalars == [0, 0, 0, 0, 0, 0])
        #expect(Tensor.zeros(4, 2, 0).matmul(.zeros(4, 0, 1)).scalars == [Float](repeating: 0, count: 8))
        #expect(
            Tensor.zeros(4, 2, 0).matmul(.zeros(0, 1)).shape == [4, 2, 1] && Tensor.zeros(0).matmul(.zeros(0)).item == 0
        )
        #expect(
            Tensor.zeros(0, 5).matmul(.zeros(5, 3)).shape == [0, 3]
                && Tensor.zeros(3, 0, 5).matmul(.zeros(5, 2)).shape == [3, 0, 2])
    }

    @Test func `goes through a linear layer`() {
        let (w, b) = (Tensor.ones(2, 3).requiringGrad(), Tensor.ones(2).requiringGrad())
        Tensor.zeros(0, 3).linear(w, b).sum().backward()
        #expect(w.grad?.scalars == [0, 0, 0, 0, 0, 0] && b.grad?.scalars == [0, 0])
        #expect(Tensor.zeros(2, 0).linear(.zeros(2, 0), Tensor([5, 6])).scalars == [5, 6, 5, 6])
    }
}
