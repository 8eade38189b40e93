// Winograd's sums by themselves: what they are equal to, and what they cost in digits.

import TestSupport
import Testing

@testable import Kernels

@Suite struct `Winograd's sums` {
    typealias Sums = WinogradSums<SIMD4<Float>>

    private func vectors(_ count: Int, seed: UInt32) -> [SIMD4<Float>] {
        let numbers = noise(4 * count, seed: seed)
        return (0..<count).map { SIMD4(numbers[4 * $0..<4 * $0 + 4]) }
    }

    private func six(_ x: [SIMD4<Float>]) -> Six<SIMD4<Float>> { (x[0], x[1], x[2], x[3], x[4], x[5]) }

    private func products(_ x: Six<SIMD4<Float>>, _ y: Six<SIMD4<Float>>) -> Six<SIMD4<Float>> {
        (x.0 * y.0, x.1 * y.1, x.2 * y.2, x.3 * y.3, x.4 * y.4, x.5 * y.5)
    }

    private func expectSame(
        _ found: [SIMD4<Float>], _ expected: [SIMD4<Float>], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (found, expected) in zip(found, expected) {
            for lane in 0..<4 {
                #expect(abs(found[lane] - expected[lane]) < 3e-6, sourceLocation: sourceLocation)
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt32])
    func `turn six products into four outputs of three taps`(seed: UInt32) {
        let (d, g) = (vectors(6, seed: seed), vectors(3, seed: seed + 10))
        let y = Sums.ofProducts(products(Sums.ofInputs(six(d)), Sums.ofTaps((g[0], g[1], g[2]))))
        let expected = (0..<4).map { k in
            let early = d[k] * g[0] + d[k + 1] * g[1]
            return early + d[k + 2] * g[2]
        }
        expectSame([y.0, y.1, y.2, y.3], expected)
    }

    @Test(arguments: [1, 2, 3] as [UInt32])
    func `turn six products into the slopes of three taps`(seed: UInt32) {
        let (d, dy) = (vectors(6, seed: seed), vectors(4, seed: seed + 10))
        let dg = Sums.ofFactors(products(Sums.ofInputs(six(d)), Sums.ofSlopes((dy[0], dy[1], dy[2], dy[3]))))
        let expected = (0..<3).map { k in
            let early = d[k] * dy[0] + d[k + 1] * dy[1]
            return early + d[k + 2] * dy[2] + d[k + 3] * dy[3]
        }
        expectSame([dg.0, dg.1, dg.2], expected)
    }

    // The plain loops, in one strand, lose about 1.2e-6 here; tiles of 2×2 lost 0.7e-6, the points ±1 and ±2 4.6e-6.
    @Test func `lose little more than the plain loops do`() {
        let shape = ConvolutionCase(channels: 512, filters: 32, input: Size2D(16), way: .winograd).shape
        let x = noise(shape.images * shape.channels * shape.input.count)
        let w = noise(shape.filters * shape.channels * 9, seed: 2)
        var y = [Float](repeating: 0, count: shape.pixels * shape.filters)
        convolve(shape, &y, x, weights: w)
        let (width, plane) = (shape.input.width, shape.input.count)
        var (error, spread) = (0.0, 0.0)
        for (filter, row, column) in [(0, 3, 7), (5, 0, 0), (9, 15, 8), (12, 9, 15), (20, 5, 6), (31, 10, 1)] {
            for image in 0..<shape.images {
                var sum = 0.0
                for channel in 0..<shape.channels {
                    for i in 0..<3 where (0..<width).contains(row + i - 1) {
                        for j in 0..<3 where (0..<width).contains(column + j - 1) {
                            let pixel = (row + i - 1) * width + column + j - 1
                            let seen = x[(image * shape.channels + channel) * plane + pixel]
                            sum += Double(seen) * Double(w[(filter * shape.channels + channel) * 9 + 3 * i + j])
                        }
                    }
                }
                let found = Double(y[(image * shape.filters + filter) * plane + row * width + column])
                error += (found - sum) * (found - sum)
                spread += sum * sum
            }
        }
        #expect((error / spread).squareRoot() < 3e-6)
    }
}

@Suite struct `Vectors of halves` {
    private func expectFours<Vector: HalvedVector>(_: Vector.Type) {
        let count = Vector.scalarCount
        let numbers = (0..<4 * count).map { Float($0) }
        let fours = Vector.fours(at: numbers)
        for lane in 0..<count {
            let found = [fours.0[lane], fours.1[lane], fours.2[lane], fours.3[lane]]
            #expect(found == Array(numbers[4 * lane..<4 * lane + 4]))
        }
        var back = [Float](repeating: -1, count: 4 * count)
        Vector.storeFours(fours, to: &back)
        #expect(back == numbers)
    }

    @Test func `take fours apart and put them together again`() {
        expectFours(SIMD4<Float>.self)
        expectFours(SIMD8<Float>.self)
        expectFours(SIMD16<Float>.self)
    }
}
