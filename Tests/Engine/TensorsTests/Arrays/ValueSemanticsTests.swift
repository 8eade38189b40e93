import Testing

@testable import Tensors

@Suite struct `A change in place` {
    @Test func `keeps a parameter the leaf that it is`() {
        var w = Tensor([1, 2]).requiringGrad()
        w.sum().backward()
        noGrad { w -= 0.5 * w.grad! }
        #expect(w.scalars == [0.5, 1.5] && w.requiresGrad && w.gradFn == nil)
        #expect(w.grad?.scalars == [1, 1])
    }

    @Test func `add(times:) moves a parameter and keeps it a leaf`() {
        var w = Tensor([[1, 2], [3, 4]]).requiringGrad()
        noGrad { w.add(Tensor([[1, 2], [3, 4]]).T, times: -1) }
        #expect(w.scalars == [0, -1, 1, 0] && w.requiresGrad)
    }

    @Test func `assign gives a parameter new numbers`() {
        var w = Tensor([1, 2]).requiringGrad()
        w.assign(Tensor([5, 6]))
        (w * 2).sum().backward()
        #expect(w.scalars == [5, 6] && w.grad?.scalars == [2, 2])
    }

    @Test func `of a result is recorded like any other operation`() {
        let x = Tensor([1, 2]).requiringGrad()
        var y = x * 2
        y *= y
        #expect(y.gradFn == "multiply")
        y.sum().backward()
        #expect(x.grad?.scalars == [8, 16])
    }

    @Test func `of a result inside noGrad discards its history`() {
        let x = Tensor([1, 2]).requiringGrad()
        var y = x * 2
        noGrad { y += 1 }
        #expect(y.scalars == [3, 5] && !y.requiresGrad)
    }

    @Test func `makes an untracked sum track what is added to it`() {
        let x = Tensor(2).requiringGrad()
        var total = Tensor(0)
        for _ in 0..<3 { total += x.squared() }
        total.backward()
        #expect(total.item == 12 && x.grad?.item == 12)
    }

    @Test func `does not reach what an earlier operation saw`() {
        var w = Tensor(3).requiringGrad()
        let y = w * w
        noGrad { w -= 2 }
        y.backward()
        #expect(w.item == 1 && w.grad?.item == 6)
    }

    @Test func `works on views and repeated elements`() {
        var row = Tensor([[1, 2], [3, 4]]).T[0]
        row *= 10
        var same = Tensor(1).expanded(to: [3])
        same += Tensor([1, 2, 3])
        #expect(row.scalars == [10, 30] && same.scalars == [2, 3, 4])
    }

    @Test func `with itself or a view of itself reads before it writes`() {
        var a = Tensor([[1, 2], [3, 4]])
        a += a.T
        #expect(a.scalars == [2, 5, 5, 8])
        a -= a
        #expect(a.scalars == [0, 0, 0, 0])
    }
}

@Suite struct `A tensor is a value` {
    @Test func `so changing a copy leaves the original`() {
        let a = Tensor([1, 2, 3])
        var b = a
        b += 1
        b[0] = Tensor(9)
        #expect(a.scalars == [1, 2, 3] && b.scalars == [9, 3, 4])
    }

    @Test func `so changing a view leaves what it looks at`() {
        let a = Tensor([[1, 2], [3, 4]])
        var (row, column, flat) = (a[0], a.T[1], a.reshaped(-1))
        row += 1; column *= 2; flat[3] = Tensor(7)
        #expect(a.scalars == [1, 2, 3, 4])
        #expect(row.scalars == [2, 3] && column.scalars == [4, 8] && flat.scalars == [1, 2, 3, 7])
    }

    @Test func `and changing the original leaves the view`() {
        var a = Tensor([[1, 2], [3, 4]])
        let row = a[0]
        a *= 2
        #expect(row.scalars == [1, 2] && a.scalars == [2, 4, 6, 8])
    }

    @Test func `and writing a part does not copy the rest`() {
        var a = Tensor.zeros(1000)
        let address = a.array.memory.base
        for i in 0..<10 { a[i] = Tensor(Float(i)) }
        a[3] += 1
        #expect(a.array.memory.base == address)
        #expect(a[..<5].scalars == [0, 1, 2, 4, 4])
    }
}
