import Tensors
import Testing

@Suite struct `The size of a graph` {
    @Test func `counts a value, its operands and theirs, each once`() {
        let x = Tensor([1, 2]).requiringGrad()
        #expect(Tensor(3).graphSize == 0 && x.graphSize == 1)
        let y = x * x  // x and the product
        #expect(y.graphSize == 2)
        #expect((y + x).graphSize == 3 && (y + y * 2).graphSize == 4)
        #expect((x * 2 + Tensor(1)).graphSize == 3, "a constant has no node")
        #expect(noGrad { x * 2 }.graphSize == 0)
    }

    @Test func `grows with every step until the value is detached`() {
        let w = Tensor(0.5).requiringGrad()
        var h = Tensor(1)
        let sizes = (1...5).map { _ in
            h = h * w
            return h.graphSize
        }
        #expect(sizes == [2, 3, 4, 5, 6])
        #expect((h.detached() * w).graphSize == 2)
    }

    @Test func `is 1 after backward, which frees the history`() {
        let w = Tensor(0.5).requiringGrad()
        let y = w * w * w
        #expect(y.graphSize == 3)
        y.backward()
        #expect(y.graphSize == 1)
    }

    @Test func `a long chain needs no deep stack`() {
        let w = Tensor(1).requiringGrad()
        #expect((0..<50_000).reduce(w) { h, _ in h * 1 }.graphSize == 50_001)
    }
}
