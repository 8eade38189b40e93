// Resizing by a factor: the sizes and the pixels that PyTorch 2.13 has.

import TestSupport
import Testing

@testable import Tensors

@Suite struct `Resizing by a factor` {
    @Test(arguments: [(90, 0.7, 62), (90, 1.3, 117), (30, 2.1, 63), (3, 2.1, 6), (3, 1.3, 3), (50, 0.02, 1)])
    func `rounds down what double precision makes of the size`(_ n: Int, _ factor: Double, _ expected: Int) {
        for mode in [InterpolationMode.nearest, .bilinear] {
            #expect(Tensor.zeros(n, n).interpolated(by: factor, mode: mode).shape == [expected, expected])
        }
    }

    // Where old pixel 10 of 11 begins is decided by the last bit of the step.
    @Test(arguments: [
        (11, 1.7, 17, 10), (11, 2.9, 29, 10), (6, 3.4, 17, 5), (11, 3.9, 39, 10), (11, 1.7, 16, 9),
    ])
    func `takes the nearest pixels that PyTorch takes`(_ n: Int, _ factor: Double, _ place: Int, _ expected: Float) {
        let y = Tensor.arange(n).unsqueezed(0).expanded(to: [n, n]).interpolated(by: factor)
        #expect(y[0, place].item == expected)
    }

    @Test func `to twice the size takes every pixel twice, whatever the factor was`() {
        #expect(row(3).interpolated(by: 2.1)[0].scalars == [0, 0, 1, 1, 2, 2])
        #expect(row(3).interpolated(to: [1, 6])[0].scalars == [0, 0, 1, 1, 2, 2])
    }

    @Test func `copies an axis that keeps its length`() {
        let x = Tensor.arange(6).reshaped(2, 3)
        expectClose(
            x.interpolated(by: 1.4, mode: .bilinear),
            Tensor([[0, 0.571429, 1.285714, 2], [3, 3.571429, 4.285714, 5]]))
        #expect(x.interpolated(by: 1.4).scalars == [0, 0, 1, 2, 3, 3, 4, 5])
        for mode in [InterpolationMode.nearest, .bilinear] {
            #expect(x.interpolated(by: 1.2, mode: mode).scalars == x.scalars)
        }
    }

    @Test(arguments: [0.35, 0.7, 1.1, 1.3, 1.7, 2.1, 2.9, 3.4, 3.9])
    func `works for every size, forward and backward`(_ factor: Double) {
        for n in 3...60 {
            for mode in [InterpolationMode.nearest, .bilinear] {
                let x = row(n).expanded(to: [n, n]).requiringGrad()
                let y = x.interpolated(by: factor, mode: mode)
                y.sum().backward()
                #expect(abs(x.grad!.sum().item - Float(y.count)) <= 1e-4 * Float(y.count))
            }
        }
    }

    private func row(_ n: Int) -> Tensor { Tensor.arange(n).unsqueezed(0) }
}
