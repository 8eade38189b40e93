import Tensors
import Testing

private let c = Tensor([10, 20, 30])
private let m = Tensor([[1, 2, 3], [4, 5, 6]])

@Suite struct `A new axis` {
    // Shapes and strides are PyTorch's.
    @Test(arguments: [
        (c[.newAxis], [1, 3], [3, 1]), (c[.newAxis, 0...], [1, 3], [3, 1]), (c[0..., .newAxis], [3, 1], [1, 1]),
        (c[.ellipsis, .newAxis], [3, 1], [1, 1]), (c[.newAxis, 0..., .newAxis], [1, 3, 1], [3, 1, 1]),
        (c[.newAxis, .newAxis], [1, 1, 3], [3, 3, 1]), (m[.ellipsis, .newAxis], [2, 3, 1], [3, 1, 1]),
        (m[0..., .newAxis, 1], [2, 1], [3, 3]), (m[.newAxis, .ellipsis, 1], [1, 2], [6, 3]),
    ])
    func `has length 1, where it is written`(_ x: Tensor, _ shape: [Int], _ strides: [Int]) {
        #expect(x.shape == shape && x.strides == strides)
    }

    @Test func `moves no number`() {
        #expect(c[0..., .newAxis].scalars == c.scalars && c[0..., .newAxis].storage == c.storage)
        #expect(c[0..., .newAxis].scalars == c.unsqueezed(1).scalars)
    }

    @Test func `goes with numbers and ranges`() {
        #expect(m[1, .newAxis].shape == [1, 3] && m[1, .newAxis].scalars == [4, 5, 6])
        #expect(m[0..., .newAxis, 1].shape == [2, 1] && m[0..., .newAxis, 1].scalars == [2, 5])
        #expect(m[.newAxis, 1, 2].shape == [1] && m[.newAxis, 1, 2].item == 6)
        #expect(Tensor(5)[.newAxis].shape == [1] && Tensor(5)[.newAxis, .newAxis].shape == [1, 1])
        #expect(IntTensor([7, 8])[0..., .newAxis] == IntTensor([[7], [8]]))
    }

    @Test func `may be written to`() {
        var x = m
        x[0..., .newAxis, 0] = Tensor([[7], [8]])
        x[.newAxis, 0, 1...] = Tensor([-1, -2])
        #expect(x.scalars == [7, -1, -2, 8, 5, 6])
    }

    @Test func `disappears from the gradient`() {
        let x = Tensor([1, 2, 3]).requiringGrad()
        (x[0..., .newAxis] * m.T).sum().backward()
        #expect(x.grad?.shape == [3] && x.grad?.scalars == [5, 7, 9])
    }
}

@Suite struct `An ellipsis` {
    let cube = Tensor.arange(24).reshaped(2, 3, 4)

    @Test func `stands for all axes that are left`() {
        #expect(cube[.ellipsis, 1].scalars == cube[0..., 0..., 1].scalars && cube[.ellipsis, 1].shape == [2, 3])
        #expect(cube[1, .ellipsis, 2...].scalars == cube[1, 0..., 2...].scalars)
        #expect(cube[1, .ellipsis].scalars == cube[1].scalars && cube[.ellipsis].shape == [2, 3, 4])
    }

    @Test func `may stand for none`() {
        #expect(cube[1, 2, .ellipsis, 3].item == 23 && cube[1, 2, 3, .ellipsis].shape == [])
        #expect(Tensor(5)[.ellipsis].item == 5)
    }
}
