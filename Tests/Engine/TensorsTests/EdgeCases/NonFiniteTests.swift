import TestSupport
import Testing

@testable import Tensors

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

    @Test func `may be left in memory that a product is written to`() {
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

    @Test func `does not appear when scores have a large offset`() {
        let (x, large) = (Tensor([0, 1, 2]), Tensor([1_000_000, 1_000_001, 1_000_002]))
        expectClose(large.logSoftmax(), x.logSoftmax())
    }
}
