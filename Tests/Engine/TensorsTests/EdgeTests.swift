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
    { $0.softmax() }, { $0.logSoftmax(axis: 0) }, { Tensor.cat([$0, $0]).matmul(.zeros($0.shape.last!, 3)) },
]

@Suite struct `Nothing at all` {
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

    @Test func `is the largest only where something was asked for`() {
        #expect(Tensor.zeros(0, 3).argmax(axis: 1).shape == [0])
        #expect(Tensor.zeros(0, 3).max(axis: 1).values.shape == [0])
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

@Suite struct `What is not finite` {
    private let nan = Float.nan
    private let inf = Float.infinity

    @Test func `goes through arithmetic as IEEE 754 says`() {
        let x = Tensor([nan, inf, -inf])
        expectClose(x + 1, Tensor([nan, inf, -inf]))
        expectClose(x * 0, Tensor([nan, nan, nan]))
        expectClose(1 / x, Tensor([nan, 0, 0]))
        expectClose(Tensor([1, 0, -1]) / Tensor(0), Tensor([inf, nan, -inf]))
    }

    @Test func `goes through functions`() {
        let x = Tensor([nan, inf, -inf])
        expectClose(x.exp(), Tensor([nan, inf, 0]))
        expectClose(x.sigmoid(), Tensor([nan, 1, 0]))
        expectClose(x.tanh(), Tensor([nan, 1, -1]))
        expectClose(x.relu(), Tensor([nan, inf, 0]))
        expectClose(Tensor([nan, inf, 0, -1]).log(), Tensor([nan, inf, -inf, nan]))
    }

    @Test func `is not swallowed by a maximum or a clamp`() {
        let x = Tensor([nan, 1])
        expectClose(x.maximum(2), Tensor([nan, 2]))
        expectClose(Tensor([2, 2]).maximum(x), Tensor([nan, 2]))
        expectClose(x.minimum(0), Tensor([nan, 0]))
        expectClose(x.clamped(min: 0, max: 0.5), Tensor([nan, 0.5]))
    }

    @Test(arguments: [1, 5, 16, 17, 40, 5_000]) func `is the largest and the smallest`(_ n: Int) {
        for place in [0, n / 2, n - 1] {
            var x = Tensor.arange(n)
            x[place] = Tensor(nan)
            #expect(x.max().item.isNaN && x.min().item.isNaN && x.sum().item.isNaN)
            #expect(x.argmax(axis: 0).item == place)
            #expect(x.unsqueezed(1).expanded(to: [n, 2]).max(axis: 0).values.scalars.map(\.isNaN) == [true, true])
        }
    }

    @Test func `makes a whole product unknown, even against a zero`() {
        var a = Tensor.zeros(3, 3)
        a[1, 1] = Tensor(nan)
        #expect(
            a.matmul(.zeros(3, 3)).scalars.map(\.isNaN) == [false, false, false, true, true, true, false, false, false])
        #expect(a.matmul(.zeros(3)).scalars.map(\.isNaN) == [false, true, false])
        #expect(Tensor.zeros(3).matmul(a).scalars.map(\.isNaN) == [false, true, false])
    }

    @Test func `may lie in memory that a product is written to`() {
        for _ in 0..<20 { _ = Tensor.full(nan, [40]) }
        #expect(Set(Tensor.ones(40, 3).matmul(.ones(3)).scalars) == [3])
        #expect(Set(Tensor.ones(3).matmul(.ones(3, 40)).scalars) == [3])
        #expect(Set(Tensor.ones(8, 3).matmul(.ones(3, 5)).scalars) == [3])
    }

    @Test func `does not come out of a softmax of large scores`() {
        expectClose(Tensor([1000, 0, -1000]).softmax(), Tensor([1, 0, 0]))
        expectClose(Tensor([0, -1000]).logSoftmax(), Tensor([0, -1000]))
        expectClose(Tensor([-inf, 0]).softmax(), Tensor([0, 1]))
    }

    @Test func `nor does a large offset blur it`() {
        let (x, large) = (Tensor([0, 1, 2]), Tensor([1_000_000, 1_000_001, 1_000_002]))
        expectClose(large.logSoftmax(), x.logSoftmax())
    }
}

@Suite struct `A single number` {
    @Test func `has no axes and keeps none through arithmetic`() {
        let x = Tensor(2)
        let results = [x + x, x.exp(), -x, x.sum(), x.mean(), x.max(), Tensor([x.item]).max(), x.detached()]
        #expect(Set(results.map(\.shape)) == [[]])
        #expect(x.reshaped([]).item == 2 && x.reshaped(1, 1).shape == [1, 1] && x.squeezed().shape == [])
    }

    @Test func `broadcasts against anything`() {
        #expect((Tensor(2) * .ones(2, 3)).shape == [2, 3] && (Tensor([2]) * Tensor(3)).shape == [1])
        #expect((Tensor([[3]]) + Tensor([1, 2])).scalars == [4, 5])
    }

    @Test func `has no variance when unbiased, none at all otherwise`() {
        #expect(Tensor([5]).variance().item.isNaN && Tensor([5]).variance(unbiased: false).item == 0)
    }
}

@Suite struct `Long sums` {
    // Up to 32 numbers in a row are added in float, the rest in double.
    @Test func `of a million numbers keep their digits`() {
        let x = Tensor.full(0.1, [1_000_000])
        expectClose(x.sum(), Tensor(100_000), absolute: 0.01)
        expectClose(x.reshaped(1000, 1000).sum(axis: 0), Tensor.full(100, [1000]), absolute: 0, relative: 4e-7)
        expectClose(x.reshaped(1, -1).mean(axis: 1), Tensor([0.1]), absolute: 0, relative: 4e-7)
    }

    @Test func `have a variance that does not cancel`() {
        let x = Tensor([10_000, 10_001, 10_002])
        expectClose(x.variance(), Tensor(1))
        expectClose((Tensor.arange(1000) / 1000 + 4096).std(unbiased: false), Tensor(0.288675), absolute: 2e-5)
    }
}
