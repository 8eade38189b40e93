import Testing

@testable import Tensors

@Suite struct `The graph of computations` {
    @Test func `names the operation that made a value`() {
        let x = Tensor([[1, 2]]).requiringGrad()
        let made = [x + 1, x.exp(), x.sum(), x.T, x.matmul(x.T), x[0], x.reshaped(2)]
        #expect(made.map(\.gradFn) == ["add", "exp", "sum", "transposed", "matmul", "slice", "reshaped"])
    }

    @Test func `distinguishes leaves, results and untracked values`() {
        let x = Tensor([1, 2]).requiringGrad()
        #expect(x.requiresGrad && x.gradFn == nil)
        #expect((x * 2).requiresGrad && (x * 2).gradFn == "multiply")
        #expect(!Tensor(1).requiresGrad && (Tensor(1) + 1).gradFn == nil)
    }

    @Test func `does not take the reader's own operation for a leaf, whatever it is called`() {
        let x = Tensor([1, 2]).requiringGrad()
        var y = Tensor([2, 4]).recorded("leaf", x) { dy in 2 * dy }
        #expect(y.requiresGrad && y.gradFn == "leaf")
        y += 1
        y.sum().backward()
        #expect(x.grad?.scalars == [2, 2] && y.grad == nil)
    }

    @Test func `is not made inside noGrad`() {
        let x = Tensor([1, 2]).requiringGrad()
        let y = noGrad { x * 2 }
        #expect(!y.requiresGrad && y.gradFn == nil)
        #expect((x * 2).requiresGrad)
    }

    @Test func `is made again after noGrad has thrown`() {
        struct Failure: Error {}
        #expect(throws: Failure.self) { try noGrad { throw Failure() } }
        #expect((Tensor(1).requiringGrad() * 2).requiresGrad)
    }

    @Test func `ends at a detached value`() {
        let x = Tensor(3).requiringGrad()
        let y = (x * 2).detached()
        #expect(!y.requiresGrad && y.item == 6)
        (x * y).backward()
        #expect(x.grad?.item == 6)
    }

    @Test func `of 100,000 operations is freed without a stack overflow`() {
        var y = Tensor(1).requiringGrad() * 1
        let factor = Tensor(1).requiringGrad()
        for _ in 0..<100_000 { y = y * factor }
        y = Tensor(0)
        #expect(y.item == 0)
    }

    @Test func `of 100,000 operations can be walked backward`() {
        let x = Tensor(1).requiringGrad()
        var y = x
        for _ in 0..<100_000 { y = y + x }
        y.backward()
        #expect(x.grad?.item == 100_001)
    }

    @Test func `of diamonds is freed without a stack overflow`() {
        var y = Tensor(1).requiringGrad() * 1
        for _ in 0..<50_000 { y = (y + y.relu()) * 0.5 }
        #expect(y.item == 1)
    }

    @Test func `lets go of what it held after backward`() {
        let x = Tensor.ones(100, 100).requiringGrad()
        weak var held: Storage<Float>?
        var y = x.exp()
        held = y.array.memory
        y = y.sum()
        #expect(held != nil)
        y.backward()
        #expect(held == nil)
    }

    @Test func `holds only memory that a gradient needs`() {
        let x = Tensor.ones(100).requiringGrad()
        weak var held: Storage<Float>?
        var y = x * 2
        held = y.array.memory
        y = (y + 1).reshaped(10, 10).transposed().sum(axis: 0)
        #expect(held == nil && y.shape == [10])
    }
}
